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

function sideName({ name }: ConflictSide, otherwise: SideName): Message {
  return name === '' ? messageOf(otherwise) : messageOf('conflicts.side', { name });
}

type SideName = `conflicts.${'oneSide' | 'other' | 'otherSide' | 'firstSide' | 'secondSide'}`;

function unmerged({ ours, theirs }: Conflict): Message {
  return messageOf('conflicts.unmerged', {
    ours: sideName(ours, 'conflicts.oneSide'),
    theirs: sideName(theirs, 'conflicts.other'),
  });
}

function relatedOf({ ours, theirs }: Conflict, uri: string): Related[] {
  const told = (side: ConflictSide, otherwise: SideName): Related => ({
    uri,
    range: side.mark,
    message: messageOf('conflicts.linesOf', { side: sideName(side, otherwise) }),
  });
  return [told(ours, 'conflicts.oneSide'), told(theirs, 'conflicts.otherSide')];
}

function conflictFixes({ range, ours, theirs }: Conflict, text: string): Fix[] {
  const whole = { start: range.start, end: afterLineEnd(text, range.end) };
  const keep = (title: Message, newText: string): Fix => ({
    title,
    edits: [{ range: whole, newText }],
    safe: false,
  });
  const written = ({ lines }: ConflictSide): string => text.slice(lines.start, lines.end);
  return [
    keep(messageOf('conflicts.keep', { side: sideName(ours, 'conflicts.firstSide') }), written(ours)),
    keep(messageOf('conflicts.keep', { side: sideName(theirs, 'conflicts.secondSide') }), written(theirs)),
    keep(messageOf('conflicts.keepBoth'), written(ours) + written(theirs)),
  ];
}
