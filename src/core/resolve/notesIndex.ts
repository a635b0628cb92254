import { memo } from '../memo.ts';
import type { NotesFile, Source, SourceFile, Study } from '../study.ts';
import {
  anchor,
  type Anchoring,
  type AnchorText,
  anchorTextOf,
  type Annotation,
  byCreation,
  indexRange,
  keyOfIri,
  type NoteKind,
  noteKindOf,
  type Selectors,
  timeOf,
  writtenWords,
} from '../notes.ts';
import { appendTo, firstIndex, overlaps, type Range } from '../text.ts';

/** A note in its file. */
export interface FiledNote {
  readonly annotation: Annotation;
  readonly file: NotesFile;
}

/**
 * The state of a note: that of its anchoring, or one of three others. `no-text`: only an edition of the source is there;
 * `no-source`: the study folder does not have the source; `no-note`: the answered note is gone.
 */
export type NoteState = Anchoring['state'] | 'no-text' | 'no-source' | 'no-note';

/** A note on a source with its answers. */
export interface NoteThread extends FiledNote {
  readonly kind: NoteKind;
  /** The source that the note is on; undefined where the study folder does not have it. */
  readonly source: Source | undefined;
  /** Key of the source, or the name that the note gives it. */
  readonly sourceName: string;
  readonly state: NoteState;
  readonly how: Anchoring['how'];
  /** Range in the source file; undefined where the note is not anchored. */
  readonly range: Range | undefined;
  readonly candidates: readonly Range[];
  readonly hasClearChoice?: Anchoring['hasClearChoice'];
  /** Numbers of the passages, or of the source's own notes, that the range touches. */
  readonly passages: readonly number[];
  readonly sourceNotes: readonly number[];
  /** All answers, including answers to answers, in the order in which they were made. */
  readonly answers: readonly FiledNote[];
}

/** The notes of a study folder. */
export interface NotesIndex {
  /** In the order of the text. Notes without a place come first. */
  readonly threads: readonly NoteThread[];
  readonly bySource: ReadonlyMap<string, readonly NoteThread[]>;
  /** By id. Answers have their own ids. */
  readonly threadOf: ReadonlyMap<string, NoteThread>;
  readonly byId: ReadonlyMap<string, FiledNote>;
  /** Notes whose id also occurs in another file, each with the note that counts. */
  readonly repeated: ReadonlyMap<Annotation, FiledNote>;
}

/** All notes of a study, placed: the same object as long as no notes file, no source and no kind of notes changes. */
export function notesIndex({ notes, sources, configuration }: Study): NotesIndex {
  return indexOfNotes(notes, sources, configuration.noteKinds);
}

const indexOfNotes = memo(
  'index of notes',
  (notes: Study['notes'], sources: Study['sources'], kinds: readonly NoteKind[]): NotesIndex => {
    const { byId, repeated } = filedNotes(notes);
    const answers = new Map<string, FiledNote[]>();
    const roots: FiledNote[] = [];
    const rootOf = new Map<FiledNote, FiledNote>();
    for (const filed of byId.values()) {
      const root = rootNote(filed, byId, rootOf);
      if (root === filed) roots.push(filed);
      else appendTo(answers, root.annotation.id, filed);
    }
    const threads = roots
      .map((root) => threadOf(root, answers.get(root.annotation.id) ?? [], sources, kinds))
      .sort(compareThreads);
    const bySource = new Map<string, NoteThread[]>();
    const byThread = new Map<string, NoteThread>();
    for (const thread of threads) {
      appendTo(bySource, thread.sourceName, thread);
      for (const { annotation } of [thread, ...thread.answers]) byThread.set(annotation.id, thread);
    }
    return { threads, bySource, threadOf: byThread, byId, repeated };
  },
);

/** Of notes with the same id in several files, the last changed one counts. */
function filedNotes(
  notes: Study['notes'],
): Pick<NotesIndex, 'byId' | 'repeated'> & { byId: Map<string, FiledNote> } {
  const byId = new Map<string, FiledNote>();
  const repeated = new Map<Annotation, FiledNote>();
  for (const file of notes)
    for (const annotation of file.notes) {
      const filed = { annotation, file };
      const other = byId.get(annotation.id);
      if (other && timeOf(other.annotation) >= timeOf(annotation)) repeated.set(annotation, other);
      else {
        if (other) repeated.set(other.annotation, filed);
        byId.set(annotation.id, filed);
      }
    }
  return { byId, repeated };
}

/**
 * Returns the first note of an answer's thread. An answer to nothing is its own; of those that answer each other in a circle, the
 * one that was made first is the first for all.
 * @param rootOf what is known of others, and is added to: each note is gone through once
 */
function rootNote(
  filed: FiledNote,
  byId: ReadonlyMap<string, FiledNote>,
  rootOf: Map<FiledNote, FiledNote>,
): FiledNote {
  const way = new Set<FiledNote>();
  let at = filed;
  let root = rootOf.get(at);
  while (!root) {
    way.add(at);
    const { target } = at.annotation;
    const next = target.kind === 'note' ? byId.get(target.id) : undefined;
    if (!next) root = at;
    else if (way.has(next)) root = firstMade([...way].slice([...way].indexOf(next))) ?? at;
    else root = rootOf.get((at = next));
  }
  for (const each of way) rootOf.set(each, root);
  return root;
}

function firstMade(circle: readonly FiledNote[]): FiledNote | undefined {
  return [...circle].sort((a, b) => byCreation(a.annotation, b.annotation))[0];
}

