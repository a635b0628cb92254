import type { Analysis, Study } from '../../core/study.ts';
import { nearestThreads, threadsIn } from '../../core/present/notes.ts';
import { notesIndex, type NoteThread } from '../../core/resolve.ts';
import type { DocumentNotes, NoteMarks, Params } from '../protocol.ts';
import { rangeFromWire, wireRange } from '../wire.ts';
import { toThread } from './notesWire.ts';

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
  return {
    threads: [...wanted].map((thread) => toThread(thread, study)),
    count: all.length,
    marks: noteMarksOf(all, analysis),
  };
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
