import { appendAll } from '../../core/text.ts';
import type { PdfSpan } from './pdfSpans.ts';
import { withoutLetterSpacing } from './letterSpacing.ts';

/** The left and right edge of a column, in points. */
export interface PdfColumn {
  readonly left: number;
  readonly right: number;
}

/** The signs of a link from a note back to its mark. */
export const backLink = /[\u21A9\u2191\u23CE]\s*\uFE0E?\s*$/u;

/** A line of a page, or of one column of it. */
export interface PdfLine {
  /** The index of its page. */
  readonly page: number;
  readonly spans: readonly PdfSpan[];
  readonly text: string;
  readonly x: number;
  readonly end: number;
  /** The baseline and the size of most of its characters. */
  readonly y: number;
  readonly size: number;
  /** Set when the lines of all pages are known. */
  column: PdfColumn;
}

/** A gap wider than this, in sizes of the type, may be one between columns or cells. */
const maxWordGap = 1.6;
/** Two baselines that differ by less than this, in sizes of the type, are one line with something raised or lowered. */
const maxRaise = 0.55;

/** Puts the stretches of a page together to lines as the file has them, parted at wide gaps. */
export function linesOfSpans(spans: readonly PdfSpan[], page: number): PdfLine[] {
  const groups: PdfSpan[][] = [];
  let group: PdfSpan[] = [];
  for (const span of spans) {
    if (span.text.trim() === '') {
      if (group.length > 0) group.push(span);
    } else if (continuesLine(group, span)) group.push(span);
    else groups.push((group = [span]));
  }
  return groups.map((one) => lineOf(one, page));
}

function continuesLine(group: readonly PdfSpan[], span: PdfSpan): boolean {
  const last = group.findLast((one) => one.text.trim() !== '');
  if (!last) return false;
  const size = Math.max(...group.map((one) => one.size), span.size);
  const base = baselineOf(group);
  if (Math.abs(base - span.y) > maxRaise * size && Math.abs(last.y - span.y) > 0.2 * span.size) return false;
  const gap = span.x - last.end;
  return gap > -0.6 * size && gap < maxWordGap * size;
}

/** The baseline of most characters. */
function baselineOf(spans: readonly PdfSpan[]): number {
  return (
    mostOf(
      spans,
      (span) => span.y,
      (span) => span.text.trim().length,
    ) ?? 0
  );
}

/** The value that the most weight has, values being the same if they round to the same tenth. */
export function mostOf<Item>(
  items: readonly Item[],
  valueOf: (item: Item) => number,
  weightOf: (item: Item) => number = () => 1,
): number | undefined {
  const weights = new Map<number, number>();
  let best: number | undefined;
  for (const item of items) {
    const value = Math.round(valueOf(item) * 10) / 10;
    const weight = (weights.get(value) ?? 0) + weightOf(item);
    weights.set(value, weight);
    if (best === undefined || weight > (weights.get(best) ?? 0)) best = value;
  }
  return best;
}

/** A line of stretches from left to right. */
export function lineOf(spans: readonly PdfSpan[], page: number): PdfLine {
  const words = spans.filter((span) => span.text.trim() !== '');
  const x = Math.min(...words.map((span) => span.x));
  const end = Math.max(...words.map((span) => span.end));
  const weight = (span: PdfSpan): number => span.text.trim().length;
  const size = mostOf(words, (span) => span.size, weight) ?? 0;
  const y = baselineOf(words.filter((span) => Math.abs(span.size - size) < 0.1));
  const spaced = withSpaces(withoutLetterSpacing(spans));
  return {
    page,
    spans: spaced,
    text: spaced
      .map((span) => span.text)
      .join('')
      .trim(),
    x,
    end,
    y,
    size,
    column: { left: x, right: end },
  };
}

/** A gap wider than this, in sizes of the type, parts two words. */
const minSpace = 0.17;

/** Puts a space where the file has only a gap, and none where a justified line has a small gap before its last hyphen. */
function withSpaces(spans: readonly PdfSpan[]): PdfSpan[] {
  const spaced: PdfSpan[] = [];
  let text = '';
  let end = -Infinity;
  for (const [index, span] of spans.entries()) {
    const isBlank = span.text.trim() === '';
    const isLast = index === spans.length - 2 && /^[-\u2010\u00AD]$/u.test(spans[index + 1]?.text ?? '');
    if (isBlank && isLast && span.end - span.x < minSpace * span.size) continue;
    const isApart =
      !isBlank &&
      span.x - end > minSpace * span.size &&
      text !== '' &&
      !/\s$/.test(text) &&
      !/^\s/.test(span.text);
    spaced.push(isApart ? { ...span, text: ` ${span.text}` } : span);
    text += span.text;
    if (!isBlank) end = span.end;
  }
  return spaced;
}

/** Joins the lines on one baseline that no gutter parts. */
export function joinOnBaselines(lines: readonly PdfLine[], gutter: number | undefined): PdfLine[] {
  const joined: PdfLine[][] = [];
  for (const line of [...lines].sort((a, b) => a.y - b.y)) {
    const side = sideOf(line, gutter);
    const same = joined
      .slice(-6)
      .findLast((group) => group.some((one) => sideOf(one, gutter) === side && isOnBaseline(one, line)));
    if (same) same.push(line);
    else joined.push([line]);
  }
  return joined.map((group) => (group.length === 1 ? group : mergeLines(group))).flat();
}

function isOnBaseline(a: PdfLine, b: PdfLine): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  const raise = large.y - small.y;
  const isLevel = Math.abs(raise) < 0.15 * large.size;
  return (
    isLevel ||
    (small.text.length <= 4 && raise > 0 && raise < maxRaise * large.size && small.x < large.end + large.size)
  );
}

function mergeLines(group: readonly PdfLine[]): PdfLine[] {
  const spans: PdfSpan[] = [];
  for (const line of [...group].sort((a, b) => a.x - b.x)) appendAll(spans, line.spans);
  return [lineOf(spans, group[0]?.page ?? 0)];
}

/** On which side of a gutter a line stands: across it, left or right. */
export function sideOf(line: PdfLine, gutter: number | undefined): 'across' | 'left' | 'right' {
  const reach = 0.4 * line.size;
  if (gutter === undefined || (line.x < gutter - reach && line.end > gutter + reach)) return 'across';
  return (line.x + line.end) / 2 < gutter ? 'left' : 'right';
}
