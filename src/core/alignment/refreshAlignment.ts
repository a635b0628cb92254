import type { AlignedGroup } from './alignedGroup.ts';
import { type AlignmentLine, lineText, type PassageMark, printLength } from './alignmentFile.ts';
import { type AnchoredLine, anchorLines } from './anchorLines.ts';

/** The fingerprints of all passages of two texts, in order. */
export interface PrintedTexts {
  readonly base: readonly string[];
  readonly text: readonly string[];
}

/**
 * Returns the lines to be written: what a person confirmed stays as it is, with the numbers of today where its words are the same;
 * everything else is what has just been computed of the passages that no confirmed line has.
 */
export function refreshedLines(
  before: readonly AlignmentLine[],
  groups: readonly AlignedGroup[],
  prints: PrintedTexts,
): readonly AlignmentLine[] {
  const confirmed = anchorLines(before, prints.base, prints.text).filter(
    ({ line }) => line.state === 'confirmed',
  );
  const kept = confirmed.map(({ line, base, text, isSame }) =>
    isSame
      ? { ...line, base: marksOfNumbers(base, prints.base), text: marksOfNumbers(text, prints.text) }
      : line,
  );
  const current = confirmed.filter(({ isSame }) => isSame);
  const takenBase = new Set(current.flatMap(({ base }) => base));
  const takenText = new Set(current.flatMap(({ text }) => text));
  const computed = groups.flatMap(({ a, b, isCertain, candidates }): AlignmentLine[] => {
    const base = a.filter((number) => !takenBase.has(number));
    const text = b.filter((number) => !takenText.has(number));
    if (base.length + text.length === 0) return [];
    const isWhole = base.length === a.length && text.length === b.length;
    const marks = { base: marksOfNumbers(base, prints.base), text: marksOfNumbers(text, prints.text) };
    if (isCertain && isWhole) return [{ ...marks, state: 'computed' }];
    return [{ ...marks, state: 'open', perhaps: { base: candidates.a, text: candidates.b } }];
  });
  return [...kept, ...computed];
}

/**
 * Writes a line as a person confirms it: with the passages of today. Undefined where one of its passages is not there any more.
 * @param prints of the texts of today
 */
export function confirmedLineText(
  { line, base, text }: AnchoredLine,
  prints: PrintedTexts,
): string | undefined {
  if (base.length !== line.base.length || text.length !== line.text.length) return undefined;
  const marks = { base: marksOfNumbers(base, prints.base), text: marksOfNumbers(text, prints.text) };
  return lineText({ ...marks, state: 'confirmed' });
}

/** The passages with some numbers, as a line names them. */
export function marksOfNumbers(numbers: readonly number[], prints: readonly string[]): PassageMark[] {
  return numbers.map((number) => [number, (prints[number - 1] ?? '').slice(0, printLength)]);
}
