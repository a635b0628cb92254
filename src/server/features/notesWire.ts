import { type Analysis, type Study, studyQueries } from '../../core/study.ts';
import type { Annotation, NoteKind } from '../../core/notes.ts';
import {
  nearestThreads,
  notesBeside,
  noteWords,
  placeLabel,
  shownText,
  threadCitation,
  threadLabel,
  threadsIn,
} from '../../core/present/notes.ts';
import {
  candidatePlace,
  notesIndex,
  type NoteThread,
  type NoteThread as Thread,
} from '../../core/resolve.ts';
import type {
  DocumentNotes,
  NoteCandidate,
  NoteMarks,
  Params,
  WireNote,
  WireNoteKind,
  WireNoteThread,
} from '../protocol.ts';
import { rangeFromWire, wireLocation, wireRange } from '../wire.ts';

export function toKind({ id, label, symbol, color }: NoteKind): WireNoteKind {
  return { id, label, symbol, color };
}

/** Kept, because making a note safe to show takes longer than everything else. */
const shownOnce = studyQueries.query('shown text of a note', ({ text }: Annotation, study) =>
  shownText(text, study),
);

function toNote(annotation: Annotation, study: Study): WireNote {
  const { id, author, created, modified, text, tags, versionOf } = annotation;
  return {
    id,
    author,
    created,
    modified,
    text,
    shown: shownOnce(annotation, study),
    tags,
    ...(versionOf === undefined ? {} : { versionOf }),
  };
}

/** A thread as it goes over the wire. */
export function toThread(thread: Thread, study: Study): WireNoteThread {
  const { annotation, answers, kind, state, range, source } = thread;
  const place = source?.file && range && wireLocation({ analysis: source.file, range });
  const beginning = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const whole =
    thread.how === 'source' && source?.file ? { uri: source.file.file.uri, range: beginning } : undefined;
  const where = place ?? whole;
  return {
    note: toNote(annotation, study),
    answers: answers.map((answer) => toNote(answer.annotation, study)),
    kind: toKind(kind),
    state,
    resolved: annotation.resolved,
    ...(where ? { place: where } : {}),
    words: noteWords(thread),
    source: thread.sourceName,
    label: threadLabel(thread),
    citation: threadCitation(thread),
  };
}

/** Where a note without a place may belong. */
export function toCandidates(thread: Thread): readonly NoteCandidate[] {
  const file = thread.source?.file;
  if (!file) return [];
  return thread.candidates.map((range) => {
    const { words, ...place } = candidatePlace(thread, range);
    return {
      place: wireLocation({ analysis: file, range }),
      label: placeLabel({ ...thread, ...place }),
      words,
    };
  });
}

/** The answer about a file that is none of a study folder. */
export const noNotes: DocumentNotes = { threads: [], count: 0, marks: [] };

/** The notes that stand in a source file: those that are wanted as they go over the wire, and the places of all. */
export function documentNotes(
  analysis: Analysis,
  study: Study,
  { near = [], most = Infinity, also = [] }: Omit<Params<'pilcrow/documentNotes'>, 'uri'>,
): DocumentNotes {
  const all = threadsIn(analysis.file.uri, study);
  const seen = near.map((range) => rangeFromWire(analysis, range));
  const wanted = new Set(nearestThreads(all, seen, most));
  const { threadOf } = notesIndex(study);
  const here = new Map(also.length > 0 ? all.map((thread) => [thread.annotation.id, thread]) : []);
  for (const id of also) {
    const thread = here.get(threadOf.get(id)?.annotation.id ?? '');
    if (thread) wanted.add(thread);
  }
  const others = threadsBeside(analysis, study);
  return {
    threads: [...wanted].map((thread) => toThread(thread, study)).concat(others.slice(0, most)),
    count: all.length + others.length,
    marks: noteMarksOf(all, analysis),
  };
}

/** The notes on translations and printings, at the passages that correspond; they keep their words and language. */
function threadsBeside(analysis: Analysis, study: Study): readonly WireNoteThread[] {
  const source = analysis.role === 'source' ? study.sources.get(analysis.key) : undefined;
  if (source?.file !== analysis) return [];
  return notesBeside(source, study).map(({ thread, range }) => {
    const wire = toThread(thread, study);
    const withOwnId = (note: WireNote): WireNote => ({ ...note, id: `${note.id} @${source.key}` });
    return {
      ...wire,
      note: withOwnId(wire.note),
      answers: wire.answers.map(withOwnId),
      isElsewhere: true,
      place: wireLocation({ analysis, range }),
      label: `${wire.label} · @${wire.source}`,
    };
  });
}

function noteMarksOf(threads: readonly NoteThread[], analysis: Analysis): readonly NoteMarks[] {
  const byLook = new Map<string, NoteMarks & { readonly places: number[] }>();
  for (const { kind, annotation, range, how } of threads) {
    if (!range || how === 'source' || annotation.resolved) continue;
    const { symbol, color } = kind;
    const name = `${color} ${symbol}`;
    const marks = byLook.get(name) ?? { symbol, color, places: [] };
    byLook.set(name, marks);
    const { start, end } = wireRange(analysis, range);
    marks.places.push(start.line, start.character, end.line, end.character);
  }
  return [...byLook.values()];
}
