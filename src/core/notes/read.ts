import { type Message, messageOf } from '../messages.ts';
import { endOfString, findJsonError, splitJsonList } from '../bibliography.ts';
import { appendAll, type Range } from '../text.ts';
import type { Annotation, Json } from './annotation.ts';
import { isObject, listOf, parseJson, readAnnotation } from './readAnnotation.ts';

/** A part of a notes file that cannot be read. */
export interface NotesProblem {
  readonly message: Message;
  readonly range: Range;
}

/** The content of a notes file. */
export interface NotesReading {
  /** In the order of the file. Of notes with the same id the first counts. */
  readonly notes: readonly Annotation[];
  readonly problems: readonly NotesProblem[];
  /** Whether notes can be written into the file: it is valid JSON, and its list of notes was found. */
  readonly writable: boolean;
  /** The list of notes, with its brackets, and its elements, readable or not. */
  readonly list: { readonly range: Range; readonly elements: readonly Range[] } | undefined;
}

/** No note nests deeper. Deeper nesting exhausts the stack of recursive functions. */
const maxJsonDepth = 64;
const conflictMark = /^(?:<{7} |={7}$|>{7} )/m;

/**
 * Reads a notes file: an `AnnotationPage`, a collection with one, a list of annotations, or one annotation. Accepts any
 * text. A note that cannot be read is one problem, and the others are read.
 */
export function readNotes(text: string): NotesReading {
  if (text.trim() === '') return { ...emptyReading, writable: true };
  const open = findItems(text);
  const whole = parseJson(text);
  const broken = jsonProblem(text, whole);
  if (open !== undefined && !broken) return readSound(text, open, listedItems(whole));
  if (open === undefined) {
    if (broken) return { ...emptyReading, problems: [broken] };
    return readWhole(text);
  }
  const draft: DraftReading = { notes: [], problems: [], ids: new Set() };
  const { entries, problems } = splitJsonList(text, open);
  for (const { range, closed } of entries) readNoteEntry(text, range, closed, draft);
  // Problems within a note have already been reported for the note.
  const said = draft.problems.some(({ range }) => broken && range.start <= broken.range.start);
  if (broken && !said) draft.problems.push(broken);
  else if (!broken) appendAll(draft.problems, problems);
  const elements = entries.map(({ range }) => range);
  const range = { start: open, end: afterList(text, elements.at(-1)?.end ?? open + 1) };
  return { notes: draft.notes, problems: draft.problems, writable: !broken, list: { range, elements } };
}

/** Returns the offset after the bracket that closes a list. `from` is after its last element. */
function afterList(text: string, from: number): number {
  const at = text.indexOf(']', from);
  return at < 0 ? text.length : at + 1;
}

const emptyReading: NotesReading = { notes: [], problems: [], writable: false, list: undefined };

/** Reads a file that is valid JSON: elements are found by their brackets, and parsed together. */
function readSound(text: string, open: number, items: readonly Json[]): NotesReading {
  const { elements, end } = elementsOf(text, open);
  const range = { start: open, end };
  const draft: DraftReading = { notes: [], problems: [], ids: new Set() };
  items.forEach((json, index) => {
    const place = elements[index];
    if (place) takeNote(json, place, text, draft);
  });
  return { notes: draft.notes, problems: draft.problems, writable: true, list: { range, elements } };
}

/** Returns the list that `findItems` finds. */
function listedItems(whole: Json | undefined): readonly Json[] {
  if (!isObject(whole)) return listOf(whole);
  const { items, first } = whole;
  return listOf(Array.isArray(items) || !isObject(first) ? items : first['items']);
}

/** Returns the elements of a list in valid JSON. */
function elementsOf(text: string, open: number): { elements: Range[]; end: number } {
  const elements: Range[] = [];
  let depth = 0;
  let start = -1;
  for (let at = open; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const closes = code === 125 || code === 93;
    if (depth === 1 && start >= 0 && (code === 44 || closes)) {
      elements.push({ start, end: start + text.slice(start, at).trimEnd().length });
      start = -1;
    } else if (depth === 1 && start < 0 && code > 32 && code !== 44 && !closes) start = at;
    if (code === 34) at = afterString(text, at) - 1;
    else if (code === 123 || code === 91) depth++;
    else if (closes && --depth === 0) return { elements, end: at + 1 };
  }
  return { elements, end: text.length };
}

/** Returns the offset after the string that opens at `from`. */
function afterString(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === 92) slashes++;
    if (slashes % 2 === 0) return at + 1;
  }
  return text.length;
}

