import type { MappedText } from '../text/mappedText.ts';

/**
 * The form in which quotation and source are compared: NFC, every quotation mark `'`, every dash or hyphen `-` without
 * spaces around it, every ellipsis `…` without spaces around it, ligatures as letters, white space one space, invisible
 * characters gone, trimmed. Case and other punctuation stay. `starts` and `ends` lead to the original.
 */
export interface Comparable extends MappedText {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Offsets of each `-` that was a dash between words; every other one is a hyphen and holds its word together. */
  readonly dashes: readonly number[];
}

const ligatures: Readonly<Record<string, string>> = {
  '\uFB00': 'ff',
  '\uFB01': 'fi',
  '\uFB02': 'fl',
  '\uFB03': 'ffi',
  '\uFB04': 'ffl',
  '\uFB05': 'st',
  '\uFB06': 'st',
};
const quotes = new Set([
  ...'\'"`\u2018\u2019\u201A\u201B\u2032\u2039\u203A\u02BC\uFF07\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB\uFF02\u300C\u300D\u300E\u300F',
]);
const dashes = new Set([...'-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFE63\uFF0D']);
/** Hyphens, and the minus that a typewriter makes of them. */
const hyphens = new Set([...'-\u2010\u2011']);
const invisible = new Set([...'\u00AD\u200B\u200C\u200D\u2060\uFEFF']);
const pointed = new Set([...'\u00AB\u00BB\u2039\u203A']);
const space = /[\s\u0085\u180E]/u;
const wordLike = /[\p{L}\p{N}]/u;
const dots = /\.(?:[ \u00A0\u202F\u2009]?\.){2}/y;
/** A character with what combines with it, conjoining Hangul included. */
const cluster = /[^](?:[\p{M}\u1160-\u11FF])*/uy;

class Writer {
  text: string[] = [];
  length = 0;
  starts: Int32Array;
  ends: Int32Array;
  dashes: number[] = [];
  /** Spaces waiting for a word behind them. */
  pending: { start: number; end: number } | undefined;
  /** Whether white space that follows belongs to the dash, ellipsis or opening mark before it. */
  swallow = true;
  last = '';

  constructor(size: number) {
    this.starts = new Int32Array(size + 16);
    this.ends = new Int32Array(size + 16);
  }

  put(character: string, start: number, end: number): void {
    this.reserve(character.length);
    this.text.push(character);
    this.starts.fill(start, this.length, this.length + character.length);
    this.ends.fill(end, this.length, this.length + character.length);
    this.length += character.length;
    this.last = character;
    this.swallow = false;
  }

  /** Writes the space that waits, then the character. */
  word(character: string, start: number, end: number): void {
    if (this.pending) {
      const { start: from, end: to } = this.pending;
      this.pending = undefined;
      this.put(' ', from, to);
    }
    this.put(character, start, end);
  }

  /** Writes a character that has no spaces around it, whatever stands there. */
  tight(character: string, start: number, end: number): void {
    this.pending = undefined;
    this.put(character, start, end);
    this.swallow = true;
  }

  /** Writes a stretch of the source as it stands. */
  run(source: MappedText, from: number, to: number): void {
    if (to <= from) return;
    this.reserve(to - from);
    this.text.push(source.text.slice(from, to));
    for (let i = from; i < to; i++) {
      this.starts[this.length] = source.starts[i] ?? 0;
      this.ends[this.length++] = source.ends[i] ?? 0;
    }
    this.last = source.text.charAt(to - 1);
  }

  private reserve(more: number): void {
    if (this.length + more <= this.starts.length) return;
    const size = (this.length + more) * 2;
    const starts = new Int32Array(size);
    const ends = new Int32Array(size);
    starts.set(this.starts);
    ends.set(this.ends);
    this.starts = starts;
    this.ends = ends;
  }
}

/** Makes the comparable form of a text. Total and linear. */
export function comparable(source: MappedText): Comparable {
  const { text } = source;
  const writer = new Writer(text.length);
  const composed = text.normalize('NFC') === text;
  let i = 0;
  while (i < text.length)
    i =
      composed && plain(text.charCodeAt(i))
        ? plainRun(source, i, writer)
        : special(source, i, composed, writer);
  return {
    text: writer.text.join(''),
    starts: writer.starts.slice(0, writer.length),
    ends: writer.ends.slice(0, writer.length),
    dashes: writer.dashes,
  };
}

