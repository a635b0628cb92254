import { isAsciiLetterOrDigit } from '../../text.ts';
import { isSpaceOrTab } from '../../syntax.ts';
import { codes } from './characters.ts';

/** This many marks cannot nest deeply enough to matter (`deepest` of the reader), whatever they open. */
const harmless = 16;
const deepest = 8;
const single = 1;
const double = 2;

/**
 * Tracks whether the emphasis and quotation marks of a block can nest so deeply that the reader gives up on markup. Few
 * marks cannot. With many marks this is certain only if each closing mark closes the last opened one, as in ordinary text.
 */
export class Nesting {
  private marks = 0;
  private isOrderly = true;
  private reached = 0;
  /** The open marks: `single`, `double`, or for emphasis the code of the mark times four plus the width of its run. */
  private readonly open: number[] = [];

  get isHarmless(): boolean {
    return this.marks <= harmless || (this.isOrderly && this.open.length === 0 && this.reached <= deepest);
  }

  /**
   * Takes a run of `*` or `_`.
   * @param before code of the character before it, NaN at the start of the text
   * @param behind code of the character after it, NaN at the end
   */
  emphasis(mark: number, width: number, before: number, behind: number): void {
    if (mark === codes.underscore && isAsciiLetterOrDigit(before) && isAsciiLetterOrDigit(behind)) return;
    this.marks += width;
    if (!this.isOrderly) return;
    const own = mark * 4 + width;
    const last = this.open[this.open.length - 1];
    if (width > 3) this.isOrderly = false;
    else if (last !== undefined && last >> 2 === mark) this.closeEmphasis(last === own, mark, behind);
    else if (isSpaceOrTab(behind)) return;
    else if (mark === codes.asterisk || isNoWord(before)) this.push(own);
    else if (!isAsciiLetterOrDigit(before)) this.isOrderly = false;
  }

  private closeEmphasis(fits: boolean, mark: number, behind: number): void {
    // Inside a word `_` closes nothing.
    const closes =
      mark === codes.asterisk || Number.isNaN(behind) || (behind < 128 && !isAsciiLetterOrDigit(behind));
    if (fits && closes) this.open.pop();
    else this.isOrderly = false;
  }

  /** Takes a quotation mark or apostrophe, with the codes of the characters around it. */
  quote(mark: number, before: number, behind: number): void {
    const width = mark === codes.doubleQuote || mark >= codes.openDouble ? double : single;
    const closesOnly = mark === codes.closeSingle || mark === codes.closeDouble;
    const opensOnly = mark === codes.openSingle || mark === codes.openDouble;
    if (!closesOnly && !isAsciiLetterOrDigit(before)) this.marks++;
    if (!this.isOrderly) return;
    if (!opensOnly && this.open[this.open.length - 1] === width) {
      if (width === double || Number.isNaN(behind) || (behind < 128 && !isAsciiLetterOrDigit(behind)))
        this.open.pop();
      else if (behind >= 128) this.isOrderly = false;
    } else if (!closesOnly) this.openQuote(width, before, behind);
  }

  private openQuote(width: number, before: number, behind: number): void {
    if (this.isWithin(width) || Number.isNaN(behind) || isSpaceOrTab(behind) || behind === codes.lineFeed)
      return;
    if (isAsciiLetterOrDigit(before)) return;
    if (isNoWord(before) && !isQuotationMark(behind)) this.push(width);
    else this.isOrderly = false;
  }

  /** Whether the innermost quotation has marks of this kind. */
  private isWithin(width: number): boolean {
    return this.open.findLast((mark) => mark === single || mark === double) === width;
  }

  private push(mark: number): void {
    this.reached = Math.max(this.reached, this.open.push(mark));
  }
}

const noWord = new Set([' ', '\t', '\n', ...'([{,;:!?)]-/'].map((character) => character.charCodeAt(0)));

/** Whether a character certainly ends no word of the reader's. */
function isNoWord(code: number): boolean {
  return Number.isNaN(code) || noWord.has(code) || code === codes.enDash || code === codes.emDash;
}

function isQuotationMark(code: number): boolean {
  return (
    code === codes.doubleQuote ||
    code === codes.apostrophe ||
    (code >= codes.openSingle && code <= codes.closeDouble)
  );
}
