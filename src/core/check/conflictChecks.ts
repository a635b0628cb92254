import { type Message, messageOf } from '../messages.ts';
import { catalogue, type CheckEntry, type CheckId } from '../catalogue.ts';
import type { Conflict, ConflictSide } from '../study.ts';
import { afterLineEnd, overlaps, type Range } from '../text.ts';
import { defineCheck, type Fix, type Problem, type Related } from './defineCheck.ts';

/** What git could not merge. */
export const mergeConflicts = defineCheck({
  ids: ['document/conflict'],
  looksAt: 'conflicts',
  check: (facts, _, { uri }) =>
    facts.conflicts.map((conflict) => ({
      check: 'document/conflict',
      range: conflict.ours.mark,
      message: unmerged(conflict),
      related: relatedOf(conflict, uri),
      fixes: conflictFixes(conflict, facts.text),
    })),
});

/**
 * What is left to say of a file in which there are conflicts: nothing of the lines between the marks, which nobody has
 * decided on, nothing that would change them, and nothing of the file as a whole, which cannot be read before.
 */
export function withoutConflicts(
  problems: readonly Problem[],
  conflicts: readonly Conflict[],
): readonly Problem[] {
  const isIn = ({ start, end }: Range): boolean =>
    conflicts.some(({ range }) => overlaps(range, { start, end: Math.max(end, start + 1) }));
  return problems.flatMap((problem): Problem[] => {
    if (problem.check === 'document/conflict') return [problem];
    if (isOfWholeFile(problem.check) || isIn(problem.range)) return [];
    const fixes = problem.fixes?.filter(
      ({ edits }) => !edits.some(({ uri, range }) => uri === undefined && isIn(range)),
    );
    return [fixes ? { ...problem, fixes } : problem];
  });
}

/** Whether a mark in the wrong place may be what a check reports. */
function isOfWholeFile(check: CheckId): boolean {
  const entry: CheckEntry = catalogue[check];
  return entry.isOfWholeFile ?? false;
}

/** “HEAD” and the names of branches say little to most people: which lines are meant, their place says. */
const wordsOfSides = {
  upper: {
    lines: 'conflicts.upper',
    linesOf: 'conflicts.upperOf',
    keep: 'conflicts.keepUpper',
    keepNone: 'conflicts.keepUpperNone',
  },
  lower: {
    lines: 'conflicts.lower',
    linesOf: 'conflicts.lowerOf',
    keep: 'conflicts.keepLower',
    keepNone: 'conflicts.keepLowerNone',
  },
} as const;

type SideName = keyof typeof wordsOfSides;

function sideName({ name }: ConflictSide, side: SideName): Message {
  return name === '' ? messageOf(wordsOfSides[side].lines) : messageOf(wordsOfSides[side].linesOf, { name });
}

function unmerged({ ours, theirs }: Conflict): Message {
  return messageOf('conflicts.unmerged', {
    ours: sideName(ours, 'upper'),
    theirs: sideName(theirs, 'lower'),
  });
}

function relatedOf({ ours, theirs }: Conflict, uri: string): Related[] {
  const told = (conflictSide: ConflictSide, side: SideName): Related => ({
    uri,
    range: conflictSide.mark,
    message: messageOf('conflicts.linesOf', { side: sideName(conflictSide, side) }),
  });
  return [told(ours, 'upper'), told(theirs, 'lower')];
}

function conflictFixes({ range, ours, theirs }: Conflict, text: string): Fix[] {
  const whole = { start: range.start, end: afterLineEnd(text, range.end) };
  const keep = (title: Message, newText: string): Fix => ({
    title,
    edits: [{ range: whole, newText }],
    safe: false,
  });
  const written = ({ lines }: ConflictSide): string => text.slice(lines.start, lines.end);
  const [upper, lower] = [written(ours), written(theirs)];
  return [
    keep(keptTitle('upper', upper), upper),
    keep(keptTitle('lower', lower), lower),
    keep(messageOf('conflicts.keepBoth'), upper + lower),
  ];
}

/** How much of the lines that are kept a title shows, in code points. */
const maxTitleLength = 40;

function keptTitle(side: SideName, lines: string): Message {
  const first = /\S.*/u.exec(lines)?.[0].trimEnd() ?? '';
  if (first === '') return messageOf(wordsOfSides[side].keepNone);
  // A paragraph may be one line of many thousand characters: no more of it is divided than can be shown.
  const points = [...first.slice(0, 2 * maxTitleLength + 2)];
  const words =
    points.length > maxTitleLength ? `${points.slice(0, maxTitleLength).join('').trimEnd()}…` : first;
  return messageOf(wordsOfSides[side].keep, { words });
}
