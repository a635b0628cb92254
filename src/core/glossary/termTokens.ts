/**
 * Splits a text for term matching into words (runs of letters, digits and combining marks), single symbols, and the gaps
 * between them. A run of white space with at most one line break, and a hyphen between two words, count as the same gap.
 */

import { isAsciiLetterOrDigit } from '../text.ts';

/** The gap between a token and the one before it. */
export const gap = { none: 0, space: 1, hyphen: 2, break: 3 } as const;

/** Stands for text that is no prose (code, a link, a citation). No term spans it. */
export const proseBarrier = '\uFFFC';

/** Numbers for the words of a glossary. */
export interface Numbering {
  /**
   * Returns the number of `text[start, end)`, which is ASCII; 0 where there is none. `hash` is the hash of its lower-case
   * letters.
   */
  ofAscii(hash: number, text: string, start: number, end: number): number;
  /** Returns the number of a folded word. */
  ofFolded(word: string): number;
}

const characterClass = {
  symbol: 0,
  word: 1,
  space: 2,
  lineBreak: 3,
  hyphen: 4,
  invisible: 5,
  barrier: 6,
  single: 7,
} as const;

const superscriptDigit = /[\u00B2\u00B3\u00B9\u2070-\u209C]/u;
const singleCharacterWord =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const wordCharacter = /[\p{L}\p{N}\p{M}]/u;

function classify(character: string): number {
  if (/[\n\r\u0085\u2028]/u.test(character)) return characterClass.lineBreak;
  // Soft hyphens, zero-width spaces and joiners belong to their word.
  if (/[\u00AD\u180E\u200B-\u200D\u2060\uFEFF]/u.test(character)) return characterClass.invisible;
  if (character === proseBarrier || character === '\u2029') return characterClass.barrier;
  if (/\s/u.test(character)) return characterClass.space;
  // En dashes join words like hyphens (Marxism–Leninism); em dashes separate them.
  if (/[-\u2010-\u2013\u2212\uFE63\uFF0D]/u.test(character)) return characterClass.hyphen;
  if (superscriptDigit.test(character)) return characterClass.symbol;
  if (singleCharacterWord.test(character)) return characterClass.single;
  return wordCharacter.test(character) ? characterClass.word : characterClass.symbol;
}

/** Letters, digits and signs that prose has: alphabets, and the dashes, marks and spaces of general punctuation. */
const maxKnownCode = 0x2100;
/** Classes of these, plus one; zero where nobody has asked yet. Telling them all beforehand would take longer than a paper. */
const knownClasses = new Uint8Array(maxKnownCode);
/** ASCII letters in lower case, and digits; 0 for characters outside words. */
const asciiWord = Uint8Array.from({ length: 128 }, (_, code) =>
  isAsciiLetterOrDigit(code) ? String.fromCharCode(code).toLowerCase().charCodeAt(0) : 0,
);

/** Returns the class of the character at `offset`. A surrogate pair counts as one character. */
function classAt(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  if (code >= maxKnownCode) return classify(String.fromCodePoint(text.codePointAt(offset) ?? code));
  const known = knownClasses[code] ?? 0;
  if (known > 0) return known - 1;
  const own = classify(text.charAt(offset));
  knownClasses[code] = own + 1;
  return own;
}

/** Returns the hash of a word of ASCII letters and digits: FNV-1a over UTF-16 code units, its high bits mixed into the low ones. */
export function hashWord(folded: string): number {
  let hash = seed;
  for (let i = 0; i < folded.length; i++) hash = Math.imul(hash ^ folded.charCodeAt(i), prime);
  return hash ^ (hash >>> 15);
}
const seed = 0x811c9dc5 | 0;
const prime = 0x01000193;

/**
 * Folds a word for the vocabulary: compatibility composition (ligatures become letters), lower case, no invisible
 * characters.
 */
function foldWord(written: string): string {
  return written
    .replace(/[\u00AD\u180E\u200B-\u200D\u2060\uFEFF]/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/ς/g, 'σ')
    .normalize('NFC');
}

