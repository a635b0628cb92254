import { memo } from '../../memo.ts';
import { counterpartsOf, notesIndex, type NotesIndex, type NoteThread, textsBeside } from '../../resolve.ts';
import type { Source, Study } from '../../study.ts';
import type { Range } from '../../text.ts';

/** A note on a translation or printing, and the passages that correspond to its place. */
export interface NoteBeside {
  readonly thread: NoteThread;
  /** In the file of the text beside it. */
  readonly range: Range;
}

/** Returns the notes on other texts whose place certainly corresponds to passages of a text, text by text. */
export function notesBeside(source: Source, study: Study): readonly NoteBeside[] {
  const { alignments, sources } = study;
  return alignments.length === 0 ? [] : notesOfOthers(source, notesIndex(study), alignments, sources);
}

const notesOfOthers = memo(
  'notes of other texts',
  (
    source: Source,
    { bySource }: NotesIndex,
    alignments: Study['alignments'],
    sources: Study['sources'],
  ): readonly NoteBeside[] => {
    const rangeFor = (key: string, { state, passages }: NoteThread): Range | undefined => {
      if (state !== 'anchored' || passages.length === 0) return undefined;
      const all = counterpartsOf(key, passages, { alignments, sources });
      const there = all.find((each) => each.source === source);
      if (there?.state !== 'certain') return undefined;
      const ranges = there.numbers.flatMap((number) => source.passages[number - 1]?.words?.range ?? []);
      const [first, last] = [ranges[0], ranges.at(-1)];
      return first && last && { start: first.start, end: last.end };
    };
    return textsBeside(source.key, alignments).flatMap((key) =>
      (bySource.get(key) ?? []).flatMap((thread) => {
        const range = rangeFor(key, thread);
        return range ? [{ thread, range }] : [];
      }),
    );
  },
);