/** Letters, digits and punctuation of ASCII that stand for themselves. */
function plain(code: number): boolean {
  return (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 46 && code < 60) || code === 44;
}

function plainRun(source: MappedText, from: number, writer: Writer): number {
  const { text } = source;
  let to = from + 1;
  // Single spaces between such characters stand for themselves too.
  while (
    to < text.length &&
    (plain(text.charCodeAt(to)) || (text.charCodeAt(to) === 32 && plain(text.charCodeAt(to + 1))))
  )
    to++;
  writer.word(text.charAt(from), source.starts[from] ?? 0, source.ends[from] ?? 0);
  writer.run(source, from + 1, to);
  return to;
}

function special(source: MappedText, i: number, composed: boolean, writer: Writer): number {
  const { text } = source;
  const character = text.charAt(i);
  const start = source.starts[i] ?? 0;
  const end = source.ends[i] ?? start;
  if (invisible.has(character)) return i + 1;
  if (space.test(character)) {
    if (writer.pending) writer.pending.end = end;
    else if (!writer.swallow) writer.pending = { start, end };
    return i + 1;
  }
  if (dashes.has(character)) return dash(source, i, writer);
  if (character === '\u2026' || character === '.') return dotted(source, i, writer);
  if (quotes.has(character)) {
    mark(text, i, writer, start, end);
    return i + 1;
  }
  const expanded = ligatures[character];
  if (expanded) {
    writer.word(expanded, start, end);
    return i + 1;
  }
  return composed ? letter(source, i, 1, character, writer) : composedCluster(source, i, writer);
}

function letter(source: MappedText, i: number, width: number, written: string, writer: Writer): number {
  writer.word(written, source.starts[i] ?? 0, source.ends[i + width - 1] ?? 0);
  return i + width;
}

function composedCluster(source: MappedText, i: number, writer: Writer): number {
  cluster.lastIndex = i;
  const found = cluster.exec(source.text)?.[0] ?? source.text.charAt(i);
  return letter(source, i, found.length, found.normalize('NFC'), writer);
}

/** A hyphen between letters is part of its word; everything else, `--` and `—` and ` - `, is a dash. */
function dash(source: MappedText, i: number, writer: Writer): number {
  const { text } = source;
  let to = i + 1;
  while (to < text.length && dashes.has(text.charAt(to))) to++;
  const hyphen =
    to === i + 1 &&
    hyphens.has(text.charAt(i)) &&
    writer.pending === undefined &&
    wordLike.test(text.charAt(i - 1)) &&
    wordLike.test(text.charAt(to));
  const start = source.starts[i] ?? 0;
  const end = source.ends[to - 1] ?? start;
  if (writer.last === '-' && writer.length > 0) {
    writer.pending = undefined;
    writer.ends[writer.length - 1] = end;
    writer.swallow = true;
    return to;
  }
  if (!hyphen) writer.dashes.push(writer.length);
  writer.tight('-', start, end);
  return to;
}

function dotted(source: MappedText, i: number, writer: Writer): number {
  const { text } = source;
  dots.lastIndex = i;
  const width = text.charAt(i) === '\u2026' ? 1 : (dots.exec(text)?.[0].length ?? 0);
  if (width === 0) return letter(source, i, 1, '.', writer);
  writer.tight('\u2026', source.starts[i] ?? 0, source.ends[i + width - 1] ?? 0);
  return i + width;
}

/** French marks have spaces inside: the space behind an opening « and before a closing » goes with the mark. */
function mark(text: string, i: number, writer: Writer, start: number, end: number): void {
  const character = text.charAt(i);
  if (!pointed.has(character)) return writer.word("'", start, end);
  const spaceBefore = i === 0 || space.test(text.charAt(i - 1));
  const spaceBehind = i + 1 >= text.length || space.test(text.charAt(i + 1));
  const opens = '\u00AB\u2039'.includes(character);
  if (!opens && spaceBefore && !wordLike.test(text.charAt(i + 1))) writer.pending = undefined;
  writer.word("'", start, end);
  if (opens && spaceBehind && !wordLike.test(text.charAt(i - 1))) writer.swallow = true;
}

/** A text that maps to itself. */
export function selfMapped(text: string): MappedText {
  const starts = new Int32Array(text.length);
  const ends = new Int32Array(text.length);
  for (let i = 0; i < text.length; i++) {
    starts[i] = i;
    ends[i] = i + 1;
  }
  return { text, starts, ends };
}
