import { messageOf } from '../messages.ts';
import { runToEnd, type Task } from '../memo.ts';
import { catalogue, type CheckId, isCheckId, type Level, levels } from '../catalogue.ts';
import {
  type Analysis,
  type Configuration,
  type Role,
  type Study,
  type StudyContext,
  studyQueries,
} from '../study.ts';
import type { Suppression } from '../blocks.ts';
import { appendAll, encloses, type FileRange, PlacedRanges } from '../text.ts';
import type { Check, Problem } from './defineCheck.ts';
import { checksByRole } from './checkList.ts';
import { withoutConflicts } from './conflictChecks.ts';
import { sumsOfPapers, type Facts } from './facts.ts';

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
    suppressionsOf(analysis).some(({ check }) => ids.some((id) => id === check))
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
  const { kept, unused } = suppress(problems, suppressionsOf(analysis));
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

function suppressionsOf(analysis: Analysis): readonly Suppression[] {
  return 'suppressions' in analysis ? analysis.suppressions : [];
}

function suppress(
  problems: readonly Problem[],
  suppressions: readonly Suppression[],
): { kept: readonly Problem[]; unused: readonly Suppression[] } {
  if (suppressions.length === 0) return { kept: problems, unused: [] };
  const scopes = new PlacedRanges(
    suppressions
      .flatMap((suppression) => (suppression.scope ? [{ range: suppression.scope, suppression }] : []))
      .sort((a, b) => a.range.start - b.range.start),
  );
  const used = new Set<Suppression>();
  const kept = problems.filter(({ check, range }) => {
    // What only touches a scope may be of no length, and within it.
    const near = scopes.overlapping({ start: range.start - 1, end: range.end + 1 });
    const silencing = near.filter((each) => each.suppression.check === check && encloses(each.range, range));
    for (const { suppression } of silencing) used.add(suppression);
    return silencing.length === 0;
  });
  return { kept, unused: suppressions.filter((suppression) => !used.has(suppression)) };
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
