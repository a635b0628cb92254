import { characterAt } from '../syntax.ts';
import { isUnspaced, isWordUnit, type Range } from '../text.ts';

/** A word or point of a comparable text. In a quotation also an ellipsis or an editorial bracket. */
export interface Token {
  readonly kind: 'word' | 'point' | 'ellipsis' | 'bracket';
  readonly text: string;
  /** The text in lower case, for distinguishing a change of case from a change of word. */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** A token of a text, whose letters are cut out only where somebody asks for them: of most only the weight is looked at. */
class TextToken implements Token {
  private written: string | undefined;
  private lower: string | undefined;

  constructor(
    readonly kind: Token['kind'],
    private readonly whole: string,
    readonly start: number,
    readonly end: number,
  ) {}

  get text(): string {
    return (this.written ??= this.whole.slice(this.start, this.end));
  }

  get folded(): string {
    return (this.lower ??= this.text.toLowerCase());
  }
}

/** What a character is to a token; zero where nobody has asked yet. */
const tokenClass = { letter: 1, number: 2, lowLine: 3, space: 4, other: 5 } as const;
const patterns = { letter: /[\p{L}\p{M}]/u, number: /\p{N}/u, space: /\s/u };
/** For each unit of the basic plane. A pattern for all of this would be compiled for longer than a check of a paper takes. */
const tokenClasses = new Uint8Array(0x10000);
const signUnits = {
  apostrophe: 0x27,
  point: 0x2e,
  comma: 0x2c,
  ellipsis: 0x2026,
  space: 0x20,
  barrier: 1,
} as const;
const enclosing = { open: 0x5b, close: 0x5d, openRound: 0x28, closeRound: 0x29 } as const;
/** A longer bracket is none of the writer’s. Characters. */
const maxBracketLength = 400;

function tokenClassAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if ((code & 0xfc00) === 0xd800) return tokenClassOf(characterAt(text, at));
  const known = tokenClasses[code] ?? 0;
  return known === 0 ? (tokenClasses[code] = tokenClassOf(text.charAt(at))) : known;
}

function tokenClassOf(character: string): number {
  if (character === '_') return tokenClass.lowLine;
  if (patterns.letter.test(character)) return tokenClass.letter;
  if (patterns.number.test(character)) return tokenClass.number;
  return patterns.space.test(character) ? tokenClass.space : tokenClass.other;
}

/** Returns the width of the character at an offset, in UTF-16 units: 2 where it has two. */
function widthAt(text: string, at: number): number {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00 ? 2 : 1;
}

/**
 * Splits a comparable text into words and points. Apostrophes and the points of numbers belong to words.
 * @param quotation whether ellipses and brackets are gaps, and `[sic]` is skipped
 */
export function tokensOf(text: string, quotation: boolean): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const own = tokenClassAt(text, at);
    if (own === tokenClass.space) {
      at++;
      continue;
    }
    if (own !== tokenClass.other) {
      const end = tokenWordEnd(text, at);
      tokens.push(new TextToken('word', text, at, end));
      at = end;
      continue;
    }
    const gap = quotation ? gapAt(text, at) : undefined;
    const end = gap?.end ?? at + widthAt(text, at);
    const token = new TextToken(gap?.kind ?? 'point', text, at, end);
    if (gap?.kind !== 'bracket' || !/^\[sic[!?.]?\]$/i.test(token.text)) tokens.push(token);
    at = end;
  }
  return tokens;
}

/** Returns the end of the word at an offset, with letters behind apostrophes and digits behind points. */
function tokenWordEnd(text: string, from: number): number {
  let at = runEnd(text, from, tokenClass.lowLine);
  for (;;) {
    const code = text.charCodeAt(at);
    let end = at;
    if (code === signUnits.apostrophe) end = runEnd(text, at + 1, tokenClass.letter);
    else if (code === signUnits.point || code === signUnits.comma) end = digitsEnd(text, at + 1);
    if (end <= at + 1) return at;
    at = end;
  }
}

