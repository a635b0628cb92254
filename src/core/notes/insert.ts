import type { Range } from '../text.ts';
import { byCreation, type Annotation, type JsonObject } from './annotation.ts';
import type { NotesReading } from './read.ts';
import { readAnnotation } from './readAnnotation.ts';

/** A replacement of a range of a notes file. */
export interface NotesEdit {
  readonly range: Range;
  readonly newText: string;
}

/** Returns the white space of one level of indentation in a JSON text; two spaces where the text has one line. */
export function indentOf(text: string): string {
  return /\n([ \t]+)"/.exec(text)?.[1] ?? '  ';
}

/** Returns the line end of a text; LF where it has one line. */
export function eolOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/** Applies edits that do not overlap. Edits at the same place are applied in their order. */
export function applyNotesEdits(text: string, edits: readonly NotesEdit[]): string {
  const sorted = edits
    .map((edit, order) => ({ ...edit, order }))
    .sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end || a.order - b.order);
  let out = '';
  let at = 0;
  for (const { range, newText } of sorted) {
    out += text.slice(at, range.start) + newText;
    at = range.end;
  }
  return out + text.slice(at);
}

/** Returns a note as JSON, indented for its file from the second line on. */
export function formatNote(json: JsonObject, text: string, indent: string): string {
  const lines = JSON.stringify(json, null, indentOf(text)).split('\n');
  return lines.join(`${eolOf(text)}${indent}`);
}

/** Returns the indentation of the elements of the list of a notes file. */
export function indentOfElements(text: string, reading: NotesReading): string {
  const first = reading.list?.elements[0];
  if (!first) return indentOf(text).repeat(2);
  return /(?:^|[\r\n])([ \t]*)$/.exec(text.slice(0, first.start))?.[1] ?? '';
}

/**
 * Inserts notes into a file, each before the first that was made later, so that two people who add notes rarely touch the
 * same line. Notes whose id is already there are ignored.
 * @param reading the result of reading the file, which must be writable
 */
export function insertNotes(text: string, reading: NotesReading, items: readonly JsonObject[]): string {
  const known = new Set(reading.notes.map(({ id }) => id));
  const added: Annotation[] = [];
  for (const json of items) {
    const read = readAnnotation(json, { start: 0, end: 0 });
    if ('problem' in read || known.has(read.annotation.id)) continue;
    known.add(read.annotation.id);
    added.push(read.annotation);
  }
  if (!reading.list || added.length === 0) return text;
  return applyNotesEdits(text, insertionEdits(text, reading, added.sort(byCreation)));
}

function insertionEdits(text: string, reading: NotesReading, added: readonly Annotation[]): NotesEdit[] {
  const { elements, range } = reading.list ?? { elements: [], range: { start: 0, end: 0 } };
  const indent = indentOfElements(text, reading);
  const between = `,${eolOf(text)}${indent}`;
  const last = elements.at(-1);
  if (!last) {
    const inner = added.map(({ json }) => formatNote(json, text, indent)).join(between);
    const closing = indent.slice(indentOf(text).length);
    return [{ range, newText: `[${eolOf(text)}${indent}${inner}${eolOf(text)}${closing}]` }];
  }
  // The notes of a file are nearly always in order. Where someone moved one by hand, the first later note decides.
  const sorted = [...reading.notes].sort(byCreation);
  let next = 0;
  return added.map((annotation): NotesEdit => {
    for (let later = sorted[next]; later && byCreation(later, annotation) <= 0; later = sorted[next]) next++;
    const later = sorted[next];
    const written = formatNote(annotation.json, text, indent);
    if (!later) return { range: { start: last.end, end: last.end }, newText: between + written };
    const { start } = later.range;
    return { range: { start, end: start }, newText: written + between };
  });
}
