import { endOfAttributes } from './scan.ts';

/** Deeper brackets are text. */
const maxOpenBrackets = 100;

/**
 * Returns where the marks of Pandoc's spans stand in a text, `[` and `]{.smallcaps}` of `[Wick]{.smallcaps}`: pairs of start and
 * end, in order. What is printed is between them.
 */
export function spanMarks(text: string): readonly (readonly [number, number])[] {
  if (!text.includes(']{')) return [];
  const open: number[] = [];
  const marks: [number, number][] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '[' && open.length < maxOpenBrackets) open.push(at);
    if (character !== ']') continue;
    const start = open.pop();
    const end = start === undefined ? undefined : endOfAttributes(text, at + 1, text.length);
    if (start !== undefined && end !== undefined) marks.push([start, start + 1], [at, end]);
  }
  return marks.sort((a, b) => a[0] - b[0]);
}
