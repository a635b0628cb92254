import { flatten, type Inline, stringify } from '../inlines.ts';
import { isPunctuation, isSpace } from '../syntax.ts';
import { type MappedText, MappedTextBuilder, type Range } from '../text.ts';
import type { LocatorLabel, LocatorPart, LocatorTerms } from './locatorTerms.ts';

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
  /** Whether it has no label, since braces without a term hold a page only where a digit stands alone at their beginning. */
  readonly isUnlabelled: boolean;
  /** The numbers and ranges of the value, token by token; a single item for a value in braces. */
  readonly words: readonly { readonly start: number; readonly end: number }[];
}

interface NumberWord {
  readonly end: number;
  readonly digits: boolean;
}

const romanNumeral = /^(?=[MDCLXVI])M*(?:CM)?D?(?:CD)?C*(?:XC)?L?(?:XL)?X*(?:IX)?V?(?:IV)?I*$/;
const round = ['()', '[]', '{}'];
const curly = ['{}', '[]'];

/** Reads the locator at the start of a suffix by the grammar of Pandoc's citeproc; undefined where there is none. */
export function matchLocator(tokens: readonly SuffixToken[], terms: LocatorTerms): LocatorMatch | undefined {
  return new LocatorGrammar(tokens, terms).match();
}

class LocatorGrammar {
  private readonly words = new Map<number, NumberWord | undefined>();

  constructor(
    private readonly tokens: readonly SuffixToken[],
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
    const isUnlabelled = term === undefined && !/^[0-9]$/.test(this.tokens[at]?.text ?? '');
    return {
      ...{ label, start, termStart, valueStart, valueEnd: end, end: end + 1, words },
      ...{ delimited: true, isUnlabelled },
    };
  }