interface DraftReading {
  readonly notes: Annotation[];
  readonly problems: NotesProblem[];
  readonly ids: Set<string>;
}

function takeNote(json: Json, range: Range, text: string, draft: DraftReading): void {
  const say = (message: Message): void =>
    void draft.problems.push({ message, range: firstLine(text, range) });
  const reading = readAnnotation(json, range);
  if ('problem' in reading) return say(reading.problem);
  const { annotation } = reading;
  if (draft.ids.has(annotation.id)) return say(messageOf('notes.sameId', { id: annotation.id }));
  draft.ids.add(annotation.id);
  draft.notes.push(annotation);
}

function readNoteEntry(text: string, range: Range, closed: boolean, draft: DraftReading): void {
  const say = (message: Message, where = firstLine(text, range)): void =>
    void draft.problems.push({ message, range: where });
  if (nestingOf(text, range) > maxJsonDepth) return say(messageOf('notes.deepNote'));
  const json = parseJson(text.slice(range.start, range.end));
  if (!closed || json === undefined) {
    const error = findJsonError(text, range, 'note');
    const reason = error?.message ?? messageOf('notes.notClosed');
    return say(messageOf('notes.unreadableNote', { reason }), error?.range);
  }
  takeNote(json, range, text, draft);
}

/** Reads a file that contains one annotation, or something else. */
function readWhole(text: string): NotesReading {
  const draft: DraftReading = { notes: [], problems: [], ids: new Set() };
  const start = text.search(/\S/);
  const range = { start, end: text.trimEnd().length };
  if (/"(?:@?type)"\s*:\s*"AnnotationPage"/.test(text)) return emptyReading;
  readNoteEntry(text, range, true, draft);
  const problems = draft.problems.map(({ message }) => ({
    message: message.id === 'notes.noNote' ? messageOf('notes.noList') : message,
    range: firstLine(text, range),
  }));
  return { ...emptyReading, notes: draft.notes, problems };
}

function jsonProblem(text: string, whole: Json | undefined): NotesProblem | undefined {
  if (nestingOf(text, { start: 0, end: text.length }) > maxJsonDepth)
    return { message: messageOf('notes.deepFile'), range: { start: 0, end: 1 } };
  if (whole !== undefined) return undefined;
  const conflict = conflictMark.exec(text);
  if (conflict)
    return {
      message: messageOf('notes.conflict'),
      range: { start: conflict.index, end: conflict.index + conflict[0].length },
    };
  const error = findJsonError(text, { start: 0, end: text.trimEnd().length }, 'file');
  const reason = error?.message ?? messageOf('json.noValue');
  return { message: messageOf('notes.noJson', { reason }), range: error?.range ?? { start: 0, end: 1 } };
}

/** Returns how deeply brackets nest, ignoring strings. */
function nestingOf(text: string, range: Range): number {
  let depth = 0;
  let deepest = 0;
  for (let at = range.start; at < range.end; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) at = afterString(text, at) - 1;
    else if (code === 123 || code === 91) deepest = Math.max(deepest, ++depth);
    else if (code === 125 || code === 93) depth--;
  }
  return deepest;
}

/**
 * Returns the offset of the bracket that opens the list of notes: the file itself, its `items`, or those of its `first`
 * page.
 */
function findItems(text: string): number | undefined {
  let at = text.search(/\S/);
  if (text.charAt(at) === '[') return at;
  if (text.charAt(at) !== '{') return undefined;
  const path: string[] = [''];
  let name = '';
  for (at++; at < text.length && path.length > 0; at++) {
    const character = text.charAt(at);
    if (character === '"') {
      const { end } = endOfString(text, at);
      const string = text.slice(at + 1, end - 1);
      at = end - 1;
      if (/^\s*:/.test(text.slice(end, end + 20))) name = string;
    } else if (character === '[' && name === 'items' && (path.length === 1 || path.join('/') === '/first'))
      return at;
    else if (character === '{' || character === '[') {
      path.push(character === '{' ? name : '[');
      name = '';
    } else if (character === '}' || character === ']') path.pop();
    else if (character === ',') name = '';
  }
  return undefined;
}

/** Returns the first line of a note. Underlining the whole note would be too much. */
function firstLine(text: string, range: Range): Range {
  const line = text.slice(range.start, range.end).search(/[\r\n]/);
  return line < 1 ? range : { start: range.start, end: range.start + line };
}
