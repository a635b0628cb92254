import { originals } from '../match.ts';
import type { Quotable } from '../resolve.ts';
import type { ExactMatch, Wanted } from './quotationText.ts';
import type { CopiedMark } from './respellings.ts';

/** Between a word and the mark of its note: markup, and points. */
const markAhead = /^[^\p{L}\p{N}\s[^]{0,6}((?:\[\^[^\]\s]{1,200}\]|\^\[)+)/u;

/** A note whose mark stands at a place of a source. Inline notes have neither number nor label. */
export interface MarkedNote {
  readonly number: number | undefined;
  readonly label: string | undefined;
}

/** Returns the notes whose marks stand in the source right after the character before an offset of its index. */
export function notesMarkedAt(quotable: Quotable, at: number): MarkedNote[] {
  if (at <= 0) return [];
  const [stretch] = originals(quotable.index, { start: at - 1, end: at });
  const { file, notes } = quotable.source;
  if (!stretch || !file || quotable.inFile[stretch.unit] !== true) return [];
  const { end } = stretch.original;
  const ahead = markAhead.exec(file.document.text.slice(end, end + 240))?.[1] ?? '';
  return [...ahead.matchAll(/\[\^([^\]\s]+)\]|\^\[/gu)].map(([, written]): MarkedNote => {
    const label = written?.toLowerCase();
    return { label, number: notes.find((note) => note.label === label)?.number };
  });
}

/** Whether a mark in a quotation is that of a note: it shows its number, or its label, or no number at all. */
export function isMarkOf(mark: Pick<CopiedMark, 'number'>, { number, label }: MarkedNote): boolean {
  return (
    mark.number === undefined ||
    label === undefined ||
    mark.number === number ||
    String(mark.number) === label
  );
}

/** Whether the source has, wherever a mark was left out of a quotation, the mark of that note. */
export function hasTheirNotes(
  marks: readonly CopiedMark[],
  { words, pattern }: Wanted,
  quotable: Quotable,
  { parts }: ExactMatch,
): boolean {
  const stretches = parts.length === 1 ? [{ start: 0, end: words.text.length }] : (pattern?.parts ?? []);
  return marks.every((mark) => {
    const at = words.firstStartingAt(mark.at);
    const part = stretches.findLastIndex(({ start }) => start < at);
    const [own, found] = [stretches[part], parts[part]];
    if (!own || !found) return false;
    return notesMarkedAt(quotable, found.start + Math.min(at, own.end) - own.start).some((note) =>
      isMarkOf(mark, note),
    );
  });
}
