import type { CheckId } from '../catalogue.ts';
import type { Analysis, Steps, Study } from '../study.ts';
import { moveRange, type Range } from '../text.ts';

/** A replacement of a stretch of a file. */
export interface TextEdit {
  /** The file; undefined for the one that the finding is in. */
  readonly uri?: string;
  readonly range: Range;
  readonly newText: string;
}

/** A way to put a finding right. */
export interface Fix {
  /** What it does, as an imperative: “Change to ¶ 12”. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** Whether it may be applied without a person looking at it: the meaning is certain. */
  readonly safe: boolean;
  /** Whether it is the last to think of: it leads to what is nearest, whatever was meant. */
  readonly isLast?: boolean;
}

/** A place that explains a finding. */
export interface Related {
  readonly uri: string;
  readonly range: Range;
  readonly message: string;
}

/** A finding leads to no more other places. */
const mostRelated = 20;

/** Of things that claim the same, those that a finding about one of them leads to: not more than a person looks at. */
export function rivalsOf<T>(claims: readonly T[], isOwn: (claim: T) => boolean): readonly T[] {
  return claims
    .slice(0, mostRelated + 1)
    .filter((claim) => !isOwn(claim))
    .slice(0, mostRelated);
}

/** What a check reports of a file. Levels and suppression come later. */
export interface Problem {
  readonly check: CheckId;
  /** What is at fault, and underlined. */
  readonly range: Range;
  /** What the problem is about, where that is more than what is at fault: there its fixes are offered. */
  readonly about?: Range;
  /** What is wrong, what exists instead, what to do. */
  readonly message: string;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly Related[];
  /** Shown faded, as something that could be removed. */
  readonly unnecessary?: boolean;
}

/** A problem of a stretch of a file that was moved `by` units further back, with all that the problem is about. */
export function movedProblem(problem: Problem, by: number): Problem {
  if (by === 0) return problem;
  const { about } = problem;
  const moved = {
    ...problem,
    range: moveRange(problem.range, by),
    ...(about ? { about: moveRange(about, by) } : {}),
  };
  return problem.fixes ? { ...moved, fixes: problem.fixes.map((fix) => movedFix(fix, by)) } : moved;
}

function movedFix(fix: Fix, by: number): Fix {
  const edits = fix.edits.map((edit) =>
    edit.uri === undefined ? { ...edit, range: moveRange(edit.range, by) } : edit,
  );
  return { ...fix, edits };
}

/** Looks at one file of a study, at once or, where that takes long, in steps. Total: returns what it finds, never throws. */
export type FileCheck = (analysis: Analysis, study: Study) => readonly Problem[] | Steps<readonly Problem[]>;
