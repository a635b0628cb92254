import type { MappedTextBuilder } from '../../text.ts';
import { isAsciiLetterOrDigit } from '../../text.ts';
import { itemMarkAt } from '../blockLines.ts';

/**
 * Reads what nearly all of a paper is: a paragraph of words and quotation marks, with brackets of citations, plain emphasis and
 * links to a bare address, in which every other character is nothing but itself. What a character might be beside that is refused,
 * and read by `simpleBlocks` or remark, which are the definition: a backslash, code, HTML, a reference, a formula, a superscript, a
 * table, attributes, an image, a note, a key outside brackets, emphasis in emphasis; a line that begins with white space, a sign or
 * a number, or ends in several blanks or within brackets in one; a line end of two units within the paragraph.
 */
export interface PlainParagraph {
  /** Where its last line ends, before the line end. It begins at 0. UTF-16 code units. */
  readonly end: number;
  /** What of its text is not printed, starts and ends by turns, in order: marks of emphasis, brackets and targets of links, blanks at the ends of lines. */
  readonly hidden: readonly number[];
}

/**
 * Appends the words of a plain paragraph as people see them.
 * @param text begins with the paragraph
 * @param start where the paragraph begins in the original
 */
export function appendPlainWords(
  { end, hidden }: PlainParagraph,
  text: string,
  start: number,
  builder: MappedTextBuilder,
): void {
  let from = 0;
  for (let at = 0; at < hidden.length; at += 2) {
    builder.appendVerbatim(text.slice(from, hidden[at]), start + from);
    from = hidden[at + 1] ?? end;
  }
  builder.appendVerbatim(text.slice(from, end), start + from);
}

const refused = 1;
const lineEnd = 2;
const opening = 3;
const closing = 4;
const keyMark = 5;
const emphasis = 6;

/** What a code unit of ASCII may be beside itself. */
const meanings = new Uint8Array(128);
for (const mark of '\\`<&~^${}|\t\u0000') meanings[mark.charCodeAt(0)] = refused;
meanings['\n'.charCodeAt(0)] = meanings['\r'.charCodeAt(0)] = lineEnd;
meanings['['.charCodeAt(0)] = opening;
meanings[']'.charCodeAt(0)] = closing;
meanings['@'.charCodeAt(0)] = keyMark;
meanings['*'.charCodeAt(0)] = meanings['_'.charCodeAt(0)] = emphasis;

const none: readonly number[] = [];

/** Returns the paragraph that a text is, with the blank lines after it; undefined where it is, or may be, anything else. */
export function readPlainParagraph(text: string): PlainParagraph | undefined {
  if (!mayBeginLine(text.charCodeAt(0))) return undefined;
  if (text.charCodeAt(0) < 128 && itemMarkAt(text, 0, text.length)) return undefined;
  let hidden: number[] | undefined;
  /** Where the brackets that are open began, whether they have a key, and the emphasis that they stand in. */
  let bracket = -1;
  let hasKey = false;
  let opened = -1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const meaning = code < 128 ? (meanings[code] ?? 0) : 0;
    if (meaning === 0) continue;
    if (meaning === keyMark) {
      if (bracket < 0) return undefined;
      hasKey = true;
    } else if (meaning === opening) {
      if (bracket >= 0 || text.charCodeAt(at - 1) === 33) return undefined;
      bracket = at;
      hasKey = false;
    } else if (meaning === closing) {
      if (bracket < 0) return undefined;
      const end = hasKey ? endOfCitation(text, at) : endOfTarget(text, at);
      if (end < 0) return undefined;
      if (!hasKey) (hidden ??= []).push(bracket, bracket + 1, at, end);
      bracket = -1;
      at = end - 1;
    } else if (meaning === emphasis) {
      if (bracket >= 0) return undefined;
      const end = text.charCodeAt(at + 1) === code ? at + 2 : at + 1;
      const marks = (hidden ??= []);
      if (opened < 0 ? !mayOpen(text, at, end) : !mayClose(text, at, end, opened)) return undefined;
      marks.push(at, end);
      opened = opened < 0 ? at : -1;
      at = end - 1;
    } else if (meaning === refused) return undefined;
    else {
      const filled = endOfFilled(text, at);
      if (filled < at) (hidden ??= []).push(filled, at);
      if (code === 13 || !mayBeginLine(text.charCodeAt(at + 1)))
        return bracket < 0 && opened < 0 && isBlankFrom(text, at)
          ? { end: at, hidden: hidden ?? none }
          : undefined;
      // Several blanks break the line; of a link what is hidden is not in order until it is closed.
      if (filled < at - 1 || (filled < at && bracket >= 0)) return undefined;
    }
  }
  if (bracket >= 0 || opened >= 0) return undefined;
  const filled = endOfFilled(text, text.length);
  if (filled < text.length) (hidden ??= []).push(filled, text.length);
  return { end: text.length, hidden: hidden ?? none };
}

