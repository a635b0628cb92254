import { isSpaceOrTab } from '../../syntax.ts';
import {
  type BlockLine,
  isDashedLine,
  lineAt,
  mayFollow,
  definitionTextAt,
  itemMarkAt,
} from '../blockLines.ts';
import { RegionFinder } from '../pandoc/findRegion.ts';

/**
 * Where a document can be cut so that each piece reads alone as it reads in the whole. A piece that is too long is only
 * slow; one that is too short is wrong. So a cut is made after a blank line only, in front of a line that nothing before
 * it can reach: no continued list, no indented line, no open fence or HTML. Every cut follows from the text behind the
 * one before alone, so that an edit moves no cut before the piece before it.
 */

/** A text that is cut, and what is known of it. */
export interface CutText {
  readonly text: string;
  readonly hasReturns: boolean;
  /** What `frontMatterEnd` says of the text. */
  readonly frontEnd: number;
  /** Finds Pandoc's blocks in the text; made when something looks like one. */
  finder?: RegionFinder;
}

/** A piece of a document. */
export interface CutPiece {
  /** Offset into the text. */
  readonly end: number;
  /** Whether an edit of the text behind the piece, however far, may make it longer. */
  readonly looksAhead: boolean;
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
/** What the caption of a table begins with. */
const caption = /(?::|[Tt]able:)/y;
const frontMatterFence = /---[ \t]*(?=\r|\n|$)/y;
const frontMatterClosing = /(?:---|\.{3})[ \t]*(?=\r|\n|$)/y;

/** Offset of the first character of a line that is neither space nor tab. */
function contentStart(text: string, { start, end }: BlockLine): number {
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
  /** Whether HTML or a fence in a list may be open: only the parser can tell. */
  doubtful: boolean;
  /** Whether it holds a definition, `: text`. */
  hasDefinition: boolean;
  /** Whether its last block may be the caption of a table that follows. */
  hasCaption: boolean;
  /** Whether the line before the next one is blank, a heading, a fence of a div or a mere `>`, or there is none. */
  isBlankBefore: boolean;
  /** Whether text behind the piece was looked at that may make it longer. */
  looksAhead: boolean;
}

/** Front matter that is opened and never closed: it is none, but all that follows is read otherwise. */
export const unclosed = -1;

/**
 * Where the line ends that closes the front matter, an offset; 0 where there is no front matter, `unclosed` where nothing
 * closes it.
 */
export function frontMatterEnd(text: string): number {
  if (!matchesAt(frontMatterFence, text, 0)) return 0;
  let points = text.indexOf('...');
  for (let at = text.indexOf('---', 3); at >= 0 || points >= 0;) {
    const isPoints = points >= 0 && (at < 0 || points < at);
    const found = isPoints ? points : at;
    const before = text.charCodeAt(found - 1);
    const closing = before === 10 || before === 13 ? matchesAt(frontMatterClosing, text, found) : null;
    if (closing) return found + closing[0].length;
    if (isPoints) points = text.indexOf('...', found + 1);
    else at = text.indexOf('---', found + 1);
  }
  return unclosed;
}

/**
 * The piece that begins at `start`.
 * @param start offset of the beginning of a line: 0, or where another piece ends
 * @param atLeast a shorter piece is known to be none
 */
export function pieceAt(cut: CutText, start: number, atLeast: number): CutPiece {
  const { text, hasReturns, frontEnd } = cut;
  const open: PieceSoFar = {
    at: start,
    hasList: false,
    hasContainer: false,
    indented: false,
    doubtful: false,
    hasDefinition: false,
    hasCaption: false,
    isBlankBefore: start > 0 || frontEnd === 0,
    looksAhead: false,
  };
  if (start === 0 && frontEnd > 0) open.at = lineAt(text, frontEnd, hasReturns).next;
  let begun = open.at > start;
  let isAfterBlank = false;
  while (open.at < text.length) {
    const line = lineAt(text, open.at, hasReturns);
    const content = contentStart(text, line);
    if (content === line.end) {
      open.at = line.next;
      open.isBlankBefore = isAfterBlank = true;
      continue;
    }
    if (isAfterBlank && begun && line.start >= atLeast && mayCutBefore(text, line.start, open))
      return { end: line.start, looksAhead: open.looksAhead };
    noteLine(cut, line, content, open);
    begun = true;
    isAfterBlank = false;
  }
  return { end: text.length, looksAhead: open.looksAhead };
}

function noteLine(cut: CutText, line: BlockLine, content: number, open: PieceSoFar): void {
  const { text } = cut;
  const code = text.charCodeAt(content);
  const isAfterBlank = open.isBlankBefore;
  const mayBeBlank = code === 35 || code === 58 || code === 62;
  open.isBlankBefore = mayBeBlank && mayFollow(text.slice(line.start, line.end));
  open.indented = content > line.start;
  open.at = line.next;
  open.hasCaption = matchesAt(caption, text, content) !== null || (open.hasCaption && !isAfterBlank);
  if (isAfterBlank && code === 45 && content - line.start < 4) passTable(cut, line, open);
  if (definitionTextAt(text, line.start) !== undefined) open.hasDefinition = open.hasContainer = true;
  if (code < 128 && itemMarkAt(text, line.start, line.end)) open.hasList = open.hasContainer = true;
  const isFenced = !open.hasContainer && (code === 96 || code === 126) && content - line.start < 4;
  if (isFenced && matchesAt(fence, text, content)) open.at = afterFence(cut, line, content);
  else if (code === 60) {
    open.doubtful = true;
    open.at = afterHtml(cut, line, content);
  } else if (open.hasContainer || !isLetter(code)) {
    // A list, quotation or note may open a fence or HTML.
    open.doubtful ||= /`{3}|~{3}|</.test(text.slice(line.start, line.end));
  }
  if (isLetter(code)) return;
  if (matchesAt(listMarker, text, content)) open.hasList = open.hasContainer = true;
  if (code === 62 || (code === 91 && text.charCodeAt(content + 1) === 94)) open.hasContainer = true;
}

/** Goes on behind a table or metadata block that may hold blank lines. */
function passTable(cut: CutText, line: BlockLine, open: PieceSoFar): void {
  const { text } = cut;
  if (!isDashedLine(text.slice(line.start, line.end)) || isBlankAt(text, line.next)) return;
  open.looksAhead = true;
  cut.finder ??= new RegionFinder(text);
  const region = cut.finder.regionAt(line.start);
  if (region) open.at = lineAt(text, region.node.end, true).next;
}

function isBlankAt(text: string, start: number): boolean {
  const line = lineAt(text, start, true);
  return contentStart(text, line) === line.end;
}

function afterFence({ text, hasReturns }: CutText, line: BlockLine, content: number): number {
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
function afterHtml({ text, hasReturns }: CutText, line: BlockLine, content: number): number {
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
  if (open.hasList && (matchesAt(listMarker, text, next) || itemMarkAt(text, next, text.length)))
    return false;
  if (open.hasCaption || matchesAt(caption, text, next) || definitionTextAt(text, next) !== undefined)
    return false;
  if (open.hasDefinition && isTerm(text, next)) return false;
  // Behind indented code the parser believes itself in it still, and lets fewer things begin; what a list leaves open ends
  // elsewhere where another list or quotation begins.
  if (open.doubtful && open.hasContainer && !isLetter(code) && code !== 35) return false;
  return !open.indented || isHarmless(text, next, code);
}

/** Whether a line may be a term whose definition follows. */
function isTerm(text: string, start: number): boolean {
  const { next } = lineAt(text, start, true);
  return definitionTextAt(text, isBlankAt(text, next) ? lineAt(text, next, true).next : next) !== undefined;
}

function isHarmless(text: string, at: number, code: number): boolean {
  return isLetter(code) || code === 35 || (code === 91 && text.charCodeAt(at + 1) !== 94);
}

function isLetter(code: number): boolean {
  return (code > 96 && code < 123) || (code > 64 && code < 91) || code > 160;
}
