import type { Range } from '../text.ts';
import type { MarkdownDocument } from './document.ts';

/**
 * Lines at the beginning of a document that are meant for front matter and that Pandoc takes for text, or that are read as
 * front matter farther than meant. Offsets into the text of the document.
 */
export interface OpenFrontMatter {
  /** What keeps them from being front matter: an indented line of dashes, other dashes, a blank line, no closing line. */
  readonly fault: 'indented-opening' | 'blank-line' | 'indented-closing' | 'other-closing' | 'no-closing';
  /** The line that is wrong; the opening one where the closing one is missing. */
  readonly range: Range;
  /** What to put in place of what. */
  readonly edit: { readonly range: Range; readonly newText: string };
}

interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Nobody writes more front matter. Lines. */
const maxLines = 200;
const opening = /^(?:[ \t]*(?:\r\n|\n|\r)){0,100}([ \t]*)---[ \t]*(\r\n|\n|\r)/;
const closing = /^(?:---|\.\.\.)[ \t]*$/;
/** Dashes and points that somebody may have meant for a closing line. */
const nearlyClosing = /^[ \t]*(?:-{2,}|\.{2,3}|…|[–—―]+-*|-+[–—―]+)[ \t]*$/;
const field = /^[\p{L}_][\p{L}\p{N}_-]*:(?:[ \t]|$)/u;
/** Fields that say by themselves that front matter is meant. */
const usualField =
  /^(?:title|subtitle|authors?|date|lang|id|type|tags|keywords|bibliography|csl|abstract|references|issued|nocite|share|layout|draft|format):/i;
/** Lines of YAML: a field, an item, what belongs to one. */
const yaml = /^(?:[ \t]+\S|-[ \t])|^[\p{L}_"'][^:]*:(?:[ \t]|$)/u;

/** Front matter that is not closed, or not as Pandoc wants it; undefined where there is none, or nothing wrong with it. */
export function openFrontMatter({ text, frontMatter }: MarkdownDocument): OpenFrontMatter | undefined {
  const found = opening.exec(text);
  if (!found) return undefined;
  const [whole, indent = '', lineEnd = '\n'] = found;
  const isRead = frontMatter.range !== undefined && frontMatter.problems.length === 0;
  const lines = linesFrom(text, whole.length);
  const isBlankFirst = lines[0]?.text.trim() === '';
  if (isRead && !isBlankFirst) return undefined;
  const end = lines.findIndex((line, at) => endsFields(line, lines.slice(0, at)));
  const fields = lines.slice(0, end < 0 ? lines.length : end);
  if (!isMeant(fields)) return undefined;
  const last = lines[end];
  const dashes = whole.trimEnd().length;
  const line = { start: dashes - 3, end: dashes };
  if (last && closing.test(last.text)) return closedWell({ indent, line, fields, isBlankFirst });
  if (last && nearlyClosing.test(last.text)) {
    const isIndented = closing.test(last.text.trim());
    const range = { start: last.start, end: last.end };
    const edit = { range, newText: '---' };
    return { fault: isIndented ? 'indented-closing' : 'other-closing', range, edit };
  }
  // Pandoc reads on to the next closing line: that is right where YAML says so.
  if (isRead) return undefined;
  const at = lastOfFirstBlock(fields)?.end ?? line.end;
  const edit = { range: { start: at, end: at }, newText: `${lineEnd}---` };
  return { fault: 'no-closing', range: line, edit };
}

interface Opened {
  readonly indent: string;
  /** The dashes of the opening line. */
  readonly line: Range;
  readonly fields: readonly Line[];
  readonly isBlankFirst: boolean;
}

function closedWell({ indent, line, fields, isBlankFirst }: Opened): OpenFrontMatter | undefined {
  if (indent !== '') {
    const range = { start: line.start - indent.length, end: line.end };
    return {
      fault: 'indented-opening',
      range,
      edit: { range: { start: range.start, end: line.start }, newText: '' },
    };
  }
  const first = fields.find(({ text }) => text.trim() !== '');
  const blank = fields[0];
  if (!isBlankFirst || !first || !blank) return undefined;
  const range = { start: blank.start, end: first.start };
  return { fault: 'blank-line', range: line, edit: { range, newText: '' } };
}

/** Whether a line is no longer of the fields: it closes them, or is text. */
function endsFields({ text }: Line, before: readonly Line[]): boolean {
  if (closing.test(text) || nearlyClosing.test(text)) return true;
  if (text.trim() === '') return false;
  const isAfterBlank = before.some((line, at) => at > 0 && line.text.trim() === '');
  return text.startsWith('#') ? isAfterBlank : !yaml.test(text);
}

function isMeant(fields: readonly Line[]): boolean {
  const written = fields.filter(({ text }) => text.trim() !== '' && !text.startsWith('#'));
  if (!written[0] || !field.test(written[0].text)) return false;
  return usualField.test(written[0].text) || written.filter(({ text }) => field.test(text)).length > 1;
}

/** The last line before the first blank one that follows a field. */
function lastOfFirstBlock(fields: readonly Line[]): Line | undefined {
  const first = fields.findIndex(({ text }) => text.trim() !== '');
  const blank = fields.findIndex(({ text }, at) => at > first && text.trim() === '');
  return fields[(blank < 0 ? fields.length : blank) - 1];
}

function linesFrom(text: string, start: number): Line[] {
  const lines: Line[] = [];
  const line = /[^\r\n]*/y;
  for (let at = start; at < text.length && lines.length < maxLines;) {
    line.lastIndex = at;
    const written = line.exec(text)?.[0] ?? '';
    const end = at + written.length;
    lines.push({ text: written, start: at, end });
    at = text.startsWith('\r\n', end) ? end + 2 : end + 1;
  }
  return lines;
}
