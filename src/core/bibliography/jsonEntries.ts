import { messageOf } from '../messages.ts';
import type { Range } from '../text.ts';
import type { BibliographyProblem } from './work.ts';

/**
 * Finds the entries of a JSON list without parsing it, so that a broken entry hides no other. An entry ends where its
 * brackets balance, or where another object starts in a place that JSON does not allow. Takes linear time.
 */

/** One element of the list. */
export interface JsonEntry {
  readonly range: Range;
  /** Whether all its brackets and strings are closed. */
  readonly closed: boolean;
  /** The value of the entry's own `id`: a number, or a string without its quotation marks. */
  readonly idRange: Range | undefined;
}

/** The list that was found. `start` is undefined where there is none. */
export interface JsonList {
  readonly entries: readonly JsonEntry[];
  readonly problems: readonly BibliographyProblem[];
}

/** Splits the list whose `[` is at `open`. */
export function splitJsonList(text: string, open: number): JsonList {
  const entries: JsonEntry[] = [];
  const problems: BibliographyProblem[] = [];
  let at = open + 1;
  for (;;) {
    while (at < text.length && /[\s,]/.test(text.charAt(at))) at++;
    if (at >= text.length) {
      problems.push({
        message: messageOf('bibliography.listNotClosed'),
        range: { start: open, end: open + 1 },
      });
      return { entries, problems };
    }
    if (text.charAt(at) === ']') return { entries, problems };
    const start = at;
    if (text.charAt(at) === '{') {
      const entry = scanObject(text, at);
      entries.push(entry);
      at = entry.range.end;
    } else {
      at = skipStray(text, at);
      problems.push({
        message: messageOf('bibliography.noJsonEntry'),
        range: { start, end: at },
      });
    }
  }
}

/** Returns the offset after text between entries that is no object: the next comma, bracket or line end. */
function skipStray(text: string, from: number): number {
  if (text.charAt(from) === '"') return endOfString(text, from).end;
  let at = from + 1;
  while (at < text.length && !/[,{\]\n\r]/.test(text.charAt(at))) at++;
  return at;
}

/** Returns the offset after the string that opens at `from`. A string ends at the end of its line at the latest. */
export function endOfString(text: string, from: number): { end: number; closed: boolean } {
  for (let i = from + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 34) return { end: i + 1, closed: true };
    if (code === 10 || code === 13) return { end: i, closed: false };
    if (code === 92) i++;
  }
  return { end: text.length, closed: false };
}

/** The state of the scanner within an object. */
interface JsonScan {
  readonly open: string[];
  closed: boolean;
  /** The last character that is not white space; `"` after a string. */
  before: string;
  /** The last string read directly in the entry. It is a property name if a colon follows. */
  name: string;
  idRange: Range | undefined;
}

function scanObject(text: string, start: number): JsonEntry {
  const scan: JsonScan = { open: ['{'], closed: true, before: '{', name: '', idRange: undefined };
  let at = start + 1;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === '"') at = scanString(text, at, scan);
    else if (character === '{' && scan.open.at(-1) === '{' && scan.before !== ':')
      return unclosedEntry(text, start, at, scan);
    else if (character === '{' || character === '[') scan.open.push(character);
    else if (character === '}' || character === ']') {
      if (!closeBracket(scan, character === '}' ? '{' : '[')) return unclosedEntry(text, start, at, scan);
      if (scan.open.length === 0)
        return { range: { start, end: at + 1 }, closed: scan.closed, idRange: scan.idRange };
    } else if (/[\d-]/.test(character)) scanNumber(text, at, scan);
    if (character !== '"') at++;
    if (!/\s/.test(character)) scan.before = character;
  }
  return unclosedEntry(text, start, text.length, scan);
}

function unclosedEntry(text: string, start: number, end: number, scan: JsonScan): JsonEntry {
  let last = end;
  while (last > start + 1 && /[\s,]/.test(text.charAt(last - 1))) last--;
  return { range: { start, end: last }, closed: false, idRange: scan.idRange };
}

/** Closes the innermost bracket of a kind, with all open brackets inside it. Returns false where there is none. */
function closeBracket(scan: JsonScan, opening: string): boolean {
  const index = scan.open.lastIndexOf(opening);
  if (index < 0) return false;
  if (index < scan.open.length - 1) scan.closed = false;
  scan.open.length = index;
  return true;
}

function scanString(text: string, at: number, scan: JsonScan): number {
  const { end, closed } = endOfString(text, at);
  if (!closed) scan.closed = false;
  if (scan.open.length === 1) {
    if (scan.before === ':' && scan.name === 'id')
      scan.idRange = { start: at + 1, end: closed ? end - 1 : end };
    scan.name = scan.before === ':' ? '' : text.slice(at + 1, Math.min(end - 1, at + 8));
  }
  return end;
}

function scanNumber(text: string, at: number, scan: JsonScan): void {
  if (scan.open.length !== 1 || scan.before !== ':' || scan.name !== 'id') return;
  let end = at + 1;
  while (/[\d.eE+-]/.test(text.charAt(end))) end++;
  scan.idRange = { start: at, end };
}