  private integrated(start: number): LocatorMatch | undefined {
    const named = this.term(start, (at) => this.word(at, true)?.digits === true);
    if (named === undefined && !this.hasDigits(start, this.word(start, true))) return undefined;
    const fits = (at: number, word: NumberWord | undefined): word is NumberWord =>
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
    return {
      ...{ label, start, termStart: start, valueStart, valueEnd: end, end, words },
      ...{ delimited: false, isUnlabelled: false },
    };
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

  private hasDigits(from: number, word: NumberWord | undefined): boolean {
    if (word === undefined) return false;
    return this.tokens.slice(from, word.end).some((token) => /[0-9]/.test(token.text));
  }

  /** Reads a number or range, including a `,` or `;` before it unless it is the first. */
  private word(start: number, first: boolean): NumberWord | undefined {
    const key = start * 2 + (first ? 1 : 0);
    if (!this.words.has(key)) this.words.set(key, this.readWord(start, first));
    return this.words.get(key);
  }

  private readWord(start: number, first: boolean): NumberWord | undefined {
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
  private balanced(at: number, pairs: readonly string[], inner: WordReader): NumberWord | undefined {
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

  any(at: number): NumberWord | undefined {
    return at < this.tokens.length ? { end: at + 1, digits: true } : undefined;
  }

  /** Reads `1`, `1.2` or `.5`. A final full stop does not belong to it. */
  pages(at: number): NumberWord | undefined {
    let word = this.unit(at) ?? this.dotted(at);
    for (let next = word && this.dotted(word.end); word && next; next = this.dotted(word.end))
      word = { end: next.end, digits: word.digits || next.digits };
    return word;
  }

  private dotted(at: number): NumberWord | undefined {
    return this.isMark(at, '.') ? this.unit(at + 1) : undefined;
  }

  private unit(at: number): NumberWord | undefined {
    const token = this.tokens[at];
    if (token?.kind === 'text' && romanNumeral.test(token.text.toUpperCase()))
      return { end: at + 1, digits: true };
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

type WordReader = (grammar: LocatorGrammar, at: number) => NumberWord | undefined;
const anyToken: WordReader = (grammar, at) => grammar.any(at);
const pageSequence: WordReader = (grammar, at) => grammar.pages(at);

/** A token of a suffix: a word, one punctuation mark, a space, or an element such as emphasis. */
export interface SuffixToken {
  readonly kind: 'text' | 'space' | 'element' | 'math';
  readonly text: string;
  /** Offsets into the plain text of the suffix. */
  readonly from: number;
  readonly to: number;
}

/** A suffix as plain text, mapped to offsets of its block, and as the tokens that citeproc reads. */
export interface Suffix {
  readonly plain: MappedText;
  readonly tokens: readonly SuffixToken[];
}

/** Reads the plain text and the tokens of a suffix. */
export function readTokens(inlines: readonly Inline[]): Suffix {
  const builder = new MappedTextBuilder();
  const tokens: SuffixToken[] = [];
  let length = 0;
  let word = '';
  const push = (kind: SuffixToken['kind'], text: string): void => {
    if (kind === 'text') word += text;
    else {
      splitWords(word, length - word.length, tokens);
      word = '';
      tokens.push({ kind, text, from: length, to: length + text.length });
    }
    length += text.length;
  };
  for (const inline of flatten(inlines)) {
    const text =
      inline.kind === 'tie' ? '\u00a0' : inline.kind === 'string' ? inline.text : stringify([inline]);
    if (text.length === inline.end - inline.start) builder.appendVerbatim(text, inline.start);
    else builder.append(text, inline.start, inline.end);
    push(tokenKind(inline), text);
  }
  splitWords(word, length - word.length, tokens);
  return { plain: builder.build(), tokens };
}

function tokenKind(inline: Inline): SuffixToken['kind'] {
  switch (inline.kind) {
    case 'string':
    case 'tie':
      return 'text';
    case 'space':
    case 'softBreak':
      return 'space';
    case 'math':
      return 'math';
    default:
      return 'element';
  }
}

/** Splits a word: every space, and every punctuation mark except `:`, is a token of its own. */
function splitWords(word: string, from: number, tokens: SuffixToken[]): void {
  let start = 0;
  let at = 0;
  const push = (end: number): void => {
    if (end > start)
      tokens.push({ kind: 'text', text: word.slice(start, end), from: from + start, to: from + end });
    start = end;
  };
  for (const character of word) {
    if (isSpace(character) || (character !== ':' && isPunctuation(character))) {
      push(at);
      push(at + character.length);
    }
    at += character.length;
  }
  push(at);
}

/** Reads the numbers and ranges of a value, `[from, to)` of the plain text of a suffix. */
export function readLocatorParts(plain: MappedText, from: number, to: number): LocatorPart[] {
  const parts: LocatorPart[] = [];
  let start = from;
  const value = plain.text.slice(from, to);
  const push = (end: number): void => {
    const part = readLocatorPart(plain, start, end);
    if (part) parts.push(part);
  };
  for (const separator of value.matchAll(/\s*[,;]\s*|\s+(?:(?:&|and|et|und|y)\s+)?/gu)) {
    push(from + separator.index);
    start = from + separator.index + separator[0].length;
  }
  push(to);
  return parts;
}

function readLocatorPart(plain: MappedText, from: number, to: number): LocatorPart | undefined {
  // Pandoc takes the colon before what is said of a place for a part of its number: `¶ 3: it says so`.
  const text = plain.text.slice(from, to).replace(/:+$/u, '');
  const range: Range | undefined = plain.originalRange({ start: from, end: from + text.length });
  if (range === undefined) return undefined;
  const ends = /^([^-–—−‐‑]+)[-–—−‐‑]+([^-–—−‐‑]+)$/u.exec(text);
  return ends?.[1] !== undefined && ends[2] !== undefined
    ? { first: ends[1], last: ends[2], range }
    : { first: text, last: undefined, range };
}

const englishNumbers =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty';
const frenchNumbers =
  'un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt';
const englishTens = 'twenty thirty forty fifty sixty seventy eighty ninety';

const valueByNumberWord: ReadonlyMap<string, number> = new Map([
  ...numbered(frenchNumbers),
  ...numbered(englishNumbers),
  ...numbered(englishTens).flatMap(([ten, at]): [string, number][] => [
    [ten, 10 * (at + 1)],
    ...numbered(englishNumbers)
      .slice(0, 9)
      .map(([unit, add]): [string, number] => [`${ten}-${unit}`, 10 * (at + 1) + add]),
  ]),
]);

/** Words with their numbers, from 1. */
function numbered(words: string): [string, number][] {
  return words.split(' ').map((word, index) => [word, index + 1]);
}

/**
 * Builds the inside of a regular expression that matches words in any case. The `i` flag would do the same, but compiling
 * it takes as long per letter of a Unicode pattern as matching a page of text.
 */
export function inAnyCase(words: readonly string[]): string {
  return words
    .map((word) => word.replace(/\p{L}/gu, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`))
    .join('|');
}

const simple = [
  ...new Set([
    ...englishNumbers.split(' '),
    ...frenchNumbers.split(' ').filter((word) => !word.startsWith('dix')),
  ]),
];

/** The inside of a regular expression that matches numbers in words. */
export const numberWordPattern =
  `(?:(?:${inAnyCase(englishTens.split(' '))})(?:-(?:${inAnyCase(englishNumbers.split(' ').slice(0, 9))}))?|` +
  `${inAnyCase(['dix'])}(?:-(?:${inAnyCase(['sept', 'huit', 'neuf'])}))?|` +
  `${inAnyCase(simple)})(?![\\p{L}\\p{N}])`;

/** Returns the digits of a number in words; any other word unchanged. */
export function toNumber(word: string): string {
  return valueByNumberWord.get(word.toLowerCase())?.toString() ?? word;
}
