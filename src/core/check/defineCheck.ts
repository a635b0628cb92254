import type { Message } from '../messages.ts';
import type { Task } from '../memo.ts';
import type { CheckId, Level } from '../catalogue.ts';
import type { Analysis, Study, StudyContext, StudyFile } from '../study.ts';
import { type ChunkRange, type FileRange, inFile, type Range } from '../text.ts';
import { type Facts, factSources } from './facts.ts';

/** A replacement of a stretch of a file. */
export interface TextEdit<R extends Range = Range> {
  /** The file; undefined for the one that the finding is in. */
  readonly uri?: string;
  readonly range: R;
  readonly newText: string;
}

/** A way to put a finding right. */
export interface Fix<R extends Range = Range> {
  /** What it does, as an imperative: “Change to ¶ 12”. */
  readonly title: Message;
  readonly edits: readonly TextEdit<R>[];
  /** Whether it may be applied without a person looking at it: the meaning is certain. */
  readonly safe: boolean;
  /** Whether it is the last to think of: it leads to what is nearest, whatever was meant. */
  readonly isLast?: boolean;
}

/** A place that explains a finding. */
export interface Related {
  readonly uri: string;
  readonly range: Range;
  readonly message: Message;
}

/** What a check reports of a file. Levels and suppression come later. */
export interface Problem<Id extends CheckId = CheckId, R extends Range = Range> {
  readonly check: Id;
  /** What is at fault, and underlined. */
  readonly range: R;
  /** What the problem is about, where that is more than what is at fault: there its fixes are offered. */
  readonly about?: R;
  /** What is wrong, what exists instead, what to do. */
  readonly message: Message;
  /** The highest level that its finding has, whatever that of its check. */
  readonly atMost?: Exclude<Level, 'off'>;
  readonly fixes?: readonly Fix<R>[];
  readonly related?: readonly Related[];
  /** Shown faded, as something that could be removed. */
  readonly unnecessary?: boolean;
}

/** Returns a problem of a chunk as one of its file; `start` is the beginning of the chunk. Places in other files stay. */
export function moveProblem<Id extends CheckId>(
  problem: Problem<Id, ChunkRange>,
  start: number,
): Problem<Id, FileRange> {
  const { range, about, fixes, ...rest } = problem;
  const move = (edit: TextEdit<ChunkRange>): TextEdit<FileRange> => ({
    ...edit,
    range: inFile(edit.range, edit.uri === undefined ? start : 0),
  });
  return {
    ...rest,
    range: inFile(range, start),
    ...(about && { about: inFile(about, start) }),
    ...(fixes && { fixes: fixes.map((fix) => ({ ...fix, edits: fix.edits.map(move) })) }),
  };
}

/** What a check finds, at once or, where that takes long, in steps. */
type CheckResult<Id extends CheckId> =
  readonly Problem<Id, FileRange>[] | Task<readonly Problem<Id, FileRange>[]>;

/** A check as its file writes it down. */
interface CheckParts<Name extends keyof Facts, Id extends CheckId> {
  /** All that it reports: it is not run where nobody would see any of it. */
  readonly ids: readonly Id[];
  /** What it is given of a file. Files that have no such facts are not checked. */
  readonly looksAt: Name;
  /** Total: returns what it finds, never throws. Must rest on nothing but its arguments. */
  readonly check: (
    facts: Facts[Name],
    study: StudyContext,
    file: Pick<StudyFile, 'uri' | 'path' | 'role'>,
  ) => CheckResult<NoInfer<Id>>;
}

/** A check as it is run on the files of a study. */
export interface Check<Id extends CheckId = CheckId> {
  readonly ids: readonly Id[];
  readonly looksAt: keyof Facts;
  /** The files that it looks at. */
  readonly roles: readonly Analysis['role'][];
  readonly run: (analysis: Analysis, study: Study) => CheckResult<Id>;
}

/** Makes a check: it is given the facts that it says it looks at, and can ask for no others. */
export function defineCheck<Name extends keyof Facts, const Id extends CheckId>(
  parts: CheckParts<Name, Id>,
): Check<Id> {
  const { ids, looksAt, check } = parts;
  const { roles, of } = factSources[looksAt];
  return {
    ids,
    looksAt,
    roles,
    run: (analysis, study) => {
      const facts = of(analysis, study);
      return facts ? check(facts, study, analysis.file) : [];
    },
  };
}
