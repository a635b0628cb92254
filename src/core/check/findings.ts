import type { Html, Nodes } from 'mdast';
import { messageOf } from '../messages.ts';
import { memo, runToEnd, type Task } from '../memo.ts';
import { catalogue, type CheckId, isCheckId, type Level, levels } from '../catalogue.ts';
import {
  type Analysis,
  type Configuration,
  type Role,
  type Study,
  type StudyContext,
  studyQueries,
} from '../study.ts';
import { type Chunk, type MarkdownDocument, rangeOf } from '../blocks.ts';
import { appendAll, encloses, type FileRange, firstIndex, inFile, type Range } from '../text.ts';
import type { Check, Problem } from './defineCheck.ts';
import { type Facts, sumsOfPapers } from './facts.ts';
import { checksByRole } from './checkList.ts';
import { withoutConflicts } from './conflictChecks.ts';

/** A problem with its level; what editor and command line show. */
export interface Finding extends Problem<CheckId, FileRange> {
  readonly uri: string;
  readonly level: Exclude<Level, 'off'>;
}

/** The level of a check in a study folder. */
function levelOf(check: CheckId, configuration: Configuration): Level {
  return configuration.checks[check] ?? catalogue[check].level;
}

/** Whether somebody may see what a check reports of a file. A comment that silences nothing is reported too. */
function mayBeSeen({ ids }: Check, analysis: Analysis, { configuration }: StudyContext): boolean {
  return (
    ids.some((id) => levelOf(id, configuration) !== 'off') ||
    ('document' in analysis &&
      readSuppressions(analysis.document).some(({ check }) => ids.some((id) => id === check)))
  );
}

/** Whether facts of a file are looked at by a check of which somebody may see what it reports. */
export function isLookedAt(facts: keyof Facts, analysis: Analysis, study: StudyContext): boolean {
  return checksByRole[analysis.role].some(
    (check) => check.looksAt === facts && mayBeSeen(check, analysis, study),
  );
}

/** Whether the findings of files of a role rest on what all papers cite and use. */
export function restsOnPapers(role: Role): boolean {
  return checksByRole[role].some(({ looksAt }) => sumsOfPapers.includes(looksAt));
}

/** Returns all findings of one file, in the order of their place: the same in every editor and on the command line. */
export function findingsOf(analysis: Analysis, study: Study): readonly Finding[] {
  return runToEnd(findingsTask(analysis, study));
}

/** As `findingsOf`, as a task that yields before each quotation. */
export const findingsTask = studyQueries.taskQuery(
  'findings of a file',
  function* (analysis: Analysis, study: Study): Task<readonly Finding[]> {
    const problems: Problem[] = [];
    for (const report of reportsByRole.get(analysis.role) ?? []) {
      yield;
      appendAll(problems, yield* report(analysis, study));
    }
    return toFindings(problems, analysis, study.configuration);
  },
);

/** Each check is a query of its own: where an answer changes, only the checks that asked for it run again. */
const reportsByRole = new Map(
  Object.entries(checksByRole).map(([role, checks]) => [
    role,
    checks.map((check) =>
      studyQueries.taskQuery('problems of a check', function* (analysis: Analysis, study: Study): Task<
        readonly Problem[]
      > {
        if (!mayBeSeen(check, analysis, study)) return [];
        const problems = check.run(analysis, study);
        return 'next' in problems ? yield* problems : problems;
      }),
    ),
  ]),
);

function toFindings(
  problems: readonly Problem[],
  analysis: Analysis,
  configuration: Configuration,
): readonly Finding[] {
  const suppressions = 'document' in analysis ? readSuppressions(analysis.document) : [];
  const { kept, unused } = suppress(problems, suppressions);
  const all = [...kept, ...unused.map(unusedSuppression)];
  const conflicts = 'conflicts' in analysis ? analysis.conflicts : [];
  return (conflicts.length > 0 ? withoutConflicts(all, conflicts) : all)
    .flatMap((problem): Finding[] => {
      const own = levelOf(problem.check, configuration);
      const { atMost = own } = problem;
      const level = levels.indexOf(own) < levels.indexOf(atMost) ? atMost : own;
      return level === 'off' ? [] : [{ ...problem, uri: analysis.file.uri, level }];
    })
    .sort(
      (a, b) => a.range.start - b.range.start || a.range.end - b.range.end || (a.check < b.check ? -1 : 1),
    );
}

