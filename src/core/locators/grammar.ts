import type { LocatorLabel } from './locatorTypes.ts';
import { isPunctuation } from '../syntax.ts';
import type { LocatorTerms } from './terms.ts';
import type { Token } from './tokens.ts';

/** A locator in a list of tokens. All positions are token indexes. */
export interface LocatorMatch {
  readonly label: LocatorLabel;
  /** The first token of the term or of the `{`; that of the value where there is no term. */
  readonly start: number;
  readonly valueStart: number;
  readonly valueEnd: number;
  /** After the value, or after the `}`. */
  readonly end: number;
  readonly termStart: number;
  readonly delimited: boolean;
  /** The numbers and ranges of the value, token by token; a single item for a value in braces. */
  readonly words: readonly { readonly start: number; readonly end: number }[];
}

interface Word {
  readonly end: number;
  readonly digits: boolean;
}

const roman = /^(?=[MDCLXVI])M*(?:CM)?D?(?:CD)?C*(?:XC)?L?(?:XL)?X*(?:IX)?V?(?:IV)?I*$/;
const round = ['()', '[]', '{}'];
const curly = ['{}', '[]'];

/** Reads the locator at the start of a suffix by the grammar of Pandoc's citeproc; undefined where there is none. */
export function matchLocator(tokens: readonly Token[], terms: LocatorTerms): LocatorMatch | undefined {
  return new LocatorGrammar(tokens, terms).match();
}

class LocatorGrammar {
  private readonly words = new Map<number, Word | undefined>();

  constructor(
    private readonly tokens: readonly Token[],
    private readonly terms: LocatorTerms,
  ) {}

  match(): LocatorMatch | undefined {
    let at = 0;
    if (this.isMark(at, ',')) at++;
    if (this.isSpace(at)) at++;
    return this.delimited(at) ?? this.integrated(at);
  }

  private character(at: number): string | undefined {
    const token = this.tokens[at];
    return token?.kind === 'text' && [...token.text].length === 1 ? token.text : undefined;
  }

  private isMark(at: number, mark: string): boolean {
    return this.character(at) === mark;
  }

  private isSpace(at: number): boolean {
    return this.tokens[at]?.kind === 'space' || this.character(at) === '\u00a0';
  }

  private delimited(start: number): LocatorMatch | undefined {
    if (!this.isMark(start, '{')) return undefined;
    let at = start + 1;
    while (this.isSpace(at)) at++;
    const termStart = at;
    const term = this.term(at, () => true);
    const valueStart = term?.end ?? at;
    let end = valueStart;
    for (let next = this.balanced(end, curly, anyToken); next; next = this.balanced(end, curly, anyToken))
      end = next.end;
    if (!this.isMark(end, '}')) return undefined;
    const label = term?.label ?? 'page';
    const words = [{ start: valueStart, end }];
    return { label, start, termStart, valueStart, valueEnd: end, end: end + 1, delimited: true, words };
  }

  private integrated(start: number): LocatorMatch | undefined {
    const named = this.term(start, (at) => this.word(at, true)?.digits === true);
    if (named === undefined && !this.hasDigits(start, this.word(start, true))) return undefined;
    const fits = (at: number, word: Word | undefined): word is Word =>
      word !== undefined && (named ? word.digits : this.hasDigits(at, word));
    const valueStart = named?.end ?? start;
    const words: { start: number; end: number }[] = [];
    let end = valueStart;
    for (let first = true; ; first = false) {
      const word = this.word(end, first && named !== undefined);
      if (!fits(end, word)) break;
      words.push({ start: end, end: word.end });
      end = word.end;
    }
    if (words.length === 0) return undefined;
    const label = named?.label ?? 'page';
    return { label, start, termStart: start, valueStart, valueEnd: end, end, delimited: false, words };
  }

