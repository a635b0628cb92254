import { joinRich, enclosedIn, type Mark, noText, plainRich, type RichText } from './richText.ts';

/** The quotation marks of a language: those outside, and those within others. */
export interface QuotationMarks {
  readonly open: string;
  readonly close: string;
  readonly innerOpen: string;
  readonly innerClose: string;
}

/** Those in the texts of works. */
export const usualMarks: QuotationMarks = { open: '“', close: '”', innerOpen: '‘', innerClose: '’' };

/** The elements of CSL's markup. A pattern matches at the beginning of one, where the text goes on. */
const elements: readonly (readonly [open: RegExp, close: string, mark: Mark | undefined])[] = [
  [/<i>/y, '</i>', 'italic'],
  [/<b>/y, '</b>', 'bold'],
  [/<u>/y, '</u>', 'underline'],
  [/<sup>/y, '</sup>', 'superscript'],
  [/<sub>/y, '</sub>', 'subscript'],
  [/<sc>/y, '</sc>', 'smallCaps'],
  [/<span\s*class="nodecor"\s*>/y, '</span>', 'apart'],
  [/<span\s*style="baseline">/y, '</span>', undefined],
  [/<span\s*style="font-variant:\s*small-caps;\s*"\s*>/y, '</span>', 'smallCaps'],
  [/<span\s*class="nocase"\s*>/y, '</span>', 'asIs'],
];

/** How deep elements and quotation marks may stand in each other; what stands deeper is text. */
const maxCslDepth = 12;
/** A text longer than so many code units is read without markup. */
const maxMarkupUnits = 20_000;

/**
 * Reads a text with the markup of CSL: the elements above, and quotation marks, which become marks of their own so that those of
 * the style's language replace them. An apostrophe is told from a mark as citation processors do: by the letters around it.
 */
export function readMarkup(text: string, marks: QuotationMarks = usualMarks): RichText {
  if (!/[<>'"’\u0080-\uffff;?!]/.test(text)) return plainRich(text);
  if (text.length > maxMarkupUnits) return plainRich(text);
  return new MarkupReader(text, marks).all();
}

class MarkupReader {
  private at = 0;
  private readonly pairs: readonly (readonly [open: string, close: string])[];
  private readonly special: ReadonlySet<string>;
  /** Places at which an element or a mark is known to have no end. */
  private readonly unclosed = new Set<number>();

  constructor(
    private readonly text: string,
    marks: QuotationMarks,
  ) {
    this.pairs = [
      ['"', '"'],
      ["'", "'"],
      [marks.open, marks.close],
      [marks.innerOpen, marks.innerClose],
    ];
    const inMarks = [...`${marks.open}${marks.close}${marks.innerOpen}${marks.innerClose}`];
    this.special = new Set(['<', '>', "'", '"', '’', ...inMarks.filter((sign) => sign > '\u007f')]);
  }

  all(): RichText {
    const parts: RichText[] = [];
    while (this.at < this.text.length) parts.push(this.next(0));
    return joinRich(parts);
  }

  private next(depth: number): RichText {
    return this.word() ?? this.between() ?? this.enclosed(depth) ?? this.sign();
  }

  /** A word, with an apostrophe in it. */
  private word(): RichText | undefined {
    const start = this.at;
    this.skip((sign) => isLetterOrDigit(sign) && !this.special.has(sign));
    if (this.at === start) return undefined;
    const word = this.text.slice(start, this.at);
    const sign = this.text.charAt(this.at);
    if (sign !== "'" && sign !== '’') return plainRich(word);
    const rest = this.at + 1;
    this.at = rest;
    this.skip(isLetterOrDigit);
    if (this.at > rest) return plainRich(`${word}’${this.text.slice(rest, this.at)}`);
    this.at = rest - 1;
    return plainRich(word);
  }

  /** What stands between words and is no special sign. French signs get the narrow space that belongs before them. */
  private between(): RichText | undefined {
    const start = this.at;
    this.skip((sign) => !isLetterOrDigit(sign) && !this.special.has(sign));
    if (this.at === start) return undefined;
    const signs = this.text.slice(start, this.at);
    return plainRich(signs.replace(/ (?=[;?!»])/g, '\u202f').replace(/« /g, '«\u202f'));
  }

  private skip(isSkipped: (sign: string) => boolean): void {
    while (this.at < this.text.length) {
      const sign = String.fromCodePoint(this.text.codePointAt(this.at) ?? 0);
      if (!isSkipped(sign)) return;
      this.at += sign.length;
    }
  }

  /** An element or a quotation that is closed. */
  private enclosed(depth: number): RichText | undefined {
    if (depth >= maxCslDepth || this.unclosed.has(this.at)) return undefined;
    const start = this.at;
    for (const [open, close, mark] of this.openings()) {
      this.at = start + open.length;
      const content = this.until(close, depth + 1);
      if (content) return mark === undefined ? content : enclosedIn(mark, content);
    }
    this.at = start;
    this.unclosed.add(start);
    return undefined;
  }

  private *openings(): Generator<readonly [open: string, close: string, mark: Mark | undefined]> {
    for (const [open, close] of this.pairs)
      if (open !== '' && this.text.startsWith(open, this.at) && this.beginsQuotation(open, close))
        yield [open, close, 'quoted'];
    for (const [pattern, close, mark] of elements) {
      pattern.lastIndex = this.at;
      const found = pattern.exec(this.text);
      if (found) yield [found[0], close, mark];
    }
  }

  private beginsQuotation(open: string, close: string): boolean {
    const next = this.text.charAt(this.at + open.length);
    return next !== '' && !/[ \t\r\n]/.test(next) && next !== close;
  }

  private until(close: string, depth: number): RichText | undefined {
    const parts: RichText[] = [];
    while (this.at < this.text.length) {
      if (this.text.startsWith(close, this.at)) {
        this.at += close.length;
        return parts.length === 0 ? noText : joinRich(parts);
      }
      parts.push(this.next(depth));
    }
    return undefined;
  }

  private sign(): RichText {
    const sign = String.fromCodePoint(this.text.codePointAt(this.at) ?? 0);
    this.at += sign.length;
    return plainRich(sign === "'" ? '’' : sign);
  }
}

function isLetterOrDigit(sign: string): boolean {
  return /[\p{L}\p{N}]/u.test(sign);
}
