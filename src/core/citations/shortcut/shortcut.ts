import { type BlockText, type CitationMode, referenceKey, type References } from '../../inlines.ts';
import { type CitationKeyToken, isSpaceOrTab, readCitationKey } from '../../syntax.ts';
import { isAsciiLetterOrDigit } from '../../text.ts';
import {
  codes,
  effectOf,
  effects,
  type Fragments,
  isPlainBeforeKey,
  type SuffixReading,
} from './fragments.ts';

/** A citation that the shortcut found. Offsets are into the text of the block. */
export interface PlainCitation {
  readonly key: CitationKeyToken;
  readonly mode: CitationMode;
  readonly prefix: string;
  readonly suffix: SuffixReading;
  /** The bounds of the suffix, with outer space. */
  readonly suffixStart: number;
  readonly suffixEnd: number;
  /** The bounds of the brackets, or of the key with its suffix. */
  readonly start: number;
  readonly end: number;
}

/** Longer blocks are left to the full reader, which limits its own work. */
const maxShortcutUnits = 20_000;

/**
 * Reads the citations of an ordinary block: prose with emphasis, quotation marks, links and notes, and citations of words
 * and numbers. The result equals that of the full reader (`readCites`), which is the definition. This holds because a
 * citation in brackets is one wherever its `[` is markup, and nothing inside can extend beyond the brackets. Undefined for
 * any block where this is not certain.
 */
export function readPlainBlock(
  block: BlockText,
  references: References,
  fragments: Fragments,
): readonly PlainCitation[] | undefined {
  if (block.to - block.from > maxShortcutUnits) return undefined;
  const reader = new PlainReader(block.text, block.from, block.to, references, fragments);
  return reader.read() ? reader.found : undefined;
}