/** Folds a symbol for the vocabulary: straight quotation marks and apostrophes, one kind of hyphen. */
function foldSymbol(symbol: string): string {
  if (/[\u2018\u2019\u201A\u201B\u2032\u02BC\uFF07`\u00B4]/u.test(symbol)) return "'";
  if (/[\u201C-\u201F\u2033\uFF02]/u.test(symbol)) return '"';
  return classify(symbol) === characterClass.hyphen ? '-' : symbol.normalize('NFKC').toLowerCase();
}

/** Whether `folded[from …]`, lower-case ASCII, is the same word as an ASCII stretch of a text. */
export function spellsAscii(
  folded: Uint8Array,
  from: number,
  text: string,
  start: number,
  end: number,
): boolean {
  for (let i = start, j = from; i < end; i++, j++)
    if (folded[j] !== asciiWord[text.charCodeAt(i)]) return false;
  return true;
}

/**
 * The tokens of a text, numbered, as parallel arrays. Offsets are in UTF-16 code units. Takes linear time.
 */
export class Tokens {
  count = 0;
  private capacity: number;
  /** The number of the token in the vocabulary; 0 for unknown tokens. */
  ids: Int32Array;
  starts: Int32Array;
  ends: Int32Array;
  /** One of `gap`, for the stretch before the token. */
  gaps: Uint8Array;
  /** 1 for words, 0 for symbols, 2 for characters of scripts that do not separate words. */
  words: Uint8Array;
  private pending: number = gap.none;
  /** The numbers of the symbols seen so far, by their text. */
  private readonly symbols = new Map<string, number>();

  constructor(
    private readonly text: string,
    private readonly numbering: Numbering,
  ) {
    this.capacity = (text.length >> 2) + 8;
    this.ids = new Int32Array(this.capacity);
    this.starts = new Int32Array(this.capacity);
    this.ends = new Int32Array(this.capacity);
    this.gaps = new Uint8Array(this.capacity);
    this.words = new Uint8Array(this.capacity);
    for (let at = 0; at < text.length; at = this.read(at));
  }

  /** Reads what stands at `at`, and returns the offset after it. */
  private read(at: number): number {
    const { text } = this;
    const code = text.charCodeAt(at);
    const found = classAt(text, at);
    if (code === 32 && this.pending === gap.none && (asciiWord[text.charCodeAt(at + 1)] ?? 0) !== 0) {
      // One space and a word: most of any text.
      this.pending = gap.space;
      return at + 1;
    }
    if (found === characterClass.word) return this.word(at);
    if (found === characterClass.space || found === characterClass.lineBreak) return this.space(at);
    return this.other(at, found);
  }

  private word(start: number): number {
    const { text } = this;
    const { length } = text;
    let hash = seed;
    let at = start;
    let code = 0;
    while (at < length && (code = text.charCodeAt(at)) < 128) {
      const folded = asciiWord[code] ?? 0;
      if (folded === 0) break;
      hash = Math.imul(hash ^ folded, prime);
      at++;
    }
    if (at < length && code >= 128) return this.wordBeyondAscii(start, at);
    this.push(this.numbering.ofAscii(hash ^ (hash >>> 15), text, start, at), start, at, 1);
    return at;
  }

  private wordBeyondAscii(start: number, from: number): number {
    const { text } = this;
    let end = from;
    let at = from;
    while (at < text.length) {
      const found = classAt(text, at);
      if (found !== characterClass.word && found !== characterClass.invisible) break;
      at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
      if (found === characterClass.word) end = at;
    }
    this.push(this.numbering.ofFolded(foldWord(text.slice(start, end))), start, end, 1);
    return at;
  }

  /** Reads white space, and after a line break the prefixes of a block quotation. */
  private space(start: number): number {
    const { text } = this;
    let lines = 0;
    let at = start;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const found = classAt(text, at);
      if (found === characterClass.lineBreak) {
        if (!(code === 10 && text.charCodeAt(at - 1) === 13 && at > start)) lines++;
      } else if (found !== characterClass.space && !(code === 62 && lines > 0)) break;
    }
    this.pending = Math.max(this.pending, lines > 1 ? gap.break : gap.space);
    return at;
  }

  private other(start: number, found: number): number {
    const { text } = this;
    if (found === characterClass.invisible) return start + 1;
    if (found === characterClass.barrier) {
      this.pending = gap.break;
      return start + 1;
    }
    const end = start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
    if (found === characterClass.hyphen && this.joins(start)) {
      this.pending = gap.hyphen;
      return end;
    }
    const symbol = text.slice(start, end);
    let id = this.symbols.get(symbol);
    if (id === undefined) {
      id = this.numbering.ofFolded(found === characterClass.single ? symbol : foldSymbol(symbol));
      this.symbols.set(symbol, id);
    }
    this.push(id, start, end, found === characterClass.single ? 2 : 0);
    return end;
  }

  /** Whether the hyphen at `at` joins a token and a word, with no space on either side. */
  private joins(at: number): boolean {
    if (this.count === 0 || this.pending !== gap.none || at + 1 >= this.text.length) return false;
    const next = classAt(this.text, at + 1);
    return next === characterClass.word || next === characterClass.single;
  }

  private push(id: number, start: number, end: number, kindOfWord: number): void {
    if (this.count === this.capacity) this.grow();
    const at = this.count++;
    this.ids[at] = id;
    this.starts[at] = start;
    this.ends[at] = end;
    this.gaps[at] = this.pending;
    this.words[at] = kindOfWord;
    this.pending = gap.none;
  }

  private grow(): void {
    this.capacity *= 2;
    const larger = <T extends Int32Array | Uint8Array>(old: T, made: T): T => (made.set(old), made);
    this.ids = larger(this.ids, new Int32Array(this.capacity));
    this.starts = larger(this.starts, new Int32Array(this.capacity));
    this.ends = larger(this.ends, new Int32Array(this.capacity));
    this.gaps = larger(this.gaps, new Uint8Array(this.capacity));
    this.words = larger(this.words, new Uint8Array(this.capacity));
  }
}

const emptyNumbers: Numbering = { ofAscii: () => 0, ofFolded: () => 0 };

/** Words of ASCII letters and digits, a space or a hyphen between them: most names, whose key needs no tokens. */
const plainName = /^[A-Za-z0-9]+(?:[ -][A-Za-z0-9]+)*$/;

/**
 * Returns the key of a name, which is equal for two spellings that differ only in case, kind of apostrophe, hyphen or
 * space, or line breaks. Empty where the text has neither word nor symbol.
 */
export function nameKey(text: string): string {
  return plainName.test(text) ? text.toLowerCase().replaceAll('-', ' ') : keyOfTokens(text);
}

/** The definition of `nameKey`. */
export function keyOfTokens(text: string): string {
  const tokens = new Tokens(text, emptyNumbers);
  let key = '';
  for (let i = 0; i < tokens.count; i++) {
    if (i > 0 && tokens.gaps[i] !== gap.none) key += ' ';
    const written = text.slice(tokens.starts[i], tokens.ends[i]);
    key += tokens.words[i] === 1 ? foldWord(written) : foldSymbol(written);
  }
  return key;
}