/** Problems in order of their beginnings, without those that comments silence, and the comments that silence none. */
function suppress(
  problems: readonly Problem[],
  suppressions: readonly Suppression[],
): { kept: readonly Problem[]; unused: readonly Suppression[] } {
  if (suppressions.length === 0) return { kept: problems, unused: [] };
  const sorted = [...problems].sort((a, b) => a.range.start - b.range.start);
  const silenced = new Set<Problem>();
  const unused = suppressions.filter(({ check, scope }) => {
    if (!scope) return true;
    const within = sorted
      .slice(
        firstIndex(sorted, ({ range }) => range.start >= scope.start),
        firstIndex(sorted, ({ range }) => range.start > scope.end),
      )
      .filter((problem) => problem.check === check && encloses(scope, problem.range));
    for (const problem of within) silenced.add(problem);
    return within.length === 0;
  });
  return { kept: sorted.filter((problem) => !silenced.has(problem)), unused };
}

function unusedSuppression(suppression: Suppression): Problem {
  const message = isCheckId(suppression.check)
    ? suppression.scope
      ? messageOf('checks.nothingToSilence', { id: suppression.check })
      : messageOf('checks.noBlock')
    : messageOf('checks.unknown', { id: suppression.check });
  const { range } = suppression;
  const fixes = [{ title: messageOf('checks.removeComment'), edits: [{ range, newText: '' }], safe: true }];
  return { check: 'suppression/unused', range, message, fixes, unnecessary: true };
}

/** A `<!-- pilcrow-ignore quotation/altered: reason -->` comment. */
export interface Suppression {
  /** The id as written, which may not be that of a check. */
  readonly check: string;
  readonly reason: string;
  /** The range of the comment. */
  readonly range: Range;
  /** The next block, where the check is silenced; undefined where no block follows. */
  readonly scope: Range | undefined;
}

const ignorePattern = /<!--\s*pilcrow-ignore\s+([^\s:>]+)\s*(?::\s*([\s\S]*?))?\s*-->/gu;

/** The scope of a comment after which no block follows in its chunk: the next block, wherever that is. */
const following = 'following';

type Scope = Range | typeof following | undefined;

interface ChunkSuppression extends Omit<Suppression, 'scope'> {
  readonly scope: Scope;
}

/** Returns the suppression comments of a document, in reading order. */
export const readSuppressions = memo(
  'suppressions of a document',
  ({ text, chunks }: MarkdownDocument): readonly Suppression[] => {
    if (!text.includes('pilcrow-ignore')) return [];
    const found: Suppression[][] = [];
    /** The next block that is no comment. */
    let next: Range | undefined;
    for (const { chunk, start } of [...chunks].reverse()) {
      found.push(
        suppressionsOfChunk(chunk).map(({ range, scope, ...own }) => ({
          ...own,
          range: inFile(range, start),
          scope: scope === following ? next : scope && inFile(scope, start),
        })),
      );
      const first = chunk.blocks.find(({ type }) => type !== 'html');
      if (first) next = rangeOf(first, start);
    }
    return found.reverse().flat();
  },
);

const noSuppressions: readonly ChunkSuppression[] = [];

/** Offsets are into the chunk. */
const suppressionsOfChunk = memo('suppressions of a chunk', ({ text, nodes }: Chunk) => {
  if (!text.includes('pilcrow-ignore')) return noSuppressions;
  const found: ChunkSuppression[] = [];
  visitScopes(nodes, scopesOf(nodes, following), found);
  return found;
});

/** @param scopes for each node, the scope of a comment in its place */
function visitScopes(nodes: readonly Nodes[], scopes: readonly Scope[], found: ChunkSuppression[]): void {
  nodes.forEach((node, index) => {
    if (node.type === 'html') appendAll(found, suppressionsIn(node, scopes[index]));
    if (!('children' in node)) return;
    // A comment inside a paragraph is about that paragraph.
    const whole = node.type === 'paragraph' || node.type === 'heading' ? rangeOf(node) : undefined;
    const inner = whole ? node.children.map(() => whole) : scopesOf(node.children, undefined);
    visitScopes(node.children, inner, found);
  });
}

/** Returns for each node the next sibling that is not a comment. */
function scopesOf(nodes: readonly Nodes[], last: Scope): Scope[] {
  let next = last;
  return [...nodes]
    .reverse()
    .map((node) => {
      const scope = next;
      if (node.type !== 'html') next = rangeOf(node);
      return scope;
    })
    .reverse();
}

function suppressionsIn(node: Html, scope: Scope): ChunkSuppression[] {
  const { start } = rangeOf(node);
  return [...node.value.matchAll(ignorePattern)].map((match) => ({
    check: match[1] ?? '',
    reason: (match[2] ?? '').trim(),
    range: { start: start + match.index, end: start + match.index + match[0].length },
    scope,
  }));
}
