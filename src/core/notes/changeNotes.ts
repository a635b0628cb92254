import { applyEdits, modify, type FormattingOptions, type JSONPath } from 'jsonc-parser';
import { extensions, type Annotation, type Json, type JsonObject, type Selectors } from './annotation.ts';
import type { NoteKind } from './kinds.ts';
import { readNotes, type NotesReading } from './read.ts';
import { insertNotes, eolOf, indentOf } from './insert.ts';
import { isObject, isOfType, isTag, isTextBody, listOf } from './readAnnotation.ts';
import { annotationJson, notesFile, selectorsJson, tagBody, textBody, type NoteDraft } from './writeNotes.ts';
import { type Message, messageOf } from '../messages.ts';

/** An action of a person on a notes file. `modified` is RFC 3339, UTC. */
export type NoteChange =
  | { readonly kind: 'add'; readonly draft: NoteDraft }
  /** A note from another file. It is ignored if its id is already there. */
  | { readonly kind: 'insert'; readonly json: JsonObject }
  | {
      readonly kind: 'edit';
      readonly id: string;
      readonly modified: string;
      readonly text?: string;
      readonly tags?: readonly string[];
      readonly noteKind?: NoteKind;
      readonly resolved?: boolean;
      readonly selectors?: Selectors;
      /** The id of the note that an answer is to from now on. */
      readonly answers?: string;
    }
  | { readonly kind: 'delete'; readonly id: string };

/** The file after changes, or the reason why they cannot be made. */
export type ChangeResult = { readonly text: string } | { readonly problem: Message };

/**
 * Makes a change in a notes file. The rest of the file stays letter for letter, so a changed note is a small diff, and
 * properties that Pilcrow does not know are kept.
 * @param text the content of the file; empty for a new file
 * @param page IRI of the file, used for a new file
 */
export function changeNotes(text: string, page: string, change: NoteChange): ChangeResult {
  if (text.trim() === '')
    return change.kind === 'add' || change.kind === 'insert'
      ? { text: notesFile(page, [jsonOf(change)]) }
      : { problem: messageOf('notes.gone') };
  const reading = readNotes(text);
  if (!reading.writable) return { problem: messageOf('notes.notWritable') };
  if (change.kind === 'add' || change.kind === 'insert')
    return { text: insertNotes(text, reading, [jsonOf(change)]) };
  const file = new File(text, reading);
  const found = reading.notes.find(({ id }) => id === change.id);
  if (!found) return { problem: messageOf('notes.gone') };
  if (change.kind === 'delete') return { text: file.remove(found) };
  return { text: file.edit(found, change) };
}

function jsonOf(change: Extract<NoteChange, { kind: 'add' | 'insert' }>): JsonObject {
  return change.kind === 'add' ? annotationJson(change.draft) : change.json;
}

/** A notes file being changed. */
class File {
  private readonly list: JSONPath;
  private readonly formattingOptions: FormattingOptions;

  constructor(
    private text: string,
    private readonly reading: NotesReading,
  ) {
    const root = JSON.parse(text) as Json;
    const nested = isObject(root) && !Array.isArray(root['items']);
    this.list = Array.isArray(root) ? [] : nested ? ['first', 'items'] : ['items'];
    const indent = indentOf(text);
    this.formattingOptions = {
      insertSpaces: !indent.startsWith('\t'),
      tabSize: indent.startsWith('\t') ? 1 : indent.length,
      eol: eolOf(text),
    };
  }

  private set(path: JSONPath, value: unknown, isArrayInsertion = false): void {
    const { formattingOptions } = this;
    const edits = modify(this.text, path, value, { formattingOptions, isArrayInsertion });
    this.text = applyEdits(this.text, edits);
  }

  /** Returns the index of a note among the items. */
  private indexOf({ range }: Annotation): number {
    return this.reading.list?.elements.findIndex(({ start }) => start === range.start) ?? -1;
  }

  remove(annotation: Annotation): string {
    this.set([...this.list, this.indexOf(annotation)], undefined);
    return this.text;
  }

