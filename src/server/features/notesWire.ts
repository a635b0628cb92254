import { type Study, studyQueries } from '../../core/study.ts';
import type { Annotation, NoteKind } from '../../core/notes.ts';
import { noteWords, placeLabel, shownText, threadCitation, threadLabel } from '../../core/present/notes.ts';
import { candidatePlace, type NoteThread as Thread } from '../../core/resolve.ts';
import type { NoteCandidate, WireNote, WireNoteKind, WireNoteThread } from '../protocol.ts';
import { wireLocation } from '../wire.ts';

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
