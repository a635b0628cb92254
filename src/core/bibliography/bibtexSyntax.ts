import { type Message, messageOf } from '../messages.ts';
import type { Range } from '../text.ts';
import { closingBrace, closingQuote, commaOrClose } from './braces.ts';
import type { BibliographyProblem } from './work.ts';

/**
 * The outer syntax of BibTeX and BibLaTeX files: entries, whose fields are raw LaTeX. Entries are found one by one, so that
 * a broken one never hides the next. An entry extends at most to the next line that starts a new one (`@type{key,`); biber,
 * too, suspects a runaway there. Every character is read a bounded number of times.
 */

/** An entry as written, with `@string` macros replaced by their text. */
export interface BibtexEntry {
  /** In lower case, without the `@`. */
  readonly type: string;
  readonly key: string;
  readonly keyRange: Range;
  readonly range: Range;
  /** Raw LaTeX by field name in lower case, without the outer braces or quotation marks. */
  readonly fields: ReadonlyMap<string, string>;
}

/** The content of a file. */
export interface BibtexFile {
  readonly entries: readonly BibtexEntry[];
  readonly problems: readonly BibliographyProblem[];
}

/** Maximum length of a value. A longer one is no text, but `@string` macros that multiply one another. */
const maxValueLength = 1_000_000;
/** Characters that may be read in search of the end of unclosed comments, as a multiple of the file's length. */
const maxCommentReads = 8;
const entryLine = /^[ \t]*@[A-Za-z]+[ \t]*[{(]\s*[^\s,{}()"#%=]+\s*[,=]/gm;
const blank = /[\s\u00A0\uFEFF]/;

/** Splits a file into entries and reads their fields. Never throws. */
export function readBibtex(text: string): BibtexFile {
  return new BibtexReader(text).read();
}

class BibtexReader {
  private readonly entries: BibtexEntry[] = [];
  private readonly problems: BibliographyProblem[] = [];
  private readonly macros = new Map<string, string>();
  private readonly lines: readonly number[];
  private nextLine = 0;
  private commentWork = 0;
  private at = 0;
  /** The entry being read ends before this offset. */
  private limit = 0;

  constructor(private readonly text: string) {
    this.lines = [...text.matchAll(entryLine)].map((match) => match.index + match[0].indexOf('@'));
  }

  /** Reads the items. As Pandoc and biber do, it passes over what stands behind a `%` between them, to the end of its line. */
  read(): BibtexFile {
    const itemOrRemark = /@|%[^\n\r]*/g;
    for (;;) {
      itemOrRemark.lastIndex = this.at;
      const found = itemOrRemark.exec(this.text);
      if (!found) return { entries: this.entries, problems: this.problems };
      this.at = itemOrRemark.lastIndex;
      if (found[0] === '@') this.readItem(found.index);
    }
  }

  private readItem(start: number): void {
    while (this.nextLine < this.lines.length && (this.lines[this.nextLine] ?? 0) <= start) this.nextLine++;
    this.limit = this.lines[this.nextLine] ?? this.text.length;
    const type = this.take(/[A-Za-z]+/y).toLowerCase();
    if (type === '') return;
    if (type === 'comment') return this.skipComment();
    this.skipBlanks();
    const opening = this.text.charAt(this.at);
    if (this.at >= this.limit || (opening !== '{' && opening !== '(')) return;
    this.at++;
    const close = opening === '{' ? '}' : ')';
    if (type === 'preamble') this.readPreamble(start, close);
    else if (type === 'string') this.readMacro(start, close);
    else this.readEntry(start, type, close);
  }

  private skipComment(): void {
    this.skipBlanks();
    if (this.text.charAt(this.at) !== '{' || this.commentWork > this.text.length * maxCommentReads) return;
    const end = closingBrace(this.text, this.at + 1, this.text.length);
    this.commentWork += (end ?? this.text.length) - this.at;
    if (end !== undefined) this.at = end + 1;
  }

  private readPreamble(start: number, close: string): void {
    this.readValue('@preamble');
    this.readClose(start, close, '@preamble');
  }

  private readMacro(start: number, close: string): void {
    const name = this.readName();
    this.skipBlanks();
    if (name === '' || this.text.charAt(this.at) !== '=')
      return this.fail(messageOf('bibliography.macroForm'), start, this.at + 1);
    this.at++;
    const value = this.readValue(name);
    if (value !== undefined) this.macros.set(name.toLowerCase(), value);
    this.readClose(start, close, messageOf('bibliography.macro', { name }));
  }

  private readClose(start: number, close: string, what: string | Message): void {
    this.skipBlanks(true);
    if (this.at < this.limit && this.text.charAt(this.at) === close) this.at++;
    else this.fail(messageOf('bibliography.notClosed', { what, missing: close }), start, this.at);
  }

  private readEntry(start: number, type: string, close: string): void {
    this.skipBlanks();
    const keyRange = this.readKey(start, type, close);
    const fields = new Map<string, string>();
    const name = keyRange ? `“${this.text.slice(keyRange.start, keyRange.end)}”` : `@${type}`;
    const closed = this.readFields(fields, close, name);
    if (!closed) {
      this.problem(
        messageOf('bibliography.entryNotClosed', { entry: name, missing: close }),
        keyRange ?? { start, end: this.at },
      );
      this.at = this.limit;
    }
    const range = { start, end: closed ? this.at : this.trimmedEnd(start, this.at) };
    if (keyRange)
      this.entries.push({
        type,
        key: this.text.slice(keyRange.start, keyRange.end),
        keyRange,
        range,
        fields,
      });
    if (closed) this.checkBehind(name);
  }

  /** Reads the key, which must be followed by a comma or the end of the entry; undefined where there is none. */
  private readKey(start: number, type: string, close: string): Range | undefined {
    const from = this.at;
    this.take(close === '}' ? /[^\s,{}="#]+/y : /[^\s,{}="#)]+/y);
    const keyRange = { start: from, end: this.at };
    this.skipBlanks();
    const next = this.at < this.limit ? this.text.charAt(this.at) : '';
    if (keyRange.end === from || next === '=') {
      this.problem(messageOf('bibliography.noKey', { type }), {
        start,
        end: keyRange.start,
      });
      this.at = from;
      return undefined;
    }
    if (next === ',') this.at++;
    else if (next !== close && next !== '') this.problem(messageOf('bibliography.afterKey'), keyRange);
    return keyRange;
  }

  /** Reads fields up to the closing bracket. Returns false where there is none before the limit. */
  private readFields(fields: Map<string, string>, close: string, entry: string): boolean {
    for (;;) {
      this.skipBlanks(true);
      if (this.at >= this.limit) return false;
      if (this.text.charAt(this.at) === close) {
        this.at++;
        return true;
      }
      const from = this.at;
      const name = this.readName();
      this.skipBlanks();
      if (name !== '' && this.at < this.limit && this.text.charAt(this.at) === '=') {
        this.at++;
        const value = this.readValue(name);
        if (value !== undefined) fields.set(name.toLowerCase(), value);
        this.expectComma(close, name);
      } else {
        this.at = commaOrClose(this.text, from, this.limit, close);
        const end = this.trimmedEnd(from, this.at);
        this.problem(messageOf('bibliography.noField', { entry }), {
          start: from,
          end,
        });
      }
    }
  }

  private expectComma(close: string, name: string): void {
    const end = this.trimmedEnd(0, this.at);
    this.skipBlanks();
    const next = this.text.charAt(this.at);
    if (this.at >= this.limit || next === ',' || next === close) return;
    this.problem(messageOf('bibliography.noComma', { field: name }), { start: Math.max(0, end - 1), end });
  }

  /**
   * Reads values joined by `#`: `{…}`, `"…"`, numbers, macros. Where there is none, reports a problem and returns
   * undefined.
   */
  private readValue(name: string): string | undefined {
    let value = '';
    for (;;) {
      this.skipBlanks();
      const from = this.at;
      const piece = this.readPiece(name);
      if (piece === undefined) return undefined;
      if (value.length + piece.length > maxValueLength) {
        this.problem(messageOf('bibliography.longValue', { field: name }), { start: from, end: this.at });
        return undefined;
      }
      value += piece;
      this.skipBlanks();
      if (this.at >= this.limit || this.text.charAt(this.at) !== '#') return value;
      this.at++;
    }
  }

  private readPiece(name: string): string | undefined {
    const from = this.at;
    const first = from < this.limit ? this.text.charAt(from) : '';
    if (first === '{' || first === '"') {
      const end =
        first === '{'
          ? closingBrace(this.text, from + 1, this.limit)
          : closingQuote(this.text, from + 1, this.limit);
      if (end !== undefined) {
        this.at = end + 1;
        return this.text.slice(from + 1, end);
      }
      this.problem(messageOf('bibliography.openValue', { opening: first, field: name }), {
        start: from,
        end: from + 1,
      });
      this.at = this.limit;
      return undefined;
    }
    const word = this.readName();
    if (word !== '') return this.macros.get(word.toLowerCase()) ?? word;
    this.problem(messageOf('bibliography.noValue', { field: name }), {
      start: Math.max(0, from - 1),
      end: from,
    });
    return undefined;
  }

  private readName(): string {
    this.skipBlanks();
    return this.take(/[^\s=,{}()"#%@]+/y);
  }

  /** Checks the text after an entry, which shows whether the entry was closed too early. */
  private checkBehind(name: string): void {
    const end = this.at;
    this.skipBlanks();
    const next = this.text.charAt(this.at);
    if (next !== ',' && next !== '}') {
      this.at = end;
      return;
    }
    this.problem(messageOf('bibliography.extraBrace', { entry: name }), { start: end - 1, end });
  }

  private skipBlanks(commas = false): void {
    for (;;) {
      const character = this.text.charAt(this.at);
      if (character === '' || this.at >= this.limit) return;
      if (character === '%') this.take(/[^\n\r]*/y);
      else if (blank.test(character) || (commas && character === ',')) this.at++;
      else return;
    }
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const length = pattern.exec(this.text)?.[0].length ?? 0;
    const from = this.at;
    this.at = Math.max(from, Math.min(from + length, this.limit));
    return this.text.slice(from, this.at);
  }

  private trimmedEnd(start: number, end: number): number {
    let last = Math.min(end, this.text.length);
    while (last > start + 1 && blank.test(this.text.charAt(last - 1))) last--;
    return last;
  }

  private fail(message: Message, start: number, end: number): void {
    this.problem(message, { start, end: this.trimmedEnd(start, Math.min(end, this.limit)) });
  }

  private problem(message: Message, range: Range): void {
    this.problems.push({ message, range });
  }
}
