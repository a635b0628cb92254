import type { MappedText, Range } from '../text.ts';

/** The fields of a glossary entry. */
export type FieldName = 'also' | 'not' | 'see also' | 'defined at' | 'used at';

/** A field in a paragraph of an entry. Ranges are offsets into the plain text of the paragraph. */
export interface FieldLine {
  readonly name: FieldName;
  readonly nameRange: Range;
  /** The language of the names, the `fr` of `Also (fr): …`; undefined where it says none. */
  readonly language: string | undefined;
  /** The value, without surrounding white space. */
  readonly value: Range;
}

/** A name in a list of names. */
export interface ListedName {
  readonly name: string;
  readonly range: Range;
  /** The language in whose texts it is used, in lower case; undefined for all. */
  readonly language?: string;
}

/** A field whose extent is ambiguous, because a formatter may have joined it with others or with the definition. */
export interface FieldDoubt {
  /**
   * `late`: it comes after words of the definition; `joined`: text after it may be the definition; `wrapped`: it has a line
   * that may be either.
   */
  readonly kind: 'late' | 'joined' | 'wrapped';
  /** The name of the field as written. */
  readonly name: string;
  /** The range in doubt, as offsets into the plain text of the paragraph. */
  readonly range: Range;
}

/** The fields at the start of a paragraph, the start of the words after them, and the doubts. */
export interface SplitFields {
  readonly fields: readonly FieldLine[];
  readonly rest: number;
  readonly doubts: readonly FieldDoubt[];
}

/** The name of a field at a place where one can start. */
interface Opening {
  readonly name: FieldName;
  readonly nameRange: Range;
  readonly language: string | undefined;
  /** After the colon. */
  readonly end: number;
  /** Whether it is at the start of a line, where it may also be in lower case. */
  readonly isLine: boolean;
}

const atLine =
  /(?<=^|[\n\r])[ \t]*(also(?:[ \t]*\([a-z]{2,3}(?:-[a-z0-9]{2,8})*\))?|not|see[ \t]+also|defined[ \t]+at|used[ \t]+at)[ \t]*:/gi;
/**
 * Field names within a line, as after lines were joined. Only the usual spelling counts, so that “it is not: …” is no
 * field.
 */