/** Returns the end of letters, and of digits and `_` where `last` is their class or a later one. */
function runEnd(text: string, from: number, last: number): number {
  let at = from;
  while (at < text.length && tokenClassAt(text, at) <= last) at += widthAt(text, at);
  return at;
}

function digitsEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && tokenClassAt(text, at) === tokenClass.number) at += widthAt(text, at);
  return at;
}

/** Returns the ellipsis or editorial bracket that starts at an offset. */
function gapAt(
  text: string,
  at: number,
): { readonly kind: 'ellipsis' | 'bracket'; readonly end: number } | undefined {
  const code = text.charCodeAt(at);
  if (code === signUnits.ellipsis) return { kind: 'ellipsis', end: at + 1 };
  if (code !== enclosing.open && code !== enclosing.openRound) return undefined;
  const inside = text.charCodeAt(at + 1) === signUnits.space ? at + 2 : at + 1;
  if (text.charCodeAt(inside) === signUnits.ellipsis) {
    const close = text.charCodeAt(inside + 1) === signUnits.space ? inside + 2 : inside + 1;
    if (text.charCodeAt(close) === (code === enclosing.open ? enclosing.close : enclosing.closeRound))
      return { kind: 'ellipsis', end: close + 1 };
  }
  return code === enclosing.open ? bracketAt(text, at) : undefined;
}

function bracketAt(text: string, at: number): { readonly kind: 'bracket'; readonly end: number } | undefined {
  let end = at + 1;
  for (let length = 0; length <= maxBracketLength && end < text.length; length++) {
    const code = text.charCodeAt(end);
    if (code === enclosing.close) return { kind: 'bracket', end: end + 1 };
    if (code === enclosing.open || code === signUnits.barrier) return undefined;
    end += widthAt(text, end);
  }
  return undefined;
}

function isDigit(code: number): boolean {
  return code > 47 && code < 58;
}

/**
 * Whether a quotation may start or end at offset `at` of a comparable text without cutting a word in two. `mass` is not
 * found in `masses`, `violent` not in `non-violent`, `worker` not in `worker's`, `1` not in `1,000`.
 * @param dashes offsets of every `-` that separates words
 */
export function isBoundary(text: string, at: number, dashes: { has(offset: number): boolean }): boolean {
  if (at <= 0 || at >= text.length) return true;
  const before = isWordUnit(text, at - 1);
  const behind = isWordUnit(text, at);
  if (before && behind) return isUnspaced(text.charCodeAt(at - 1)) || isUnspaced(text.charCodeAt(at));
  if (before) return !mayStandInWord(text, at, dashes) || !isWordUnit(text, at + 1);
  if (behind) return !mayStandInWord(text, at - 1, dashes) || !isWordUnit(text, at - 2);
  return true;
}

/** Whether the character at `i` may stand inside a word: an apostrophe, a hyphen, the point or comma of a number. */
function mayStandInWord(text: string, i: number, dashes: { has(offset: number): boolean }): boolean {
  switch (text.charAt(i)) {
    case "'":
      return true;
    case '-':
      return !dashes.has(i);
    case '.':
    case ',':
      return isDigit(text.charCodeAt(i - 1)) && isDigit(text.charCodeAt(i + 1));
    default:
      return false;
  }
}

/** How far a stretch is extended at most on either side. Longer words are cut. UTF-16 code units. */
export const maxWordLength = 100;

/** Extends a stretch of a comparable text to whole words where it cuts one: `violent` in `non-violent`. */
export function toWholeWords(
  { text, dashes }: { readonly text: string; readonly dashes: { has(offset: number): boolean } },
  range: Range,
): Range {
  let { start, end } = range;
  while (start > 0 && range.start - start < maxWordLength && !isBoundary(text, start, dashes)) start--;
  while (end < text.length && end - range.end < maxWordLength && !isBoundary(text, end, dashes)) end++;
  return { start, end };
}
