import type { MappedText } from '../text/mappedText.ts';
import type { Range } from '../text/range.ts';

/** The fields of a glossary entry. */
export type FieldName = 'also' | 'not' | 'see also' | 'defined at' | 'used at';

/** A field as it stands in a paragraph of an entry. Ranges are offsets into the plain text of the paragraph. */
export interface FieldLine {
  readonly name: FieldName;
  readonly nameRange: Range;
  /** Without surrounding white space. */
  readonly value: Range;
}

/** A name in a list of names. */
export interface ListedName {
  readonly name: string;
  readonly range: Range;
}

const opening = /^[ \t]*(also|not|see[ \t]+also|defined[ \t]+at|used[ \t]+at)[ \t]*:/i;

/**
 * Splits a paragraph into its fields and the words behind them. A line that names no field continues the one before
 * where its list is not at an end (a comma, an open bracket) or where it is indented; otherwise the definition begins.
 */
export function splitFields(plain: MappedText, source: string): { fields: FieldLine[]; rest: number } {
  const fields: FieldLine[] = [];
  let open: { name: FieldName; nameRange: Range; from: number; to: number } | undefined;
  const close = (): void => {
    if (open)
      fields.push({
        name: open.name,
        nameRange: open.nameRange,
        value: trim(plain.text, open.from, open.to),
      });
    open = undefined;
  };
  let at = 0;
  while (at < plain.text.length) {
    const end = lineEnd(plain.text, at);
    const line = plain.text.slice(at, end);
    const match = opening.exec(line);
    if (match) {
      close();
      const start = at + match[0].length - match[0].trimStart().length;
      const nameRange = { start, end: start + (match[1] ?? '').length };
      const name = (match[1] ?? '').toLowerCase().replace(/[ \t]+/, ' ') as FieldName;
      open = { name, nameRange, from: at + match[0].length, to: end };
    } else if (
      open &&
      (isUnfinished(plain.text.slice(open.from, open.to)) || isIndented(plain, at, source))
    ) {
      open.to = end;
    } else break;
    at = afterLineBreak(plain.text, end);
  }
  close();
  return { fields, rest: Math.min(at, plain.text.length) };
}

function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

function afterLineBreak(text: string, at: number): number {
  return text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1;
}

function isUnfinished(value: string): boolean {
  return /[,;]\s*$/.test(value) || value.lastIndexOf('[') > value.lastIndexOf(']');
}

/** Whether the line of the file that holds `plain[at]` begins with white space. */
function isIndented(plain: MappedText, at: number, source: string): boolean {
  const before = source[(plain.starts[at] ?? 0) - 1];
  return before === ' ' || before === '\t';
}

function trim(text: string, from: number, to: number): Range {
  let start = from;
  let end = to;
  while (start < end && /\s/u.test(text[start] ?? '')) start++;
  while (end > start && /\s/u.test(text[end - 1] ?? '')) end--;
  return { start, end };
}

/** The names of a list, parted by commas; `\,` is a comma within a name. Ranges are offsets into the file. */
export function splitNames(plain: MappedText, value: Range, source: string): ListedName[] {
  const names: ListedName[] = [];
  const add = (from: number, to: number): void => {
    const { start, end } = trim(plain.text, from, to);
    const first = plain.starts[start];
    const last = plain.ends[end - 1];
    if (start === end || first === undefined || last === undefined) return;
    names.push({
      name: plain.text.slice(start, end).replace(/\s+/gu, ' '),
      range: { start: first, end: last },
    });
  };
  let from = value.start;
  for (let at = value.start; at < value.end; at++) {
    if (plain.text[at] !== ',' || source[plain.starts[at] ?? 0] !== ',') continue;
    add(from, at);
    from = at + 1;
  }
  add(from, value.end);
  return names;
}
