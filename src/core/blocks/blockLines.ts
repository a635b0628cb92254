import type { Nodes } from 'mdast';
import type { Range } from '../text.ts';

/** A line of a block, without the `>` and indentation of its containers. Offsets are into the text of the chunk. */
export interface BlockLine {
  readonly start: number;
  readonly end: number;
  /** After the line end. */
  readonly next: number;
}

/**
 * Returns the lines of a block in `quotes` block quotations, without the `>` and indentation of its containers.
 * @param returns whether lines may end with a carriage return
 */
export function readBlockLines(text: string, range: Range, quotes: number, returns: boolean): BlockLine[] {
  const lines: BlockLine[] = [];
  for (let at = range.start; at < range.end;) {
    const start = lines.length > 0 ? skipContainers(text, at, range.end, quotes) : at;
    const { end, next } = lineAt(text, start, returns);
    lines.push({ start, end: Math.min(end, range.end), next: Math.min(next, range.end) });
    at = next;
  }
  return lines;
}

function skipContainers(text: string, from: number, limit: number, quotes: number): number {
  let at = skipBlank(text, from, limit);
  for (let i = 0; i < quotes && at < limit && text.charAt(at) === '>'; i++)
    at = skipBlank(text, at + 1, limit);
  return at;
}

function skipBlank(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && (text.charAt(at) === ' ' || text.charAt(at) === '\t')) at++;
  return at;
}

const lineEnd = /\r\n?|\n/g;

/**
 * Returns the line that begins at `start`; a line ends at `\n`, `\r\n` or `\r`.
 * @param hasReturns whether the text may have carriage returns
 */
export function lineAt(text: string, start: number, hasReturns: boolean): BlockLine {
  if (hasReturns) {
    lineEnd.lastIndex = start;
    const found = lineEnd.exec(text);
    return found
      ? { start, end: found.index, next: lineEnd.lastIndex }
      : { start, end: text.length, next: text.length };
  }
  const feed = text.indexOf('\n', start);
  return feed < 0 ? { start, end: text.length, next: text.length } : { start, end: feed, next: feed + 1 };
}

/**
 * Where a node stands, in UTF-16 code units. Its own offsets count from the text that it was read from; `origin` says where
 * that text begins in the one that the result counts in. A node without a position is taken for an empty one at `origin`.
 */
export function rangeOf({ position }: Nodes, origin = 0): Range {
  const start = origin + (position?.start.offset ?? 0);
  return { start, end: position?.end.offset === undefined ? start : origin + position.end.offset };
}

const dashedLine = /^ {0,3}-[- \t]*$/;

/** Whether a line consists of dashes, as those above, in and below a table do. */
export function isDashedLine(content: string | undefined): boolean {
  return content !== undefined && dashedLine.test(content);
}

/** Whether a table that may hold blank lines may follow a line: one that is blank, a heading or a fence of a div. */
export function mayFollow(lineBefore: string | undefined): boolean {
  return lineBefore === undefined || /^[ \t>]*(?:(?:#{1,6}[ \t]|:{3}).*)?$/.test(lineBefore);
}

const roman = 'm{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})';
const label = `@(?:[\\p{L}\\p{N}]|[_-](?=[\\p{L}\\p{N}]))*|#|[0-9]{1,9}|(?=[ivxlcdm])${roman}|(?=[IVXLCDM])${roman.toUpperCase()}|[A-Za-z]`;
/** The mark of an item, and the space after it. The groups are what opens it, its number, and what closes it. */
const itemMark = new RegExp(`( {0,3})(\\(?)(${label})([.)])(?:([ \\t]+)|(?=\\r|\\n|$))`, 'uy');

/** What such a mark begins with, asked of every line: the longest roman numeral has 15 letters. */
const mayBeItemMark = / {0,3}\(?(?:[@#]|[0-9A-Za-z]{1,15}[.)])/y;

/** How the items of a list are marked; items of another style begin another list. */
export interface ItemMark {
  readonly style: string;
  /** Number of units of the mark, with the indentation before it and the space after it. */
  readonly width: number;
  readonly label: string | undefined;
}

/**
 * Returns the mark of an item that CommonMark does not know at the start of a line; undefined where there is none.
 * @param style that of the list so far, if there is one: `i.` may be a letter or a roman numeral
 */
export function itemMarkAt(text: string, start: number, end: number, style?: string): ItemMark | undefined {
  mayBeItemMark.lastIndex = itemMark.lastIndex = start;
  const found = mayBeItemMark.test(text) ? itemMark.exec(text) : null;
  if (!found || itemMark.lastIndex > end) return undefined;
  const [whole, , open = '', number = '', close = '', space = ''] = found;
  if (open === '(' && close !== ')') return undefined;
  const isNumber = /^[0-9]/.test(number);
  // CommonMark reads these; and Pandoc reads neither initials nor pages as the mark of an item.
  if (isNumber && open === '' && style !== '1' + close) return undefined;
  const isPage = number === 'p' && close === '.' && space.length === 1;
  if (isPage && /[0-9]/.test(text.charAt(itemMark.lastIndex))) return undefined;
  if (/^[A-Z]$/.test(number) && close === '.' && space.length < 2 && !space.includes('\t')) return undefined;
  const kinds = kindsOf(number).map((kind) => open + kind + close);
  const kind = style === undefined ? kinds[0] : kinds.find((each) => each === style);
  if (kind === undefined) return undefined;
  return {
    style: kind,
    width: whole.length,
    label: number.startsWith('@') ? number.slice(1) : undefined,
  };
}

/** The styles that a number may have, the likeliest first. */
function kindsOf(number: string): string[] {
  if (number.startsWith('@')) return ['@'];
  if (number === '#') return ['#'];
  if (/^[0-9]/.test(number)) return ['1'];
  const isLower = number === number.toLowerCase();
  const letter = isLower ? 'a' : 'A';
  const numeral = isLower ? 'i' : 'I';
  if (number.length > 1) return [numeral];
  if (/[ivx]/i.test(number)) return [numeral, letter];
  return /[lcdm]/i.test(number) ? [letter, numeral] : [letter];
}

/** The mark of a definition, `:` or `~`. */
const definitionMark = /( {0,3})[:~](?: {1,3}|\t)(?=[^\r\n])/y;

/** Returns where the text of a definition begins whose mark the line at `start` begins with; undefined where there is none. */
export function definitionTextAt(text: string, start: number): number | undefined {
  definitionMark.lastIndex = start;
  return definitionMark.test(text) ? definitionMark.lastIndex : undefined;
}
