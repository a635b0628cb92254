import { originalRange, type Range } from '../text.ts';
import { outOfContext, sentenceAround } from './outOfContext.ts';
import type { Quotable } from '../resolve.ts';
import { sourceRange, sourceWords } from './quotationDiff.ts';
import type { QuotationResult, SenseReversed } from './quotationResult.ts';
import type { ExactMatch, Wanted } from './quotationText.ts';
import { senseReversed, type Reversal } from './senseReversed.ts';

/**
 * Returns signs that exact words are quoted against their sense, for the first place where they stand. If the words also
 * stand somewhere in their sense, they are not quoted against it.
 * @param before the paper's words before its quotation
 */
export function signsOf(
  before: string,
  quotable: Quotable,
  wanted: Wanted,
  matches: readonly ExactMatch[],
): Pick<QuotationResult, 'outOfContext' | 'senseReversed'> {
  return {
    outOfContext: ofAll(matches, (match) => outOfContext(before, quotable, wanted, match)),
    senseReversed: ofAll(matches, (match) => {
      const reversal = senseReversed(before, quotable.index.text, wanted, match);
      return reversal && placed(reversal, quotable, wanted, match);
    }),
  };
}

/** Returns the sign of the first match if every match has one; otherwise undefined. */
function ofAll<T>(
  matches: readonly ExactMatch[],
  signOf: (match: ExactMatch) => T | undefined,
): T | undefined {
  let first: T | undefined;
  for (const match of matches) {
    const sign = signOf(match);
    if (!sign) return undefined;
    first ??= sign;
  }
  return first;
}

function placed(
  { how, words, gap, removed }: Reversal,
  quotable: Quotable,
  wanted: Wanted,
  match: ExactMatch,
): SenseReversed {
  return {
    how,
    words,
    sentence: sourceWords(quotable, sentenceAround(quotable.index.text, match.range)),
    quotedRange: gapInPaper(gap, wanted),
    sourceRange: sourceRange(quotable, removed),
  };
}

/** Returns the range of the ellipsis or bracket, without the spaces next to it. */
function gapInPaper(gap: Range, { words, quotation }: Wanted): Range {
  const written = words.text.slice(gap.start, gap.end);
  const start = gap.start + (written.length - written.trimStart().length);
  return originalRange(words, { start, end: start + written.trim().length }) ?? quotation.range;
}
