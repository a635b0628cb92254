import type { Source, Study } from '../../study.ts';
import { type FiledNote, notesIndex, type NoteThread } from '../../resolve.ts';
import { overlaps } from '../../text.ts';
import { sectionKey } from './tallies.ts';

/** A member's note, or an answer to one, as far as coverage and guides need it: what it is on, by whom, since when. */
export interface PlacedNote {
  readonly passages: readonly number[];
  /** Notes of the source. */
  readonly sourceNotes: readonly number[];
  /** Headings, by the keys of their sections (see `sectionKey`). */
  readonly sections: readonly string[];
  readonly authors: readonly string[];
  /** Day of its making, `2026-11-23`. */
  readonly date: string | undefined;
  /** Id of the kind: `question`, `remark` …; undefined for an answer. */
  readonly kind: string | undefined;
  readonly resolved: boolean;
  /** Markdown. */
  readonly text: string;
}

/** The notes that stand on words of a source, in order; those that could not be placed stand on none. */
export function notesOn(source: Source, study: Study): readonly PlacedNote[] {
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
