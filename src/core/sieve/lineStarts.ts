import { codes } from '../markdown/pandoc/shortcut/characters.ts';
import { isMatch } from '../markdown/simple/piece.ts';
import { isDigit, isLatin, isLetter } from './characters.ts';

/** The mark of an item of a list, and how many characters stand before its content. */
export interface ItemMark {
  /** Items of one list have the same. */
  readonly sign: string;
  readonly length: number;
}

const bullet = /[-+*] (?! )/y;
const number = /[0-9]{1,3}([.)]) (?! )/y;
const orderedStart = /[0-9]{1,9}[.)](?:\s|$)/y;
const emphasised = /[*_]{1,2}(?=[A-Za-z])/y;

/** The mark of an item that begins at an offset; undefined where none does. */
export function itemMarkAt(text: string, at: number): ItemMark | undefined {
  if (isMatch(bullet, text, at)) return { sign: text.charAt(at), length: 2 };
  number.lastIndex = at;
  const found = number.exec(text);
  return found ? { sign: found[1] ?? '', length: found[0].length } : undefined;
}

/** Whether a line that begins so is plain text: no list, heading, quotation, table, definition or indented line. */
export function mayBeginLine(text: string, at: number, end: number): boolean {
  const code = at < end ? text.charCodeAt(at) : NaN;
  if (isLetter(code) || code === codes.doubleQuote || code === codes.openDouble || code === codes.parenthesis)
    return true;
  if (isDigit(code)) return !isMatch(orderedStart, text, at);
  if (code === codes.asterisk || code === codes.underscore) return isMatch(emphasised, text, at);
  return code === codes.at || (code === codes.bracket && text.charCodeAt(at + 1) !== codes.caret);
}

/** Whether a line that goes on within brackets is surely no beginning of anything else. */
export function mayGoOnInBrackets(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (isDigit(code)) return !isMatch(orderedStart, text, at);
  return isLatin(code) || code === codes.at || code === codes.pilcrow;
}
