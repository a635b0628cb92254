import { appendAll } from '../../core/text.ts';
import { joinOnBaselines, type PdfLine, sideOf } from './pdfLines.ts';

/** A gutter lies in this part of the width of a page's text. */
const middle = [0.3, 0.72] as const;
/** At most this share of the lines beside a gutter may run across it. */
const maxAcross = 0.34;
const minLinesBeside = 4;
/** So many are enough where the file has one column after the other. */
const minLinesByOrder = 2;

/**
 * Finds the middle of the gutter between two columns on each page; undefined for pages of one column. A page that shows
 * little has the gutter of the others if none of its lines contradicts that.
 */
export function findGutters(pages: readonly (readonly PdfLine[])[]): (number | undefined)[] {
  const own = pages.map((lines) => gutterOf(lines, minLinesBeside));
  const known = own.filter((gutter) => gutter !== undefined);
  if (known.length < Math.max(1, pages.length * 0.15)) return pages.map(() => undefined);
  return pages.map((lines, index) => own[index] ?? known.find((gutter) => isGutter(lines, gutter, 1)));
}

function gutterOf(lines: readonly PdfLine[], minLines: number): number | undefined {
  const left = Math.min(...lines.map((line) => line.x));
  const width = Math.max(...lines.map((line) => line.end)) - left;
  const starts = new Map<number, number>();
  for (const line of lines) {
    const share = (line.x - left) / width;
    if (share < middle[0] || share > middle[1]) continue;
    const start = Math.round(line.x);
    starts.set(start, (starts.get(start) ?? 0) + 1);
  }
  const likely = [...starts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 4);
  for (const [start] of likely) {
    const gutter = middleOf(lines, start);
    if (gutter !== undefined && isGutter(lines, gutter, minLines)) return gutter;
  }
  return undefined;
}

/** The middle between most lines that end before `start`, where lines of a right column begin, and the first of these. */
function middleOf(lines: readonly PdfLine[], start: number): number | undefined {
  const ends = lines
    .filter((line) => line.x < start - 4 * line.size && line.end < start + 1)
    .map((line) => line.end);
  if (ends.length === 0) return undefined;
  const end = Math.max(...ends);
  const first = Math.min(start, ...lines.map((line) => line.x).filter((x) => x > end));
  return (end + first) / 2;
}

/** Whether lines begin at a place, lines beside them end before it, and few run across. */
function isGutter(pieces: readonly PdfLine[], gutter: number, minLines: number): boolean {
  const lines = joinOnBaselines(pieces, gutter);
  const sides = { across: 0, left: 0, right: 0 };
  const right = lines.filter((line) => sideOf(line, gutter) === 'right');
  const top = Math.min(...right.map((line) => line.y));
  const bottom = Math.max(...right.map((line) => line.y));
  for (const line of lines)
    if (line.y >= top - line.size && line.y <= bottom + line.size) sides[sideOf(line, gutter)]++;
  const aligned = right.filter((line) => line.x < gutter + 3 * line.size).length;
  const beside = Math.min(sides.left, sides.right);
  if (sides.across > beside * maxAcross) return false;
  if (beside >= minLines && aligned >= right.length * 0.8 && areFilled(right)) return true;
  return beside >= minLinesByOrder && aligned > 0 && isWrittenByColumn(pieces, gutter);
}

/**
 * Whether a file has most of the left column in one go, and then most of the right. A table is written row by row,
 * whatever stands in it.
 */
function isWrittenByColumn(lines: readonly PdfLine[], gutter: number): boolean {
  const all = { left: 0, right: 0 };
  const longest = { left: 0, right: 0 };
  let run = 0;
  let before: 'left' | 'right' | undefined;
  for (const line of lines) {
    const side = sideOf(line, gutter);
    if (side === 'across') continue;
    run = side === before ? run + 1 : 1;
    before = side;
    all[side]++;
    longest[side] = Math.max(longest[side], run);
  }
  return longest.left >= all.left * 0.8 && longest.right >= all.right * 0.8;
}

/** Whether lines are filled with words, as those of a column are and those of a table are not. */
function areFilled(lines: readonly PdfLine[]): boolean {
  const widest = Math.max(...lines.map((line) => line.end - line.x));
  const full = lines.filter(
    (line) => line.end - line.x > widest * 0.7 && /\p{L}{2}.* .*\p{L}{2}/u.test(line.text),
  );
  return full.length >= lines.length * 0.4;
}

/** The lines of a page in reading order: between lines that run across a gutter, the left column before the right. */
export function inReadingOrder(lines: readonly PdfLine[], gutter: number | undefined): PdfLine[] {
  const ordered: PdfLine[] = [];
  let left: PdfLine[] = [];
  let right: PdfLine[] = [];
  const flush = (): void => {
    appendAll(ordered, [...left, ...right]);
    left = [];
    right = [];
  };
  for (const line of joinOnBaselines(lines, gutter).sort((a, b) => a.y - b.y)) {
    const side = sideOf(line, gutter);
    if (side === 'left') left.push(line);
    else if (side === 'right') right.push(line);
    else {
      flush();
      ordered.push(line);
    }
  }
  flush();
  return ordered;
}
