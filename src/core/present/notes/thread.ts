import { citationFor } from '../../citations.ts';
import { citationOf } from '../../syntax.ts';
import type { Study } from '../../study.ts';
import { notesIndex, type NoteThread } from '../../resolve.ts';
import type { Section } from '../../source.ts';
import { touches } from '../../text.ts';
import { passageNumbers } from '../passages.ts';
import { citationOfSelection, type SelectionCitation } from '../citing.ts';

/** `¶ 12`, `¶¶ 12–14`, `n. 1`, `sec. 2`: where a note stands; empty where it has no place or is about the whole source. */
export function placeLabel(thread: NoteThread): string {
  const { passages, sourceNotes } = thread;
  if (passages.length > 0) return passageNumbers(passages);
  if (sourceNotes.length > 0) return sourceNotes.map((number) => `n. ${String(number)}`).join(', ');
  const section = sectionOf(thread);
  return section ? `sec. ${section.label}` : '';
}

/** The section whose heading a note stands on, or in whose text between the paragraphs. */
function sectionOf({ how, range, source }: NoteThread): Section | undefined {
  if (how === 'source' || !range) return undefined;
  return source?.sections.find(
    (each) => each.range && each.range.start <= range.start && range.start < each.range.end,
  );
}

/** `Question · ¶ 12`. */
export function threadLabel(thread: NoteThread): string {
  return [thread.kind.label, placeLabel(thread), thread.annotation.resolved ? 'resolved' : '']
    .filter(Boolean)
    .join(' · ');
}

/** The words of a note as it remembers them, on one line; empty where it is about the whole source. */
export function noteWords({ annotation: { target } }: NoteThread): string {
  const words = target.kind === 'source' ? target.selectors.quote?.exact : undefined;
  return (words ?? '').replace(/\s+/gu, ' ').trim();
}

/** Pandoc citation of what a note stands on: `[@bread, ¶ 2]`; empty where it has no place. */
export function threadCitation(thread: NoteThread): string {
  const { source, passages, sourceNotes, how } = thread;
  if (!source || thread.state !== 'anchored') return '';
  if (how === 'source') return citationOf(source.key);
  const [first] = passages;
  const last = passages.at(-1);
  const [note] = sourceNotes;
  if (first !== undefined && last !== undefined)
    return citationFor(source.key, 'paragraph', [first === last ? first : [first, last]], undefined);
  if (note !== undefined) return citationFor(source.key, 'note', [note], undefined);
  const section = sectionOf(thread);
  return section ? citationFor(source.key, 'section', section.label, undefined) : citationOf(source.key);
}

/** The citation of a note's passage, with its words as a quotation; undefined where the note has no place. */
export function citationOfNote(
  thread: NoteThread,
  study: Study,
  lang: string | undefined,
): SelectionCitation | undefined {
  const { source, range } = thread;
  if (!source) return undefined;
  if (thread.how === 'source')
    return { citation: citationOf(source.key), quotation: null, block: null, paragraphs: 0 };
  if (!source.file || !range) return undefined;
  return citationOfSelection(source.file, range, study, lang) ?? undefined;
}

/** The notes that stand on words of a source file, in the order of the text. */
export function threadsIn(uri: string, study: Study): readonly NoteThread[] {
  return notesIndex(study).threads.filter(
    ({ source, state }) => state === 'anchored' && source?.file?.file.uri === uri,
  );
}

/** The notes on words at an offset of a source file, the one on the fewest words first: the others go around it. */
export function threadsAt(uri: string, offset: number, study: Study): readonly NoteThread[] {
  const length = ({ range }: NoteThread): number => (range ? range.end - range.start : Infinity);
  return threadsIn(uri, study)
    .filter(({ range }) => range && touches(range, offset))
    .sort((a, b) => length(a) - length(b));
}
