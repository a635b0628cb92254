import { originalRange, type MappedText } from '../text/mappedText.ts';
import type { Range } from '../text/range.ts';
import type { DiffStep } from '../match/wordDiff.ts';
import { originals } from '../match/passageIndex.ts';
import type { Quotable } from './quotable.ts';
import type { DiffPart } from './quotationResult.ts';
import { wholeWords, type Altered, type Wanted } from './quotationText.ts';

/** The word diff of a quotation and the stretch of the source it is like, with ranges in both files. */
export function diffOf(wanted: Wanted, quotable: Quotable, altered: Altered): DiffPart[] {
  const { steps } = altered.alignment;
  const shifted = steps.map((step) => ({ ...step, source: shift(step.source, altered.origin) }));
  const marked = shifted.some((step) => isChange(step)) ? shifted : cutWords(shifted, quotable, altered.range);
  return marked.map((step) => partOf(step, wanted, quotable));
}

function shift(range: Range, by: number): Range {
  return { start: range.start + by, end: range.end + by };
}

function isChange(step: DiffStep): boolean {
  return step.kind === 'changed' || step.kind === 'dropped' || step.kind === 'added';
}

/**
 * Where every word agrees and the quotation still does not stand in the source, it begins or ends inside a word, or a gap
 * stands for more than a gap may: what differs is marked.
 */
function cutWords(steps: readonly DiffStep[], quotable: Quotable, range: Range): DiffStep[] {
  const whole = wholeWords(quotable, range);
  return steps.map((step, i) => {
    const start = i === 0 ? whole.start : step.source.start;
    const end = i === steps.length - 1 ? whole.end : step.source.end;
    const cut = start < step.source.start || end > step.source.end;
    return cut || step.kind === 'editorial' ? { kind: 'changed', quoted: step.quoted, source: { start, end } } : step;
  });
}

function partOf(step: DiffStep, wanted: Wanted, quotable: Quotable): DiffPart {
  const { words } = wanted;
  const at = words.starts[step.quoted.start] ?? words.ends[words.text.length - 1] ?? 0;
  const before = words.ends[step.quoted.start - 1] ?? at;
  const quotedRange = originalRange(words, step.quoted) ?? { start: before, end: before };
  return {
    kind: step.kind,
    quoted: words.text.slice(step.quoted.start, step.quoted.end),
    source: sourceWords(quotable, step.source),
    quotedRange,
    sourceRange: sourceRange(quotable, step.source),
  };
}

/** The source's words as it writes them: its own marks and dashes, one space for white space. */
export function sourceWords(quotable: Quotable, range: Range): string {
  return originals(quotable.index, range)
    .map(({ unit, original }) => plainWords(quotable.plains[unit], original))
    .join(' ')
    .replace(/\s+/gu, ' ');
}

/** The plain words between two offsets of the original. */
function plainWords(plain: MappedText | undefined, range: Range): string {
  if (!plain) return '';
  return plain.text.slice(lowerBound(plain.starts, range.start), lowerBound(plain.starts, range.end));
}

function lowerBound(list: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sourceRange(quotable: Quotable, range: Range): Range | undefined {
  const stretches = originals(quotable.index, range);
  const first = stretches[0];
  const last = stretches.at(-1);
  if (!first || !last || !quotable.inFile[first.unit] || !quotable.inFile[last.unit]) return undefined;
  return { start: first.original.start, end: last.original.end };
}