  /** Reads the longest term at `start` that is followed by a value. */
  private term(
    start: number,
    begins: (at: number) => boolean,
  ): { label: LocatorLabel; end: number } | undefined {
    let found: { label: LocatorLabel; end: number } | undefined;
    let text = '';
    for (let at = start; at < this.tokens.length;) {
      text += this.tokens[at++]?.text ?? '';
      if (text.trim().length > this.terms.longest + 8) break;
      if (at >= this.tokens.length || !begins(at)) continue;
      const label = this.terms.understood.get(text.trim().toLowerCase());
      if (label !== undefined) found = { label, end: at };
    }
    return found;
  }

  private hasDigits(from: number, word: Word | undefined): boolean {
    if (word === undefined) return false;
    return this.tokens.slice(from, word.end).some((token) => /[0-9]/.test(token.text));
  }

  /** Reads a number or range, including a `,` or `;` before it unless it is the first. */
  private word(start: number, first: boolean): Word | undefined {
    const key = start * 2 + (first ? 1 : 0);
    if (!this.words.has(key)) this.words.set(key, this.readWord(start, first));
    return this.words.get(key);
  }

  private readWord(start: number, first: boolean): Word | undefined {
    let at = start;
    if (!first && (this.isMark(at, ',') || this.isMark(at, ';'))) at++;
    if (this.isSpace(at)) at++;
    let digits = false;
    let end = at;
    for (
      let next = this.balanced(end, round, pageSequence);
      next;
      next = this.balanced(end, round, pageSequence)
    ) {
      digits ||= next.digits;
      end = next.end;
    }
    return end > at ? { end, digits } : undefined;
  }

  /** Reads `inner`, with or without one pair of brackets around it. */
  private balanced(at: number, pairs: readonly string[], inner: Reader): Word | undefined {
    const character = this.character(at);
    const isBracket = (mark: string | undefined): boolean =>
      mark !== undefined && pairs.some((pair) => pair.includes(mark));
    const pair = pairs.find((candidate) => character !== undefined && candidate.startsWith(character));
    if (pair !== undefined) {
      const word = isBracket(this.character(at + 1)) ? undefined : inner(this, at + 1);
      const close = word?.end ?? at + 1;
      return this.isMark(close, pair.charAt(1))
        ? { end: close + 1, digits: word?.digits ?? false }
        : undefined;
    }
    return isBracket(character) ? undefined : inner(this, at);
  }

  any(at: number): Word | undefined {
    return at < this.tokens.length ? { end: at + 1, digits: true } : undefined;
  }

  /** Reads `1`, `1.2` or `.5`. A final full stop does not belong to it. */
  pages(at: number): Word | undefined {
    let word = this.unit(at) ?? this.dotted(at);
    for (let next = word && this.dotted(word.end); word && next; next = this.dotted(word.end))
      word = { end: next.end, digits: word.digits || next.digits };
    return word;
  }

  private dotted(at: number): Word | undefined {
    return this.isMark(at, '.') ? this.unit(at + 1) : undefined;
  }

  private unit(at: number): Word | undefined {
    const token = this.tokens[at];
    if (token?.kind === 'text' && roman.test(token.text.toUpperCase())) return { end: at + 1, digits: true };
    let end = at;
    let digits = false;
    while (end < this.tokens.length && !this.endsUnit(end)) {
      digits ||= /[0-9]/.test(this.tokens[end]?.text ?? '');
      end++;
    }
    return end > at ? { end, digits } : undefined;
  }

  private endsUnit(at: number): boolean {
    if (this.isSpace(at) || this.tokens[at]?.kind === 'math') return true;
    const character = this.character(at);
    return character !== undefined && !'-–:'.includes(character) && isPunctuation(character);
  }
}

type Reader = (grammar: LocatorGrammar, at: number) => Word | undefined;
const anyToken: Reader = (grammar, at) => grammar.any(at);
const pageSequence: Reader = (grammar, at) => grammar.pages(at);
