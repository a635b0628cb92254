import { buildPassageIndex, type PassageIndex, type Unit, unitAt } from '../match.ts';
import type { SourceStructure } from '../source.ts';
import { firstIndex, type MappedText, PlacedRanges, type Range } from '../text.ts';
import type { TextPosition } from './annotation.ts';

/**
 * A source's text, prepared for placing notes: the words of headings, passages and attributions as people read them, in the
 * order of the file and without barriers, then the words of the source's own notes. It contains no Markdown marks, front
 * matter or line breaks, so changing these moves no note.
 */
export interface AnchorText {
  /** The source file, without a byte order mark. */
  readonly file: string;
  readonly index: PassageIndex;
  /** The words of each unit of the index. */
  readonly plains: readonly MappedText[];
  /** Units with words, in the order of the file. */
  readonly byPlace: readonly AnchoredUnit[];
  /** The same, for finding those at a place. */
  readonly placed: PlacedRanges<AnchoredUnit>;
  /** Offsets of the characters that take two UTF-16 units, for converting between offsets and code points. */
  readonly astral: readonly number[];
}

/** A unit of the index, with its range in the file. */
interface AnchoredUnit {
  readonly range: Range;
  readonly unit: number;
}

/** Indexes a source's text. Takes linear time. */
export function anchorTextOf(source: SourceStructure, file: string): AnchorText {
  const body = [
    ...source.headings.flatMap(({ plain }) => plain ?? []),
    ...source.passages.flatMap(({ words, attribution }) => [words?.plain ?? [], attribution ?? []].flat()),
  ].filter(isNotBlank);
  body.sort((a, b) => (a.startAt(0) ?? 0) - (b.startAt(0) ?? 0));
  const notes = source.notes.flatMap(({ words }) => words?.plain ?? []).filter(isNotBlank);
  const units: Unit[] = [
    ...body.map((text) => ({ text, continues: true })),
    ...notes.map((text) => ({ text, continues: false })),
  ];
  const plains = units.map(({ text }) => text);
  const byPlace = plains
    .map((plain, unit) => ({ range: extentOf(plain), unit }))
    .sort((a, b) => a.range.start - b.range.start);
  const astral = [...file.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)].map(({ index }) => index);
  const placed = new PlacedRanges(byPlace);
  return { file, index: buildPassageIndex(units), plains, byPlace, placed, astral };
}

function isNotBlank(plain: MappedText): boolean {
  return /\S/u.test(plain.text);
}

function extentOf(plain: MappedText): Range {
  return { start: plain.startAt(0) ?? 0, end: plain.endAt(plain.text.length - 1) ?? 0 };
}

/** Returns the range in the file that a stretch of the index came from. */
export function fileRange(target: AnchorText, { start, end }: Range): Range {
  const { index } = target;
  const from = index.startAt(start);
  return { start: from, end: end > 0 ? Math.max(from, index.endAt(end - 1)) : from };
}

/**
 * Returns the stretch of the index whose characters are in a range of the file, without white space at its ends. If the
 * range contains several runs of units, only the first is returned. Undefined where there are no words.
 */
export function indexRange(target: AnchorText, range: Range): Range | undefined {
  let found: Range | undefined;
  let last = -1;
  for (const { unit } of target.placed.overlapping(range)) {
    const part = withinUnit(target, unit, range);
    if (!part) continue;
    if (found && unit !== last + 1) continue;
    found = { start: found?.start ?? part.start, end: part.end };
    last = unit;
  }
  return found && trimmedRange(target.index.text, found);
}

function withinUnit({ index }: AnchorText, unit: number, range: Range): Range | undefined {
  const own = index.ranges[unit];
  if (!own) return undefined;
  const start = firstPlaceFrom(own, (at) => index.endAt(at) > range.start);
  const end = firstPlaceFrom(own, (at) => index.startAt(at) >= range.end);
  return end > start ? { start, end } : undefined;
}

/** Returns the first offset of a stretch that passes a monotonic test; its end where none does. */
function firstPlaceFrom(within: Range, test: (at: number) => boolean): number {
  let low = within.start;
  let high = within.end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function trimmedRange(text: string, { start, end }: Range): Range | undefined {
  let from = start;
  let to = end;
  while (from < to && text.charAt(from) === ' ') from++;
  while (to > from && text.charAt(to - 1) === ' ') to--;
  return to > from ? { start: from, end: to } : undefined;
}

/** Returns the words of a stretch of the index as the source writes them, on one line. */
export function writtenWords(target: AnchorText, range: Range): string {
  const parts: string[] = [];
  const { index, plains } = target;
  for (let unit = unitAt(index, range.start); unit < index.ranges.length; unit++) {
    const own = index.ranges[unit];
    const plain = plains[unit];
    if (!own || !plain || own.start >= range.end) break;
    const start = Math.max(own.start, range.start);
    const end = Math.min(own.end, range.end);
    if (end <= start) continue;
    const from = plain.firstStartingAt(index.startAt(start));
    const to = plain.firstStartingAt(index.endAt(end - 1), from);
    parts.push(plain.text.slice(from, to));
  }
  return parts.join(' ').replace(/\s+/gu, ' ');
}

/** Converts a range of the file from UTF-16 offsets to code points. */
export function toCodePoints({ astral }: AnchorText, { start, end }: Range): TextPosition {
  const before = (offset: number): number => firstIndex(astral, (at) => at >= offset);
  return { start: start - before(start), end: end - before(end) };
}
