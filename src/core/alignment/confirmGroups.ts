import type { AlignmentLine, TextAlignment } from './alignmentFile.ts';
import { type AnchoredLine, anchorLines } from './anchorLines.ts';
import { marksOfNumbers, type PrintedTexts } from './refreshAlignment.ts';

/** Paragraphs that a person says belong together, by the numbers of today. Nothing corresponds to those of a side alone. */
export interface ConfirmedGroup {
  readonly base: readonly number[];
  readonly text: readonly number[];
}

/** Who confirms, and on which day: `2026-11-29`. */
export interface Confirmation {
  readonly by: string;
  readonly on: string;
}

/**
 * Puts what a person says in the place of whatever was known of the same paragraphs. What is left of lines of which it takes a part is
 * open; all other lines stay as they are.
 * @param prints of the texts of today
 */
export function withConfirmedGroups(
  alignment: TextAlignment,
  groups: readonly ConfirmedGroup[],
  prints: PrintedTexts,
  { by, on }: Confirmation,
): TextAlignment {
  const isThere = (side: 'base' | 'text') => (number: number) => prints[side][number - 1] !== undefined;
  const own = groups
    .map(({ base, text }) => ({ base: base.filter(isThere('base')), text: text.filter(isThere('text')) }))
    .filter(({ base, text }) => base.length + text.length > 0);
  const taken = {
    base: new Set(own.flatMap(({ base }) => base)),
    text: new Set(own.flatMap(({ text }) => text)),
  };
  const kept = anchorLines(alignment.groups, prints.base, prints.text).flatMap((anchored) =>
    lineWithout(anchored, taken, prints),
  );
  const confirmed = own.map(({ base, text }): AlignmentLine => ({
    base: marksOfNumbers(base, prints.base),
    text: marksOfNumbers(text, prints.text),
    state: 'confirmed',
    ...(by !== '' && { by }),
    on,
  }));
  return { ...alignment, groups: [...kept, ...confirmed] };
}

/** A line as it is, or as much of it as others have not taken. */
function lineWithout(
  { line, base, text }: AnchoredLine,
  taken: Readonly<Record<'base' | 'text', ReadonlySet<number>>>,
  prints: PrintedTexts,
): AlignmentLine[] {
  const rest = {
    base: base.filter((number) => !taken.base.has(number)),
    text: text.filter((number) => !taken.text.has(number)),
  };
  if (rest.base.length === base.length && rest.text.length === text.length) return [line];
  if (rest.base.length + rest.text.length === 0) return [];
  return [
    {
      base: marksOfNumbers(rest.base, prints.base),
      text: marksOfNumbers(rest.text, prints.text),
      state: 'open',
      perhaps: rest,
    },
  ];
}
