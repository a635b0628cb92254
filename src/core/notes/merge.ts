import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { extensions, timeOf, type Annotation, type JsonObject } from './annotation.ts';
import { applyNotesEdits, formatNote, indentOfElements, insertNotes, type NotesEdit } from './insert.ts';
import { readNotes, type NotesReading } from './read.ts';
import { type Message, messageOf } from '../messages.ts';

/** The merged file, or the reason why it cannot be made. */
export type MergeResult =
  { readonly text: string; readonly conflicts: number } | { readonly problem: Message };

/**
 * Merges two versions of a notes file, note by note (by id), without asking anybody:
 *
 * - A note that only one side has is kept, unless the other side deleted it and it was not changed since.
 * - If one side changed a note, its version is used, even where the other side deleted the note.
 * - If both sides changed it, the version with the later `modified` is used; for equal times the one that is greater as
 *   text, so that both sides get the same result. The other version is kept as a separate note that names the first one
 *   (`pilcrow:versionOf`). If only times differ, no second note is kept.
 *
 * Without `base` it is unknown which side changed a note. The later version is used; for equal times, both are kept. The
 * text of `ours` stays letter for letter unless notes of `theirs` are added.
 */
export function mergeNotes(base: string | undefined, ours: string, theirs: string): MergeResult {
  const [old, own, other] = [readNotes(base ?? ''), readNotes(ours), readNotes(theirs)];
  if (!own.writable || !other.writable || !old.writable)
    return { problem: messageOf('notes.versionUnreadable') };
  if (ours.trim() === '') return { text: theirs, conflicts: 0 };
  if (theirs.trim() === '' && base === undefined) return { text: ours, conflicts: 0 };
  const merge = new Merge(ours, own, other, base === undefined ? undefined : old);
  return merge.run();
}

class Merge {
  private readonly edits: NotesEdit[] = [];
  private readonly added: JsonObject[] = [];
  private conflicts = 0;

  constructor(
    private readonly text: string,
    private readonly ours: NotesReading,
    private readonly theirs: NotesReading,
    private readonly base: NotesReading | undefined,
  ) {}

  run(): MergeResult {
    const mine = byId(this.ours);
    const yours = byId(this.theirs);
    const old = this.base && byId(this.base);
    const gone = new Set<Annotation>();
    for (const annotation of this.ours.notes) {
      const other = yours.get(annotation.id);
      const before = old?.get(annotation.id);
      if (other) this.both(annotation, other, before);
      else if (before && isSameAnnotation(before, annotation)) gone.add(annotation);
    }
    for (const annotation of this.theirs.notes) {
      const before = old?.get(annotation.id);
      if (!mine.has(annotation.id) && !(before && isSameAnnotation(before, annotation)))
        this.added.push(annotation.json);
    }
    const kept = applyNotesEdits(this.text, [...this.edits, ...removals(this.ours, gone)]);
    return { text: insertNotes(kept, readNotes(kept), this.added), conflicts: this.conflicts };
  }

  private both(ours: Annotation, theirs: Annotation, before: Annotation | undefined): void {
    if (isSameAnnotation(ours, theirs)) return;
    if (before && isSameAnnotation(before, theirs)) return;
    if (before && isSameAnnotation(before, ours)) return this.take(ours, theirs);
    const [later, earlier] = isLater(ours, theirs) ? [ours, theirs] : [theirs, ours];
    if (later === theirs) this.take(ours, theirs);
    const bothChanged = this.base !== undefined || timeOf(ours) === timeOf(theirs);
    if (bothChanged && !sameButTime(ours, theirs)) {
      this.conflicts++;
      this.added.push(asVersion(earlier));
    }
  }

  private take(ours: Annotation, theirs: Annotation): void {
    const newText = formatNote(theirs.json, this.text, indentOfElements(this.text, this.ours));
    this.edits.push({ range: ours.range, newText });
  }
}

function byId(reading: NotesReading): Map<string, Annotation> {
  return new Map(reading.notes.map((annotation) => [annotation.id, annotation]));
}

/** Returns JSON with sorted property names, so that equal notes have equal texts. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

function isSameAnnotation(a: Annotation, b: Annotation): boolean {
  return canonical(a.json) === canonical(b.json);
}

function sameButTime(a: Annotation, b: Annotation): boolean {
  return canonical({ ...a.json, modified: '' }) === canonical({ ...b.json, modified: '' });
}

function isLater(a: Annotation, b: Annotation): boolean {
  const [first, second] = [timeOf(a), timeOf(b)];
  return first === second ? canonical(a.json) > canonical(b.json) : first > second;
}

/** Turns a superseded version of a note into a separate note. Its id is a hash of its content. */
export function asVersion(annotation: Annotation): JsonObject {
  const hash = bytesToHex(sha256(utf8ToBytes(canonical(annotation.json))));
  // A UUID of version 8 (RFC 9562), which leaves the digits to us.
  const uuid = `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
  return {
    ...annotation.json,
    id: `urn:uuid:${uuid}`,
    [extensions.versionOf]: annotation.versionOf ?? annotation.id,
  };
}

/** Removes elements from the list, each with the comma that separates it from the others. */
function removals(reading: NotesReading, gone: ReadonlySet<Annotation>): NotesEdit[] {
  const { elements, range } = reading.list ?? { elements: [], range: { start: 0, end: 0 } };
  const starts = new Set([...gone].map((annotation) => annotation.range.start));
  const kept = elements.filter(({ start }) => !starts.has(start));
  if (starts.size === 0) return [];
  if (kept.length === 0) return [{ range, newText: '[]' }];
  return elements.flatMap((element, index): NotesEdit[] => {
    if (!starts.has(element.start)) return [];
    const next = elements[index + 1];
    const behind = elements.slice(index + 1).some(({ start }) => !starts.has(start));
    if (behind && next) return [{ range: { start: element.start, end: next.start }, newText: '' }];
    const before = elements[index - 1];
    return before ? [{ range: { start: before.end, end: element.end }, newText: '' }] : [];
  });
}
