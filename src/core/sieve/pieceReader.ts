import { codes, isBlank, kind, kindOf } from '../markdown/pandoc/shortcut/characters.ts';
import { noteMark } from '../markdown/pandoc/shortcut/shortcut.ts';
import { isDigit, isInk, isLatin, isLetter } from './characters.ts';
import {
  behindPlain,
  closingBracket,
  endsQuotation,
  isBehindSentence,
  isShort,
  isWords,
} from './fragments.ts';
import { itemMarkAt, mayBeginLine, type ItemMark } from './lineStarts.ts';
import type { Verdict, Verdicts } from './verdicts.ts';

/** What a paper says about labels. */
export interface Labels {
  /** Whether a heading may have one that reads like a locator, `¶ 4`. */
  readonly beginWithPilcrow: boolean;
}

/** More marks of emphasis and quotation might nest deeper than Pandoc reads (`Nesting`). */
const mostMarks = 16;

const linkTarget = /\([^\s()<>[\]\\`$"'@]{0,900}\)/y;
const bareKey = /@[A-Za-z][A-Za-z0-9_]*(?=[ ,;)\r\n]|[.:?!](?:[\s)]|$)|$)/y;

/** A citation stands so far behind its quotation at most. */
const longestBetween = 200;

const nothingSeen = {
  hasCitations: false,
  hasQuotations: false,
  namesAuthors: false,
  hasUncited: false,
};

/**
 * Looks through a paragraph, or a list of paragraphs, for what might give rise to a finding. It knows the plainest
 * ways of writing only, for which it is certain what Pandoc and `readQuotations` make of them; of the rest it says nothing.
 */
export class PieceReader {
  /** The citations that it came across. */
  readonly found: Verdict[] = [];
  private at: number;
  private marks = 0;
  /** The quotation mark that is open, its code; 0 for none. */
  private open = 0;
  private openAt = -1;
  /** Of the first item, where the piece is a list. */
  private list: ItemMark | undefined;
  /** What has been seen in the paragraph or item at hand. */
  private paragraph = { start: 0, ...nothingSeen };

  /** @param end behind the last character that is no white space */
  constructor(
    private readonly text: string,
    start: number,
    private readonly end: number,
    private readonly verdicts: Verdicts,
    private readonly labels: Labels,
  ) {
    this.at = start;
  }

  /** Whether there is surely nothing to report. */
  isClean(): boolean {
    const { text, end } = this;
    this.list = itemMarkAt(text, this.at);
    if (!this.beginParagraph(this.list)) return false;
    while (this.at < end) {
      const at = behindPlain(text, this.at, end);
      this.at = at;
      if (at === end) break;
      const code = text.charCodeAt(at);
      if (
        !(code === codes.lineFeed || code === codes.carriageReturn
          ? this.line()
          : this.special(kindOf(code), code))
      )
        return false;
    }
    return this.endParagraph() && this.marks <= mostMarks;
  }

  private beginParagraph(mark: ItemMark | undefined): boolean {
    this.at += mark?.length ?? 0;
    const start = this.at;
    this.paragraph = { start, ...nothingSeen };
    if (mark && this.code(start) === codes.bracket && this.code(start + 1) !== codes.at) return false;
    return mayBeginLine(this.text, start, this.end);
  }

  private endParagraph(): boolean {
    const { hasCitations, hasQuotations, namesAuthors, hasUncited } = this.paragraph;
    if (this.open !== 0) return false;
    return !(hasQuotations && namesAuthors) && !(hasUncited && hasCitations);
  }

  /** A line ends within the piece. */
  private line(): boolean {
    const { text, at, list, end } = this;
    const isPair = text.charCodeAt(at) === codes.carriageReturn && text.charCodeAt(at + 1) === codes.lineFeed;
    if (text.charCodeAt(at) === codes.carriageReturn && !isPair) return false;
    const before = text.charCodeAt(at - 1);
    let next = at + (isPair ? 2 : 1);
    if (isBlank(before) || (isPair && this.open !== 0)) return false;
    if (list && text.charCodeAt(next) === codes.lineFeed) {
      while (text.charCodeAt(next) === codes.lineFeed) next++;
      if (!itemMarkAt(text, next)) return false;
    }
    const mark = list && itemMarkAt(text, next);
    this.at = next;
    if (mark) return mark.sign === list.sign && this.endParagraph() && this.beginParagraph(mark);
    // An item goes on, indented or not.
    if (list) while (text.charCodeAt(this.at) === codes.space) this.at++;
    return mayBeginLine(text, this.at, end);
  }

  private special(found: number, code: number): boolean {
    switch (found) {
      case kind.quote:
        return this.quote(code);
      case kind.open:
        return this.open === 0 && this.bracket();
      case kind.at:
        return this.open === 0 && this.author();
      case kind.emphasis:
        return this.open === 0 && this.emphasis(code);
      case kind.semicolon:
        this.at++;
        return true;
      case kind.ampersand:
        return this.code(++this.at) === codes.space;
      case kind.exclamation:
        return this.code(++this.at) !== codes.bracket;
      default:
        return false;
    }
  }

  private emphasis(code: number): boolean {
    const from = this.at;
    while (this.code(this.at) === code) this.at++;
    this.marks += this.at - from;
    return this.at - from <= 3;
  }

  private code(at: number): number {
    return at < this.end ? this.text.charCodeAt(at) : NaN;
  }

  private isLineStart(at: number): boolean {
    if (at === this.paragraph.start) return true;
    return this.text.charCodeAt(at - 1) === codes.lineFeed;
  }

  /** A citation in brackets, a link, a note mark, or words in brackets. */
  private bracket(): boolean {
    const { text, at } = this;
    if (this.code(at + 1) === codes.caret) return this.noteMark();
    const close = closingBracket(text, at, this.end);
    if (close < 0) return false;
    const written = this.written(at, close + 1);
    if (written.includes('@')) return this.group(written, close + 1);
    if (written.slice(1).includes('[') || !isWords(written)) return false;
    this.at = close + 1;
    if (this.code(close + 1) === codes.parenthesis) {
      linkTarget.lastIndex = close + 1;
      if (!linkTarget.test(text) || linkTarget.lastIndex > this.end) return false;
      this.at = linkTarget.lastIndex;
    }
    return this.endsBracket(this.at);
  }

  /** A stretch without the spaces that lines of an item begin with. */
  private written(from: number, to: number): string {
    const stretch = this.text.slice(from, to);
    return this.list && stretch.includes('\n') ? stretch.replace(/\n +/g, '\n') : stretch;
  }

  private noteMark(): boolean {
    noteMark.lastIndex = this.at;
    if (!noteMark.test(this.text) || noteMark.lastIndex > this.end) return false;
    this.at = noteMark.lastIndex;
    this.paragraph.hasCitations = true;
    return this.endsBracket(this.at);
  }

  /** Whether what stands behind brackets leaves them what they are. */
  private endsBracket(at: number): boolean {
    const code = this.code(at);
    if (code === codes.parenthesis || code === codes.bracket || code === codes.brace || code === codes.at)
      return false;
    return code !== codes.colon && !(code === codes.hyphen && this.code(at + 1) === codes.at);
  }

  private group(written: string, end: number): boolean {
    const before = this.isLineStart(this.at) ? codes.space : this.text.charCodeAt(this.at - 1);
    const isFree = before === codes.space || before === codes.parenthesis;
    const verdict = this.verdicts.of(written);
    if (!isFree || !verdict.isClean) return false;
    this.found.push(verdict);
    this.at = end;
    this.paragraph.hasCitations = true;
    return this.endsBracket(end);
  }

  /** `@key` in running text. */
  private author(): boolean {
    const { text, at } = this;
    const before = this.isLineStart(at) ? codes.space : text.charCodeAt(at - 1);
    bareKey.lastIndex = at;
    const key = bareKey.exec(text)?.[0];
    if (key === undefined || before !== codes.space) return false;
    let next = at + key.length;
    while (this.code(next) <= codes.space) next++;
    const end =
      this.code(next) === codes.bracket ? this.endOfLocator(at + key.length, next) : at + key.length;
    if (end < 0 || end > this.end) return false;
    const verdict = this.verdicts.of(text.slice(at, end));
    if (!verdict.isClean) return false;
    this.found.push(verdict);
    this.at = end;
    this.paragraph.hasCitations = this.paragraph.namesAuthors = true;
    return true;
  }

  /** Behind the brackets behind a key, where they are surely a locator and no reference to anything; else -1. */
  private endOfLocator(keyEnd: number, open: number): number {
    const { text } = this;
    const close = closingBracket(text, open, this.end);
    const isParagraph = open === keyEnd + 1 && text.charCodeAt(open + 1) === codes.pilcrow;
    if (!isParagraph || close < 0 || this.labels.beginWithPilcrow) return -1;
    return this.endsBracket(close + 1) ? close + 1 : -1;
  }

  private quote(code: number): boolean {
    const { text, at } = this;
    const before = this.isLineStart(at) ? codes.space : text.charCodeAt(at - 1);
    const next = this.code(at + 1);
    if (code === codes.apostrophe || code === codes.closeSingle) {
      this.at++;
      return isLatin(before) && isLatin(next);
    }
    if (this.open === 0) {
      const isOpening = code === codes.doubleQuote || code === codes.openDouble;
      const isFree = before === codes.space || before === codes.parenthesis;
      if (!isOpening || !isFree || !(isLetter(next) || isDigit(next))) return false;
      this.open = code;
      this.openAt = at;
      this.at = at + 1;
      this.marks++;
      this.paragraph.hasQuotations = true;
      return true;
    }
    const closes = this.open === codes.doubleQuote ? code === codes.doubleQuote : code === codes.closeDouble;
    this.marks++;
    return closes && isInk(before) && this.quotation(at);
  }

  /** A quotation that ends with the mark at `close`. */
  private quotation(close: number): boolean {
    const words = this.text.slice(this.openAt + 1, close);
    this.open = 0;
    this.at = close + 1;
    if (words.includes('://') || words.includes('www.')) return false;
    const open = this.citationBehind(close + 1);
    if (open < 0) {
      this.paragraph.hasUncited = true;
      return endsQuotation(this.code(close + 1)) && isShort(words);
    }
    const end = closingBracket(this.text, open, this.end) + 1;
    if (end === 0) return false;
    const written = this.written(open, end);
    const verdict = this.verdicts.of(written);
    const isNext = open === close + 2;
    if (words.endsWith('.') && !(isNext && isBehindSentence(this.code(end)))) return false;
    return written.includes('@') && verdict.isClean && this.verdicts.isVerbatim(words, verdict);
  }

  /** Where brackets open behind a quotation, with nothing but words of the same sentence in between; -1 where none do. */
  private citationBehind(from: number): number {
    if (!endsQuotation(this.code(from)) || this.code(from) === codes.point) return -1;
    for (let at = from; at < Math.min(this.end, from + longestBetween); at++) {
      const code = this.code(at);
      if (code === codes.bracket) return this.isSpace(at - 1) ? at : -1;
      const isWord = isLatin(code) || code === codes.comma || code === codes.hyphen;
      // A line that begins within may be anything: whether it is plain is seen when it is come to.
      if (!isWord && code !== codes.space && code !== codes.lineFeed) return -1;
    }
    return -1;
  }

  private isSpace(at: number): boolean {
    return this.code(at) === codes.space || this.code(at) === codes.lineFeed;
  }
}
