import type { DiffPart, QuotationResult } from '../quotations.ts';
import type { Range } from '../text.ts';
import { isChange } from './quotationMessages.ts';

/**
 * The words at fault in a quotation that differs from its source: from the first changed word to the last; where words were left
 * out, those on both sides of the gap. The whole quotation where no word can be pointed at.
 * @param paper its text
 */
export function faultRange({ diff, quotation }: QuotationResult, paper: string): Range {
  const places = diff.flatMap((part, at) =>
    isChange(part) ? [placeOf(part, diff[at - 1], diff[at + 1], paper)] : [],
  );
  const start = Math.max(quotation.range.start, Math.min(...places.map((place) => place.start)));
  const end = Math.min(quotation.range.end, Math.max(...places.map((place) => place.end)));
  return places.length > 0 && start < end ? { start, end } : quotation.range;
}

function placeOf(
  { quotedRange }: DiffPart,
  before: DiffPart | undefined,
  after: DiffPart | undefined,
  paper: string,
): Range {
  if (quotedRange.end > quotedRange.start) return quotedRange;
  const left = before && wordAt(before.quotedRange, paper, /\S+\s*$/u);
  const right = after && wordAt(after.quotedRange, paper, /\S+/u);
  return { start: left?.start ?? quotedRange.start, end: right?.end ?? quotedRange.end };
}

function wordAt(range: Range, paper: string, word: RegExp): Range | undefined {
  const found = word.exec(paper.slice(range.start, range.end));
  if (!found) return undefined;
  const start = range.start + found.index;
  return { start, end: start + found[0].trimEnd().length };
}
