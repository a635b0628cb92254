import { isSpaceOrTab } from '../../syntax.ts';

/**
 * Where a document can be cut so that each piece reads alone as it reads in the whole. A piece that is too long is only
 * slow; one that is too short is wrong. So a cut is made after a blank line only, in front of a line that nothing before
 * it can reach: no continued list, no indented line, no open fence or HTML. Every cut follows from the text behind the
 * one before alone, so that an edit moves no cut before the piece before it.
 */

/** A piece of a document, offsets into its text. */
export interface CutPiece {
  readonly start: number;
  readonly end: number;
  /** Whether HTML or a fence in a list may be open where the piece ends: only the parser can tell. */
  readonly doubtful: boolean;
}

/** A line without its end; `next` is where the next one begins, the length of the text behind the last one. */
interface Line {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

const listMarker = /(?:[-+*]|[0-9]{1,9}[.)])(?=[ \t\r\n]|$)/y;
const fence = /(`{3,})[^`\r\n]*$|(~{3,})/my;
const openHtml: readonly (readonly [RegExp, RegExp])[] = [
  [/<(?:script|pre|style|textarea)(?=[\s>]|$)/iy, /<\/(?:script|pre|style|textarea)>/gi],
  [/<!--/y, /-->/g],
  [/<\?/y, /\?>/g],
  [/<!\[CDATA\[/y, /\]\]>/g],
  [/<![a-z]/iy, />/g],
];
const frontMatterFence = /---[ \t]*(?=\r|\n|$)/y;

const lineEnd = /\r\n?|\n/g;