function threadOf(
  root: FiledNote,
  answers: readonly FiledNote[],
  sources: Study['sources'],
  kinds: readonly NoteKind[],
): NoteThread {
  const { annotation } = root;
  const { target } = annotation;
  const base = {
    ...root,
    kind: noteKindOf(annotation, kinds),
    answers: [...answers].sort((a, b) => byCreation(a.annotation, b.annotation)),
    passages: [],
    sourceNotes: [],
    candidates: [],
    how: undefined,
    range: undefined,
  };
  if (target.kind === 'note') return { ...base, source: undefined, sourceName: '', state: 'no-note' };
  const source = sourceOfIri(target.iri, root.file, sources);
  const sourceName = source?.key ?? keyOfIri(target.iri) ?? target.iri;
  if (!source?.file) return { ...base, source, sourceName, state: source ? 'no-text' : 'no-source' };
  const anchoring = anchoringOf(target.selectors, source.file);
  const { range } = anchoring;
  return { ...base, source, sourceName, ...anchoring, ...(range ? touchedNumbers(source, range) : {}) };
}

/** Returns the passages and notes of a source that a range of its file touches. */
function touchedNumbers(source: Source, range: Range): Pick<NoteThread, 'passages' | 'sourceNotes'> {
  const touched = (item: { readonly words: { readonly range: Range } | undefined }): boolean =>
    item.words !== undefined && overlaps(item.words.range, range);
  const first = firstIndex(source.passages, ({ words }) => (words?.range.end ?? 0) > range.start);
  const passages: number[] = [];
  for (let at = first; at < source.passages.length; at++) {
    const passage = source.passages[at];
    if (!passage?.words || passage.words.range.start >= range.end) break;
    if (touched(passage)) passages.push(passage.number);
  }
  return { passages, sourceNotes: source.notes.filter(touched).map(({ number }) => number) };
}

/** Describes a candidate place of a note. `words` are as the source writes them, on one line. */
export function candidatePlace(
  { source }: NoteThread,
  range: Range,
): Pick<NoteThread, 'range' | 'passages' | 'sourceNotes'> & { readonly words: string } {
  const target = source?.file && anchorTextIn(source.file);
  const stretch = target && indexRange(target, range);
  const words = stretch ? writtenWords(target, stretch) : '';
  return { range, words, ...(source ? touchedNumbers(source, range) : { passages: [], sourceNotes: [] }) };
}

/** Returns the source that an IRI names: by key, by path from the notes file, or by the address in its front matter. */
function sourceOfIri(iri: string, file: NotesFile, sources: Study['sources']): Source | undefined {
  const key = keyOfIri(iri);
  if (key !== undefined) return sources.get(key);
  const lookup = sourcesByAddress(sources);
  return lookup.get(comparableAddress(iri)) ?? lookup.get(comparableAddress(absoluteIri(iri, file.file.uri)));
}

/** Returns the source with an address, or with a path in the study folder; undefined where there is none. */
export function sourceAt(address: string, study: Study): Source | undefined {
  return sourcesByAddress(study.sources).get(comparableAddress(address));
}

const sourcesByAddress = memo(
  'sources by address',
  (sources: Study['sources']): ReadonlyMap<string, Source> => {
    const made = new Map<string, Source>();
    for (const source of sources.values()) {
      const url = source.csl['URL'];
      for (const address of [
        source.file?.file.uri,
        source.file?.file.path,
        typeof url === 'string' ? url : undefined,
      ])
        if (address !== undefined && !made.has(comparableAddress(address)))
          made.set(comparableAddress(address), source);
    }
    return made;
  },
);

/** Removes the parts of an address that do not distinguish pages. */
function comparableAddress(address: string): string {
  return address
    .replace(/#.*$/s, '')
    .replace(/^https?:\/\/(?:www\.)?/i, '//')
    .replace(/\/$/, '');
}

function absoluteIri(iri: string, base: string): string {
  try {
    return new URL(iri, base).toString();
  } catch {
    return iri;
  }
}

/** Returns a source file's text, prepared for making and placing notes. */
export const anchorTextIn = memo('anchor text of a source file', (file: SourceFile): AnchorText =>
  anchorTextOf(file.source, file.text),
);

/** By selectors, because a change of one note reads all notes of its file again, and most are about the same words. */
const anchoringsIn = memo(
  'places of notes in a source file',
  (_: SourceFile) => new Map<string, Anchoring>(),
);

/** Returns the place of selectors in a source file. */
function anchoringOf(selectors: Selectors, file: SourceFile): Anchoring {
  const places = anchoringsIn(file);
  const name = JSON.stringify(selectors);
  const known = places.get(name) ?? anchor(selectors, anchorTextIn(file));
  places.set(name, known);
  return known;
}

/** Compares threads: orphans first, then by source and place. Notes on a whole source precede those on its words. */
function compareThreads(a: NoteThread, b: NoteThread): number {
  const rank = ({ state }: NoteThread): number => (state === 'anchored' ? 1 : 0);
  const names = a.sourceName < b.sourceName ? -1 : a.sourceName > b.sourceName ? 1 : 0;
  const place =
    (a.range?.start ?? -1) - (b.range?.start ?? -1) || (a.range?.end ?? -1) - (b.range?.end ?? -1);
  return rank(a) - rank(b) || names || place || byCreation(a.annotation, b.annotation);
}
