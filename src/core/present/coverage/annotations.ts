import type { Source, Study } from '../../study.ts';
import { type FiledNote, notesIndex, type NoteThread } from '../../resolve.ts';
import { overlaps } from '../../text.ts';
import { sectionKey } from './tallies.ts';

/** A reader's note or answer as coverage and guides need it. */
export interface PlacedNote {
  readonly passages: readonly number[];
  /** Numbers of the source's footnotes that it is on. */
  readonly sourceNotes: readonly number[];
  /** Keys of the sections whose headings it is on (see `sectionKey`). */
  readonly sections: readonly string[];
  readonly authors: readonly string[];
  /** The day it was made, such as `2026-11-23`. */
  readonly date: string | undefined;
  /** The id of its kind, such as `question`. Undefined for an answer. */
  readonly kind: string | undefined;
  readonly resolved: boolean;
  /** Markdown. */
  readonly text: string;
}

/** The notes and answers on words of a source, in order. Notes that have lost their place are left out. */
export function notesOn(source: Source | undefined, study: Study): readonly PlacedNote[] {
  if (!source) return [];
  return (notesIndex(study).bySource.get(source.key) ?? []).flatMap((thread) => placedNotes(thread, source));
}

function placedNotes(thread: NoteThread, source: Source): PlacedNote[] {
  const { range, state, passages, sourceNotes } = thread;
  if (state !== 'anchored' || !range) return [];
  const headings = source.sections.filter((section) => section.range && overlaps(section.range, range));
  const place = { passages, sourceNotes, sections: headings.map(sectionKey) };
  const placed = ({ annotation }: FiledNote, kind: string | undefined): PlacedNote => ({
    ...place,
    authors: annotation.author === '' ? [] : [annotation.author],
    date: /^\d{4}-\d{2}-\d{2}/.exec(annotation.created)?.[0],
    kind,
    resolved: annotation.resolved,
    text: annotation.text,
  });
  return [placed(thread, thread.kind.id), ...thread.answers.map((answer) => placed(answer, undefined))];
}
