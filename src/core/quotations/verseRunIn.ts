import { originals } from '../match.ts';
import type { Quotable } from '../resolve.ts';
import type { ExactMatch, Wanted } from './quotationText.ts';
import { respelt } from './respellings.ts';

/** The end of a line of verse, or of a stanza, that a quotation in running text marks with `/` or `//`. */
export interface MarkedLineEnd {
  /** Original offset, in the paper, of the first character after the mark. */
  readonly next: number;
  readonly isStanza: boolean;
}

/** A quotation of verse without the marks of its lines, and where they were. */
export interface VerseRunIn {
  readonly wanted: Wanted;
  readonly ends: readonly MarkedLineEnd[];
}

/** After a dash or other punctuation it needs no space. */
const lineMark = /(?:\s+|(?<=[^\p{L}\p{N}\s/:]))(\/\/?)\s+(?=\S)/gu;

/** Reads verse that is run in, with ` / ` between its lines; undefined where a quotation has no such marks. */
export function verseRunIn(wanted: Wanted): VerseRunIn | undefined {
  const { words } = wanted.quotation;
  if (!words.text.includes('/')) return undefined;
  const found = [...words.text.matchAll(lineMark)];
  if (found.length === 0) return undefined;
  const edits = found.map(({ index, 0: mark }) => ({ start: index, end: index + mark.length, newText: ' ' }));
  const ends = found.map(({ index, 0: mark, 1: slashes }) => ({
    next: words.startAt(index + mark.length) ?? 0,
    isStanza: slashes === '//',
  }));
  return { wanted: respelt(wanted, edits), ends };
}

/** Whether the source has the end of a line, or of a stanza, wherever the quotation marks one. */
export function hasTheirLineEnds(
  ends: readonly MarkedLineEnd[],
  { words, pattern }: Wanted,
  quotable: Quotable,
  { parts }: ExactMatch,
): boolean {
  const stretches = parts.length === 1 ? [{ start: 0, end: words.text.length }] : (pattern?.parts ?? []);
  return ends.every(({ next, isStanza }) => {
    const at = words.firstStartingAt(next);
    const part = stretches.findIndex(({ start, end }) => start <= at && at < end);
    const [own, found] = [stretches[part], parts[part]];
    // At an ellipsis, the line's end may be among what is left out.
    if (!own || !found || at === own.start) return true;
    return isLineStart(quotable, found.start + at - own.start, isStanza);
  });
}

/** Whether a line of the source, or a stanza, starts at an offset of its index. */
export function isLineStart({ index, plains }: Quotable, at: number, isStanza: boolean): boolean {
  const [stretch] = originals(index, { start: at, end: at + 1 });
  const plain = stretch && plains[stretch.unit];
  if (!plain) return false;
  const before = plain.text.slice(0, plain.firstStartingAt(stretch.original.start));
  const space = /[^\p{L}\p{N}]*$/u.exec(before.slice(-40))?.[0] ?? '';
  if (before.trim() === '') return true;
  return isStanza ? /[\n\r]\s*[\n\r]/u.test(space.replace(/\r\n/gu, '\n')) : /[\n\r]/u.test(space);
}
