import { kind, kindOf } from '../markdown/pandoc/shortcut/characters.ts';
import { isMarkCode } from '../markdown/quotations/candidates.ts';
import { codes, isInk, isLatin, isLetter } from './characters.ts';
import type { Verdict, Verdicts } from './verdicts.ts';

/** More marks of emphasis and quotation might nest deeper than Pandoc reads (`Nesting`). */
const mostMarks = 16;
/** So few words in marks claim to be nobody's (`longQuotation`). */
const fewWords = 5;

const noteMark = /\[\^[A-Za-z0-9_-]{1,80}\]/y;
const linkTarget = /\([^\s()<>[\]\\`$"'@]{0,900}\)/y;
const bareKey = /@[A-Za-z][A-Za-z0-9_]*(?=[ ,;)\r\n]|[.:?!](?:[\s)]|$)|$)/y;
const itemMark = '- ';

/**
 * Looks through a paragraph, or a list of one-line items, for what might give rise to a finding. It knows the plainest
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
  /** What has been seen in the paragraph or item at hand. */
  private paragraph = {
    start: 0,
    hasCitations: false,
    hasQuotations: false,
    namesAuthors: false,
    hasUncited: false,
  };

  /** @param end behind the last character that is no white space */
  constructor(
    private readonly text: string,
    start: number,
    private readonly end: number,
    private readonly verdicts: Verdicts,
  ) {
    this.at = start;
  }

  /** Whether there is surely nothing to report. */
  isClean(): boolean {
    const { text, end } = this;
    const isList = text.startsWith(itemMark, this.at);
    if (!this.beginParagraph(isList)) return false;
    while (this.at < end) {
      const code = text.charCodeAt(this.at);
      const found = kindOf(code);
      if (found === kind.plain && !(code > 127 && isMarkCode(code))) this.at++;
      else if (
        !(code === codes.feed || code === codes.carriage ? this.line(isList) : this.special(found, code))
      )
        return false;
    }
    return this.endParagraph() && this.marks <= mostMarks;
  }

  private beginParagraph(isItem: boolean): boolean {
    if (isItem) this.at += itemMark.length;
    const start = this.at;
    this.paragraph = {
      start,
      hasCitations: false,
      hasQuotations: false,
      namesAuthors: false,
      hasUncited: false,
    };
    if (isItem && this.code(start) === codes.bracket && this.code(start + 1) !== codes.at) return false;
    return this.mayBegin(start);
  }

  private endParagraph(): boolean {
    const { hasCitations, hasQuotations, namesAuthors, hasUncited } = this.paragraph;
    if (this.open !== 0) return false;
    return !(hasQuotations && namesAuthors) && !(hasUncited && hasCitations);
  }

  /** Whether a line that begins so is plain text: no list, heading, quotation, table, definition or indented line. */
  private mayBegin(at: number): boolean {
    const code = this.code(at);
    if (isLetter(code) || code === codes.quote || code === codes.openDouble || code === codes.open)
      return true;
    return code === codes.at || (code === codes.bracket && this.code(at + 1) !== codes.caret);
  }

  /** A line ends within the piece. */
  private line(isList: boolean): boolean {
    const { text, at } = this;
    const isPair = text.charCodeAt(at) === codes.carriage && text.charCodeAt(at + 1) === codes.feed;
    if (text.charCodeAt(at) === codes.carriage && !isPair) return false;
    const before = text.charCodeAt(at - 1);
    let next = at + (isPair ? 2 : 1);
    if (before === codes.space || before === 9) return false;
    if (isList) while (text.charCodeAt(next) === codes.feed) next++;
    this.at = next;
    if (isList && text.startsWith(itemMark, next)) return this.endParagraph() && this.beginParagraph(true);
    return !isList && !(isPair && this.open !== 0) && this.mayBegin(next);
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
    return this.text.charCodeAt(at - 1) === codes.feed;
  }

  /** A citation in brackets, a link, a note mark, or words in brackets. */
  private bracket(): boolean {
    const { text, at } = this;
    if (this.code(at + 1) === codes.caret) return this.noteMark();
    const close = text.indexOf(']', at);
    if (close < 0 || close >= this.end) return false;
    const written = text.slice(at, close + 1);
    const behind = this.code(close + 1);
    if (written.includes('@')) return this.group(written, behind);
    if (written.slice(1).includes('[') || !isWords(written)) return false;
    this.at = close + 1;
    if (behind === codes.open) {
      linkTarget.lastIndex = close + 1;
      if (!linkTarget.test(text) || linkTarget.lastIndex > this.end) return false;
      this.at = linkTarget.lastIndex;
    }
    return this.endsBracket(this.at);
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
    if (code === codes.open || code === codes.bracket || code === codes.brace || code === codes.at)
      return false;
    return code !== 58 && !(code === codes.hyphen && this.code(at + 1) === codes.at);
  }

  private group(written: string, behind: number): boolean {
    const before = this.isLineStart(this.at) ? codes.space : this.text.charCodeAt(this.at - 1);
    const isFree = before === codes.space || before === codes.open;
    const verdict = this.verdicts.of(written);
    if (!isFree || !verdict.isClean) return false;
    this.found.push(verdict);
    this.at += written.length;
    this.paragraph.hasCitations = true;
    return Number.isNaN(behind) || this.endsBracket(this.at);
  }

  /** `@key` in running text. */
  private author(): boolean {
    const { text, at } = this;
    const before = this.isLineStart(at) ? codes.space : text.charCodeAt(at - 1);
    bareKey.lastIndex = at;
    const written = bareKey.exec(text)?.[0];
    if (written === undefined || before !== codes.space) return false;
    const end = at + written.length;
    // With brackets behind it, and what the document defines, it may be more.
    let next = end;
    while (this.code(next) <= codes.space) next++;
    const verdict = this.verdicts.of(written);
    if (end > this.end || this.code(next) === codes.bracket || !verdict.isClean) return false;
    this.found.push(verdict);
    this.at = end;
    this.paragraph.hasCitations = this.paragraph.namesAuthors = true;
    return true;
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
      const opens = code === codes.quote || code === codes.openDouble;
      if (!opens || (before !== codes.space && before !== codes.open) || !isLetter(next)) return false;
      this.open = code;
      this.openAt = at;
      this.at = at + 1;
      this.marks++;
      this.paragraph.hasQuotations = true;
      return true;
    }
    const closes = this.open === codes.quote ? code === codes.quote : code === codes.closeDouble;
    this.marks++;
    return closes && isInk(before) && this.quotation(at);
  }

  /** A quotation that ends with the mark at `close`. */
  private quotation(close: number): boolean {
    const words = this.text.slice(this.openAt + 1, close);
    this.open = 0;
    this.at = close + 1;
    if (words.includes('://') || words.includes('www.')) return false;
    const behind = this.code(close + 1);
    const isSpaced = behind === codes.space || behind === codes.feed;
    if (!isSpaced || this.code(close + 2) !== codes.bracket)
      return this.endsQuotation(behind) && this.isShort(words);
    const written = this.text.slice(close + 2, this.text.indexOf(']', close + 2) + 1);
    const verdict = this.verdicts.of(written);
    if (!written.includes('@') || !this.isOneSentence(words, close + 2 + written.length)) return false;
    return verdict.isClean && this.verdicts.isVerbatim(words, verdict);
  }

  /** Whether a closing mark surely closes in front of a character. */
  private endsQuotation(code: number): boolean {
    if (Number.isNaN(code) || code === codes.space || code === codes.feed || code === codes.carriage)
      return true;
    return code === codes.close || code === 44 || code === codes.point || code === 58 || code === 59;
  }

  /** Whether a quotation with the citation that follows it is surely one sentence: a full stop may part them (`sentences.ts`). */
  private isOneSentence(words: string, behind: number): boolean {
    if (!words.endsWith('.')) return true;
    const next = this.code(behind);
    return Number.isNaN(next) || next === codes.point || next === 33 || next === 63 || next === 59;
  }

  /** A few words in marks, which are fine where nothing is cited. */
  private isShort(words: string): boolean {
    this.paragraph.hasUncited = true;
    return (
      /^[\x20-\x7e\u00c0-\u024f]{0,60}$/u.test(words) && words.split(/[^\p{L}\p{N}]+/u).length <= fewWords
    );
  }
}

/** Whether brackets hold nothing but words. */
function isWords(written: string): boolean {
  for (let at = 1; at < written.length - 1; at++) {
    const code = written.charCodeAt(at);
    if (kindOf(code) !== kind.plain || isMarkCode(code)) return false;
  }
  return true;
}