  edit(annotation: Annotation, change: Extract<NoteChange, { kind: 'edit' }>): string {
    const path = [...this.list, this.indexOf(annotation)];
    if (change.text !== undefined && change.text !== annotation.text)
      this.editText(path, annotation.json, change.text);
    if (change.tags) this.editTags(path, change.tags);
    if (change.noteKind) {
      this.set([...path, 'motivation'], change.noteKind.motivation);
      this.set([...path, extensions.kind], change.noteKind.id);
    }
    if (change.resolved !== undefined && change.resolved !== annotation.resolved)
      this.set([...path, extensions.state], change.resolved ? 'resolved' : undefined);
    if (change.answers !== undefined) this.set([...path, 'target'], change.answers);
    if (change.selectors) this.editSelectors(path, annotation.json, change.selectors);
    this.set([...path, 'modified'], change.modified);
    return this.text;
  }

  private editText(path: JSONPath, json: JsonObject, text: string): void {
    const { body } = json;
    const bodies = listOf(body);
    const texts = bodies.flatMap((each, index) => (isTextBody(each) ? [index] : []));
    const [first, ...others] = texts;
    if (first === undefined && typeof json['bodyValue'] === 'string')
      return this.set([...path, 'bodyValue'], text);
    if (first === undefined) return this.set([...path, 'body'], [textBody(text), ...bodies.filter(isObject)]);
    const at = [...path, 'body', ...(Array.isArray(body) ? [first] : [])];
    this.set([...at, 'value'], text);
    const edited = bodies[first];
    if (isObject(edited) && edited['format'] !== undefined) this.set([...at, 'format'], 'text/markdown');
    for (const index of others.reverse()) this.set([...path, 'body', index], undefined);
  }

  private editTags(path: JSONPath, tags: readonly string[]): void {
    const body = this.valueAt([...path, 'body']);
    const tagOf = (each: Json): string =>
      isObject(each) && typeof each['value'] === 'string' ? each['value'].trim() : '';
    const bodies = listOf(body);
    const present = bodies.filter(isTag).map(tagOf);
    const missing = tags.filter((tag) => !present.includes(tag));
    if (missing.length === 0 && present.every((tag) => tags.includes(tag))) return;
    if (!Array.isArray(body)) this.set([...path, 'body'], bodies);
    for (let index = bodies.length - 1; index >= 0; index--) {
      const each = bodies[index];
      if (each !== undefined && isTag(each) && !tags.includes(tagOf(each)))
        this.set([...path, 'body', index], undefined);
    }
    for (const tag of missing)
      this.set([...path, 'body', listOf(this.valueAt([...path, 'body'])).length], tagBody(tag), true);
  }

  /** Gives a note a new place. Replaces the old words and position and keeps all other selectors. */
  private editSelectors(path: JSONPath, json: JsonObject, selectors: Selectors): void {
    const targets = listOf(json['target']);
    const index = Math.max(
      0,
      targets.findIndex((each) => isObject(each) && each['selector'] !== undefined),
    );
    const target = targets[index];
    const at = [...path, 'target', ...(Array.isArray(json['target']) ? [index] : [])];
    const ours = ['TextQuoteSelector', 'TextPositionSelector'];
    const others = isObject(target)
      ? listOf(target['selector']).filter(
          (each) => isObject(each) && !ours.some((type) => isOfType(each, type)),
        )
      : [];
    const value = [...selectorsJson(selectors), ...others];
    if (isObject(target) && target['source'] !== undefined) return this.set([...at, 'selector'], value);
    this.set(at, { type: 'SpecificResource', source: target, selector: value });
  }

  private valueAt(path: JSONPath): Json | undefined {
    let value = JSON.parse(this.text) as Json | undefined;
    for (const step of path)
      value =
        value && typeof value === 'object' && Object.hasOwn(value, step)
          ? (Reflect.get(value, step) as Json)
          : undefined;
    return value;
  }
}