/** Means that the full reader is needed. */
const unsure = -1;
/** A note mark, `[^1]`; sticky. */
const noteMark = /\[\^[A-Za-z0-9_-]{1,80}\]/y;
const linkTarget = /\([^\s()<>[\]\\`$"']{0,900}\)/y;
const attributes = /\{[.#][A-Za-z][A-Za-z0-9-]{0,80}\}/y;
const mailDomain = /@[A-Za-z0-9.-]{0,255}/y;

class PlainReader {
  readonly found: PlainCitation[] = [];
  private readonly nesting = new Nesting();
  /** The offset after the last key outside brackets. */
  private lastKeyEnd = -1;

  constructor(
    private readonly text: string,
    private readonly from: number,
    private readonly to: number,
    private readonly references: References,
    private readonly fragments: Fragments,
  ) {}

  /** Reads the block. Returns false where the full reader is needed. */
  read(): boolean {
    const { text, to } = this;
    for (let at = this.from; at < to;) {
      const found = effectOf(text.charCodeAt(at));
      at = found === effects.plain ? at + 1 : this.special(found, at);
      if (at < 0) return false;
    }
    return this.nesting.isHarmless;
  }

  /** Returns the offset after the construct at `at`, or `unsure`. */
  private special(found: number, at: number): number {
    switch (found) {
      case effects.open:
        return this.bracket(at);
      case effects.at:
        return this.keyInText(at);
      case effects.emphasis:
        return this.emphasis(at);
      case effects.quote:
        this.nesting.quote(this.code(at), this.before(at), this.code(at + 1));
        return at + 1;
      case effects.semicolon:
        return at + 1;
      default:
        return this.isHarmless(found, at) ? at + 1 : unsure;
    }
  }

  /** Returns the code of the character at `at`; NaN outside the block. */
  private code(at: number): number {
    return at < this.to ? this.text.charCodeAt(at) : NaN;
  }

  private before(at: number): number {
    return at > this.from ? this.text.charCodeAt(at - 1) : NaN;
  }

  /** Whether a potentially unusual mark is an ordinary character here. */
  private isHarmless(found: number, at: number): boolean {
    const next = this.code(at + 1);
    switch (found) {
      case effects.ampersand:
        return next !== codes.hash && !isAsciiLetterOrDigit(next);
      case effects.exclamation:
        return next !== codes.bracket;
      case effects.lineFeed:
        // Not a blank line, which would split the block.
        return !Number.isNaN(next) && !isSpaceOrTab(next) && next !== codes.lineFeed;
      default:
        return false;
    }
  }

  private emphasis(at: number): number {
    const mark = this.code(at);
    let end = at + 1;
    while (this.code(end) === mark) end++;
    this.nesting.emphasis(mark, end - at, this.before(at), this.code(end));
    return end;
  }

  /** Returns the offset after spaces and at most one line end. */
  private skipSpaces(from: number): number {
    let at = from;
    while (isSpaceOrTab(this.code(at))) at++;
    if (this.code(at) !== codes.lineFeed) return at;
    return this.isHarmless(effects.lineFeed, at) ? at + 1 : unsure;
  }

  /**
   * Returns the offset of the next `@`, `;` or `]` in brackets; `unsure` where anything but words and punctuation comes
   * before it.
   */
  private stretch(from: number): number {
    const { text, to } = this;
    for (let at = from; at < to; at++) {
      const code = text.charCodeAt(at);
      const found = effectOf(code);
      if (found === effects.plain) continue;
      if (found === effects.at || found === effects.close || found === effects.semicolon) return at;
      if (found === effects.quote) {
        const isApostrophe =
          code === codes.apostrophe && at > from && isAsciiLetterOrDigit(text.charCodeAt(at - 1));
        if (!isApostrophe) return unsure;
      } else if (!this.isHarmless(found, at)) return unsure;
    }
    return unsure;
  }

  private bracket(open: number): number {
    if (this.code(open + 1) === codes.caret) return this.match(noteMark, open);
    return this.group(open) ?? this.plainBracket(open);
  }

  /** Returns the end of the match of a pattern at `at`, or `unsure`. */
  private match(pattern: RegExp, at: number): number {
    pattern.lastIndex = at;
    return pattern.test(this.text) && pattern.lastIndex <= this.to ? pattern.lastIndex : unsure;
  }

  /** Returns the offset after brackets without an `@`, and after their target or attributes, or `unsure`. */
  private plainBracket(open: number): number {
    let close = this.stretch(open + 1);
    while (close >= 0 && this.code(close) === codes.semicolon) close = this.stretch(close + 1);
    if (close < 0 || this.code(close) !== codes.closing) return unsure;
    switch (this.code(close + 1)) {
      case codes.parenthesis: {
        const end = this.match(linkTarget, close + 1);
        return this.code(end) === codes.brace ? unsure : end;
      }
      case codes.brace:
        return this.match(attributes, close + 1);
      case codes.bracket:
      case codes.at:
        return unsure;
      case codes.hyphen:
        return this.code(close + 2) === codes.at ? unsure : close + 1;
      default:
        return close + 1;
    }
  }

  /** Returns the offset after the brackets of a citation; undefined where their first part has no `@`. */
  private group(open: number): number | undefined {
    const items: DraftCitation[] = [];
    let close = open;
    do {
      const from = this.skipSpaces(close + 1);
      const at = from < 0 ? unsure : this.stretch(from);
      if (at < 0) return unsure;
      if (this.code(at) !== codes.at) return items.length === 0 ? undefined : unsure;
      const item = this.item(from, at);
      if (item === undefined) return unsure;
      items.push(item);
      close = item.suffixEnd;
    } while (this.code(close) === codes.semicolon);
    const next = this.code(close + 1);
    if (next === codes.brace || next === codes.parenthesis || next === codes.bracket) return unsure;
    for (const item of items) {
      item.start = open;
      item.end = close + 1;
      this.found.push(item);
    }
    return close + 1;
  }

  /** Reads one work in brackets, from the start of its prefix. `at` is the `@` of its key. */
  private item(from: number, at: number): DraftCitation | undefined {
    const suppressed = at > from && this.code(at - 1) === codes.hyphen;
    const prefixEnd = suppressed ? at - 1 : at;
    if (
      prefixEnd > from &&
      !isSpaceOrTab(this.code(prefixEnd - 1)) &&
      this.code(prefixEnd - 1) !== codes.lineFeed
    )
      return undefined;
    const key = this.key(at);
    if (key === undefined) return undefined;
    const end = this.stretch(key.end);
    if (end < 0 || this.code(end) === codes.at) return undefined;
    const prefix = this.fragments.prefix(this.text.slice(from, prefixEnd));
    const suffix = this.fragments.suffix(this.text.slice(key.end, end), 'behind');
    if (prefix === undefined || suffix === undefined) return undefined;
    const mode = suppressed ? 'suppressAuthor' : 'normal';
    return { key, mode, prefix, suffix, suffixStart: key.end, suffixEnd: end, start: at, end };
  }

  /** Returns the key with its `@` at `at`; undefined where it is unusual. */
  private key(at: number): CitationKeyToken | undefined {
    const key = readCitationKey(this.text, at, this.to);
    if (key === undefined) return undefined;
    for (let i = key.keyStart; i < key.keyEnd; i++) {
      const code = this.text.charCodeAt(i);
      if (effectOf(code) !== effects.plain && code !== codes.underscore) return undefined;
    }
    return key;
  }

  /** Whether a `-` before an `@` in the text leaves the author out. Undefined where that is not certain. */
  private isSuppressed(at: number): boolean | undefined {
    if (this.before(at) !== codes.hyphen) return false;
    const before = this.before(at - 1);
    // After a word the `-` belongs to it, after a key it does not: `@a-@b`.
    if (isAsciiLetterOrDigit(before)) return at - 1 === this.lastKeyEnd ? undefined : false;
    return isPlainBeforeKey(before) && before !== codes.hyphen ? true : undefined;
  }

  /** Returns the offset after `@key`, `-@key`, `@key [suffix]` or the `@` of an e-mail address. */
  private keyInText(at: number): number {
    const before = this.before(at);
    if (isAsciiLetterOrDigit(before)) return at === this.lastKeyEnd ? unsure : this.mailAddress(at);
    if (!isPlainBeforeKey(before)) return unsure;
    const key = this.key(at);
    const isSuppressed = this.isSuppressed(at);
    if (key === undefined || isSuppressed === undefined || this.references.examples.has(key.key))
      return unsure;
    if (effectOf(this.code(key.end)) === effects.quote) return unsure;
    this.lastKeyEnd = key.end;
    const mode = isSuppressed ? 'suppressAuthor' : 'authorInText';
    const bare: BareCitation = { key, mode, prefix: '', start: isSuppressed ? at - 1 : at };
    const open = this.skipSpaces(key.end);
    if (open < 0) return unsure;
    if (this.code(open) === codes.bracket && this.code(open + 1) !== codes.caret)
      return this.bracketBehind(bare, open);
    const nothing = { suffix: this.fragments.none, suffixStart: key.end, suffixEnd: key.end };
    this.found.push({ ...bare, ...nothing, end: key.end });
    return key.end;
  }

  private bracketBehind(bare: BareCitation, open: number): number {
    const close = this.stretch(open + 1);
    if (close < 0 || this.code(close) !== codes.closing) return unsure;
    const next = this.code(close + 1);
    if (next === codes.bracket || next === codes.parenthesis || next === codes.brace) return unsure;
    const raw = this.text.slice(open + 1, close);
    if (this.references.links.has(referenceKey(raw))) return unsure;
    const suffix = this.fragments.suffix(raw, 'bracketed');
    if (suffix === undefined) return unsure;
    this.found.push({ ...bare, suffix, suffixStart: open + 1, suffixEnd: close, end: close + 1 });
    return close + 1;
  }

  /** Returns the offset after the `@` and domain of an e-mail address, if the word ends there. */
  private mailAddress(at: number): number {
    const end = this.match(mailDomain, at);
    const next = this.code(end);
    const ends = Number.isNaN(next) || isSpaceOrTab(next) || next === codes.lineFeed || afterMail.has(next);
    return end >= 0 && ends ? end : unsure;
  }
}

/** A citation in the text, without its suffix. */
type BareCitation = Pick<PlainCitation, 'key' | 'mode' | 'prefix' | 'start'>;

/** A citation being read. Its outer bounds are set last. */
type DraftCitation = { -readonly [Field in keyof PlainCitation]: PlainCitation[Field] };

const afterMail = new Set([...',;:)!?'].map((mark) => mark.charCodeAt(0)));

/** This many marks cannot nest deeply enough to matter (`maxMarkDepth` of the reader), whatever they open. */
const maxHarmlessMarks = 16;
const maxMarkDepth = 8;
const singleMark = 1;
const doubleMark = 2;

/**
 * Tracks whether the emphasis and quotation marks of a block can nest so deeply that the reader gives up on markup. Few
 * marks cannot. With many marks this is certain only if each closing mark closes the last opened one, as in ordinary text.
 */
class Nesting {
  private marks = 0;
  private isOrderly = true;
  private reached = 0;
  /** The open marks: `singleMark`, `doubleMark`, or for emphasis the code of the mark times four plus the width of its run. */
  private readonly open: number[] = [];

  get isHarmless(): boolean {
    return (
      this.marks <= maxHarmlessMarks ||
      (this.isOrderly && this.open.length === 0 && this.reached <= maxMarkDepth)
    );
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

  /** Takes a straight quotation mark or apostrophe, with the codes of the characters around it. */
  quote(mark: number, before: number, behind: number): void {
    const width = mark === codes.doubleQuote ? doubleMark : singleMark;
    if (!isAsciiLetterOrDigit(before)) this.marks++;
    if (!this.isOrderly) return;
    if (this.open[this.open.length - 1] === width) {
      if (width === doubleMark || Number.isNaN(behind) || (behind < 128 && !isAsciiLetterOrDigit(behind)))
        this.open.pop();
      else if (behind >= 128) this.isOrderly = false;
    } else this.openQuote(width, before, behind);
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
    return this.open.findLast((mark) => mark === singleMark || mark === doubleMark) === width;
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
  return code === codes.doubleQuote || code === codes.apostrophe;
}