const fieldInLine =
  /(?<=\s|^)(Also(?:[ \t]*\([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\))?|Not|See\s+also|Defined\s+at|Used\s+at)[ \t]*:(?=\s|$)/g;
const sentenceAtEnd = /[.!?…][”’"')\]]*\s*$/u;

/**
 * Splits a paragraph into its fields and the words after them. A line without a field name continues the field before it if
 * the list is not complete (a comma, an open bracket) or if the line is indented; otherwise the definition starts. Fields
 * joined on one line are separated by their names. A field of citations ends with its last citation. Where names cannot be
 * distinguished from the definition, they are read line by line, and a doubt is returned.
 */
export function splitFields(plain: MappedText, source: string): SplitFields {
  const openings = openingsIn(plain.text);
  const fields: FieldLine[] = [];
  let rest = 0;
  const doubts: FieldDoubt[] = [];
  let at = 0;
  for (; openings[at] && rest === openings[at]?.start; at++) {
    const opening = openings[at];
    if (!opening) break;
    const next = openings[at + 1]?.start ?? plain.text.length;
    const { end, doubt } = fieldValue(opening, next, openings[at + 1], plain, source);
    fields.push({
      name: opening.name,
      nameRange: opening.nameRange,
      language: opening.language,
      value: trimmedWithin(plain.text, opening.end, end),
    });
    if (doubt) doubts.push({ ...doubt, name: fieldNameText(opening, plain) });
    rest = end;
    while (rest < next && /\s/u.test(plain.text[rest] ?? '')) rest++;
  }
  for (const late of openings.slice(at))
    if (isLate(late, plain.text))
      doubts.push({ kind: 'late', name: fieldNameText(late, plain), range: late.nameRange });
  return { fields, rest, doubts };
}

function fieldNameText({ nameRange }: Opening, { text }: MappedText): string {
  return text.slice(nameRange.start, nameRange.end).replace(/\s+/gu, ' ');
}

type PlacedOpening = Opening & {
  /** The start of the name. */
  readonly start: number;
};

/** Returns the places where fields can start, in order. */
function openingsIn(text: string): PlacedOpening[] {
  const lines = openingsBy(atLine, text, true);
  const starts = new Set(lines.map(({ start }) => start));
  const isBracketed = bracketsIn(text);
  const joined = openingsBy(fieldInLine, text, false).filter(
    ({ start }) => !isBracketed(start) && !starts.has(start),
  );
  // “See also”, wrapped after its first word, is not an “also” field.
  const halves = new Set(joined.map(({ end }) => end));
  return [...lines.filter(({ end }) => !halves.has(end)), ...joined].sort((a, b) => a.start - b.start);
}

function openingsBy(pattern: RegExp, text: string, isLine: boolean): PlacedOpening[] {
  return [...text.matchAll(pattern)].map((match) => {
    const start = match.index + match[0].length - match[0].trimStart().length;
    const name = match[1] ?? '';
    const [, field = name, language] = /^(.*\S)\s*\(([^()]*)\)$/.exec(name) ?? [];
    return {
      name: field.toLowerCase().replace(/\s+/g, ' ') as FieldName,
      language: language?.toLowerCase(),
      nameRange: { start, end: start + name.length },
      end: match.index + match[0].length,
      isLine,
      start,
    };
  });
}

/**
 * Returns a function that tells whether an offset is after a bracket that is still open. Offsets must be passed in
 * ascending order.
 */
function bracketsIn(text: string): (offset: number) => boolean {
  let at = 0;
  let isOpen = false;
  return (offset) => {
    for (; at < offset; at++) if (text[at] === '[' || text[at] === ']') isOpen = text[at] === '[';
    return isOpen;
  };
}

interface Value {
  readonly end: number;
  readonly doubt?: Omit<FieldDoubt, 'name'>;
}

/**
 * Returns the end of a field's value.
 * @param end the start of the next field, or the end of the paragraph
 */
function fieldValue(
  { name, end: start }: Opening,
  end: number,
  next: Opening | undefined,
  plain: MappedText,
  source: string,
): Value {
  const lines = endOfLines(plain, start, end, source);
  const isCiting = name === 'defined at' || name === 'used at';
  if (isCiting) return { end: endOfCitations(plain.text, start, lines, end) };
  const value = plain.text.slice(start, lines);
  const left = plain.text.slice(lines, end).trim();
  if (readsLikeSentence(value))
    return { end: lines, doubt: { kind: 'joined', range: trimmedWithin(plain.text, start, lines) } };
  if (left === '') return { end: lines };
  // A line that was wrapped in the middle of a name: the next field is on the same line.
  if (next && !next.isLine && !sentenceAtEnd.test(left)) return { end };
  const isPlain = sentenceAtEnd.test(left) && !/^\p{Ll}/u.test(left);
  return isPlain
    ? { end: lines }
    : { end: lines, doubt: { kind: 'wrapped', range: trimmedWithin(plain.text, lines, end) } };
}

/** Returns the end of the line at an offset, with the lines that continue it. */
function endOfLines(plain: MappedText, start: number, end: number, source: string): number {
  let to = Math.min(endOfTextLine(plain.text, start), end);
  for (;;) {
    const at = afterLineBreak(plain.text, to);
    if (at >= end) return to;
    if (!isUnfinished(plain.text.slice(start, to)) && !isIndentedAt(plain, at, source)) return to;
    to = Math.min(endOfTextLine(plain.text, at), end);
  }
}

/** Adjacent citations. One on another line counts only after a comma, or as the first. */
const citationsInRow =
  /^\s*(?:\[[^[\]]*\]|@(?:\{[^{}\s]*\}|[^\s[\]{},;]+)(?:\s*\[[^[\]]*\])?)(?:(?:[ \t]*[,;]\s*|[ \t]+)?(?:and\s+)?(?:\[[^[\]]*\]|@(?:\{[^{}\s]*\}|[^\s[\]{},;]+)(?:\s*\[[^[\]]*\])?))*[.,;]?/u;

/**
 * Returns the end of the citations at `start`.
 * @param lines the end of the value by its lines, used where there is no citation, or where the text goes on like part of
 * the sentence
 * @param end the start of the next field, or the end of the paragraph
 */
function endOfCitations(text: string, start: number, lines: number, end: number): number {
  const match = citationsInRow.exec(text.slice(start, end));
  if (!match) return lines;
  const to = start + match[0].length;
  const behind = text.slice(to, end).trimStart();
  if (behind === '' || /^[\p{Lu}\p{Lt}\p{Lo}\p{N}“‘"']/u.test(behind)) return to;
  return Math.max(lines, Math.min(endOfTextLine(text, to), end));
}

/** A longer name is read as words of the definition. */
const maxNameWords = 8;

function readsLikeSentence(value: string): boolean {
  return value.split(',').some((name) => {
    const words = name.trim().split(/\s+/u).length;
    return (
      words > maxNameWords || (words > 3 && (sentenceAtEnd.test(name) || /\p{Ll}[.!?]\s+\p{Lu}/u.test(name)))
    );
  });
}

/** Whether a field name within the definition is a field: it must be at the start of a line or of a sentence. */
function isLate({ nameRange, isLine }: Opening, text: string): boolean {
  const isCapital = /^\p{Lu}/u.test(text.slice(nameRange.start, nameRange.start + 1));
  return (
    isCapital &&
    (isLine || sentenceAtEnd.test(text.slice(Math.max(0, nameRange.start - maxLookBehind), nameRange.start)))
  );
}

/** The most characters of white space and closing marks between a sentence and the next. */
const maxLookBehind = 20;

function endOfTextLine(text: string, from: number): number {
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

/** Whether the line of the file that contains `plain[at]` starts with white space. */
function isIndentedAt(plain: MappedText, at: number, source: string): boolean {
  const before = source[(plain.starts[at] ?? 0) - 1];
  return before === ' ' || before === '\t';
}

function trimmedWithin(text: string, from: number, to: number): Range {
  let start = from;
  let end = to;
  while (start < end && /\s/u.test(text[start] ?? '')) start++;
  while (end > start && /\s/u.test(text[end - 1] ?? '')) end--;
  return { start, end };
}

/** Returns the names of a list separated by commas; `\,` is a comma within a name. Ranges are offsets into the file. */
export function splitNames(plain: MappedText, value: Range, source: string): ListedName[] {
  const names: ListedName[] = [];
  const add = (from: number, to: number): void => {
    const { start, end } = trimmedWithin(plain.text, from, to);
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