/** Returns the end of a line without the blanks before it. */
function endOfFilled(text: string, end: number): number {
  let at = end;
  while (text.charCodeAt(at - 1) === 32) at--;
  return at;
}

const byteOrderMark = 0xfeff;

/** Whether a line may begin with a code unit, wherever in a paragraph. Letters of all alphabets, and marks, may. */
function mayBeginLine(code: number): boolean {
  if (code > 127) return code !== byteOrderMark;
  return (
    (code > 96 && code < 123) ||
    (code > 64 && code < 91) ||
    code === 34 ||
    code === 39 ||
    code === 40 ||
    code === 91
  );
}

/** Whether nothing but line ends follows. */
function isBlankFrom(text: string, from: number): boolean {
  for (let at = from; at < text.length; at++) {
    if (text.charCodeAt(at) === 13) at++;
    if (text.charCodeAt(at) !== 10) return false;
  }
  return true;
}

/** Returns the offset after the bracket that closes a citation; -1 where it may be a link, or the definition of one. */
function endOfCitation(text: string, close: number): number {
  const next = text.charCodeAt(close + 1);
  return next === 40 || next === 91 || next === 58 ? -1 : close + 1;
}

/** A link’s address without anything to unescape, and no attributes behind it. */
const target = /\]\([A-Za-z0-9./#:%?=,+-]{1,900}\)(?!\{)/y;

/** Returns the offset after the target of a link; -1 where there is none. */
function endOfTarget(text: string, close: number): number {
  target.lastIndex = close;
  return target.test(text) ? target.lastIndex : -1;
}

/** Whether marks of emphasis can do nothing but open it: a letter behind them, none before (CommonMark 0.31, 6.2). */
function mayOpen(text: string, start: number, end: number): boolean {
  return isNoWord(text.charCodeAt(start - 1)) && isWord(text.charCodeAt(end));
}

/** Whether marks of emphasis can do nothing but close what was opened with the same marks. */
function mayClose(text: string, start: number, end: number, opened: number): boolean {
  const isAlike =
    text.charCodeAt(start) === text.charCodeAt(opened) &&
    isWord(text.charCodeAt(opened + end - start)) &&
    (end - start === 2) === (text.charCodeAt(opened + 1) === text.charCodeAt(opened));
  return isAlike && isWord(text.charCodeAt(start - 1)) && isNoWord(text.charCodeAt(end));
}

/** Whether a code unit is certainly a letter or digit. */
function isWord(code: number): boolean {
  return isAsciiLetterOrDigit(code) || (code > 0xbf && code < 0x250 && code !== 0xd7 && code !== 0xf7);
}

/** Whether a code unit is certainly white space or punctuation, or there is none. */
function isNoWord(code: number): boolean {
  if (Number.isNaN(code) || code === 32 || code === 10) return true;
  return '.,;:!?()"\'-'.includes(String.fromCharCode(code)) || (code > 0x200f && code < 0x2028);
}