/** The line that begins at `start`; a line ends at `\n`, `\r\n` or `\r`. */
export function lineAt(text: string, start: number, hasReturns: boolean): Line {
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

/** Offset of the first character of a line that is neither space nor tab. */
function contentStart(text: string, { start, end }: Line): number {
  let at = start;
  while (at < end && isSpaceOrTab(text.charCodeAt(at))) at++;
  return at;
}

function matchesAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** What has been seen of a piece that is being cut. */
interface PieceSoFar {
  /** Lines from here on are still to be read. */
  at: number;
  hasList: boolean;
  hasContainer: boolean;
  /** Whether the last line that is not blank begins with white space. */
  indented: boolean;
  doubtful: boolean;
}

/** Front matter that is opened and never closed: it is none, but all that follows is read otherwise. */
export const unclosed = -1;

/**
 * Where the line ends that closes the front matter, an offset; 0 where there is no front matter, `unclosed` where nothing
 * closes it.
 */
export function frontMatterEnd(text: string): number {
  if (!matchesAt(frontMatterFence, text, 0)) return 0;
  for (let at = text.indexOf('---', 3); at >= 0; at = text.indexOf('---', at + 1)) {
    const before = text.charCodeAt(at - 1);
    const closing = before === 10 || before === 13 ? matchesAt(frontMatterFence, text, at) : null;
    if (closing) return at + closing[0].length;
  }
  return unclosed;
}

/**
 * The piece that begins at `start`.
 * @param start offset of the beginning of a line: 0, or where another piece ends
 * @param frontEnd what `frontMatterEnd` says of the text
 * @param atLeast a shorter piece is known to be none
 */
export function pieceAt(
  text: string,
  start: number,
  hasReturns: boolean,
  frontEnd: number,
  atLeast = start,
): CutPiece {
  const open: PieceSoFar = {
    at: start,
    hasList: false,
    hasContainer: false,
    indented: false,
    doubtful: false,
  };
  if (start === 0 && frontEnd > 0) open.at = lineAt(text, frontEnd, hasReturns).next;
  let begun = open.at > start;
  while (open.at < text.length) {
    const line = lineAt(text, open.at, hasReturns);
    const content = contentStart(text, line);
    if (content < line.end) {
      noteLine(text, line, content, open, hasReturns);
      begun = true;
    } else {
      const next = firstFilled(text, line.next, hasReturns);
      if (begun && next >= atLeast && mayCutBefore(text, next, open))
        return { start, end: next, doubtful: open.doubtful };
      open.at = next;
    }
  }
  return { start, end: text.length, doubtful: open.doubtful };
}

/** The beginning of the first line from `at` on that is not blank; the length of the text where there is none. */
function firstFilled(text: string, at: number, hasReturns: boolean): number {
  let start = at;
  while (start < text.length) {
    const line = lineAt(text, start, hasReturns);
    if (contentStart(text, line) < line.end) return start;
    start = line.next;
  }
  return text.length;
}

function noteLine(text: string, line: Line, content: number, open: PieceSoFar, hasReturns: boolean): void {
  const code = text.charCodeAt(content);
  open.indented = content > line.start;
  open.at = line.next;
  if (isLetter(code)) {
    if (open.hasContainer && mayHideOpening(text, line)) open.doubtful = true;
    return;
  }
  const isFenced = !open.hasContainer && (code === 96 || code === 126) && content - line.start < 4;
  if (isFenced && matchesAt(fence, text, content)) open.at = afterFence(text, line, content, hasReturns);
  else if (code === 60) {
    open.doubtful = true;
    open.at = afterHtml(text, line, content, hasReturns);
  } else if (mayHideOpening(text, line)) open.doubtful = true;
  if (matchesAt(listMarker, text, content)) open.hasList = open.hasContainer = true;
  if (code === 62 || (code === 91 && text.charCodeAt(content + 1) === 94)) open.hasContainer = true;
}

/** Whether a list, quotation or note on this line may open a fence or HTML. */
function mayHideOpening(text: string, { start, end }: Line): boolean {
  const line = text.slice(start, end);
  return line.includes('```') || line.includes('~~~') || line.includes('<');
}

function afterFence(text: string, line: Line, content: number, hasReturns: boolean): number {
  const mark = text.charAt(content);
  let length = 0;
  while (text.charAt(content + length) === mark) length++;
  for (let at = line.next; at < text.length;) {
    // A closing fence is looked for at memory speed: the text behind an opening one may be the whole document.
    const found = text.indexOf(mark.repeat(length), at);
    if (found < 0) return text.length;
    const closing = lineAt(text, startOfLine(text, found, at), hasReturns);
    if (/^ {0,3}(?:`+|~+)[ \t]*$/.test(text.slice(closing.start, closing.end))) return closing.next;
    at = closing.next;
  }
  return text.length;
}

/** Where the line of an offset begins, not before `least`. Looks no further back: that might be the whole document. */
function startOfLine(text: string, offset: number, least: number): number {
  let at = offset;
  while (at > least && text.charCodeAt(at - 1) !== 10 && text.charCodeAt(at - 1) !== 13) at--;
  return at;
}

/** Kinds of HTML that go on over blank lines until something closes them. */
function afterHtml(text: string, line: Line, content: number, hasReturns: boolean): number {
  const kind = openHtml.find(([opening]) => matchesAt(opening, text, content));
  if (!kind) return line.next;
  const closing = matchesAt(kind[1], text, content + 2);
  return closing ? lineAt(text, closing.index, hasReturns).next : text.length;
}

const byteOrderMark = 0xfeff;

function mayCutBefore(text: string, next: number, open: PieceSoFar): boolean {
  const code = text.charCodeAt(next);
  if (isSpaceOrTab(code)) return false;
  // At the beginning of what a parser is given it is no character but a mark, and is left out.
  if (code === byteOrderMark) return false;
  if (open.hasList && matchesAt(listMarker, text, next)) return false;
  // Behind indented code the parser believes itself in it still, and lets fewer things begin; what a list leaves open ends
  // elsewhere where another list or quotation begins.
  if (open.doubtful && open.hasContainer && !isLetter(code) && code !== 35) return false;
  return !open.indented || isHarmless(text, next, code);
}

function isHarmless(text: string, at: number, code: number): boolean {
  return isLetter(code) || code === 35 || (code === 91 && text.charCodeAt(at + 1) !== 94);
}

function isLetter(code: number): boolean {
  return (code > 96 && code < 123) || (code > 64 && code < 91) || code > 160;
}
