import { inWords } from '../../messages.ts';
import { citationFor } from '../../citations.ts';
import { citationOf } from '../../syntax.ts';
import type { Study } from '../../study.ts';
import { notesIndex, type NoteThread } from '../../resolve.ts';
import type { Section } from '../../source.ts';
import { numbersFromTo, touches } from '../../text.ts';
import { citationOfPassages, citationOfSection, passageNumbers } from '../passages.ts';
import { citationOfSelection, type SelectionCitation } from '../citing.ts';

/**
 * Where a note is: `¶ 12`, `¶¶ 12–14`, `n. 1`, `sec. 2`. Empty if it has lost its place or is on the whole source.
 */
export function placeLabel(thread: NoteThread): string {
  const { passages, sourceNotes, source } = thread;
  if (passages.length > 0) return passageNumbers(passages, source);
  if (sourceNotes.length > 0) return sourceNotes.map((number) => `n. ${String(number)}`).join(', ');
  const section = sectionOf(thread);
  return section ? `sec. ${section.label}` : '';
}

/** The section of a note on a heading, or on text between its paragraphs. */
function sectionOf({ how, range, source }: NoteThread): Section | undefined {
  if (how === 'source' || !range) return undefined;
  return source?.sections.find(
    (each) => each.range && each.range.start <= range.start && range.start < each.range.end,
  );
}

/** The title of a note: `Question · ¶ 12`. */
export function threadLabel(thread: NoteThread): string {
  return [thread.kind.label, placeLabel(thread), thread.annotation.resolved ? inWords('notes.resolved') : '']
    .filter(Boolean)
    .join(' · ');
}

/** The words that a note remembers, on one line. Empty if it is on the whole source. */
export function noteWords({ annotation: { target } }: NoteThread): string {
  const words = target.kind === 'source' ? target.selectors.quote?.exact : undefined;
  return (words ?? '').replace(/\s+/gu, ' ').trim();
}

/** The citation of a note's place, in its English form: `[@bread, ¶ 2]`. Empty if it has lost its place. */
export function threadCitation(thread: NoteThread): string {
  const { source, passages, sourceNotes, how } = thread;
  if (!source || thread.state !== 'anchored') return '';
  if (how === 'source') return citationOf(source.key);
  const [first] = passages;
  const last = passages.at(-1);
  const [note] = sourceNotes;
  if (first !== undefined && last !== undefined)
    return citationOfPassages(source, numbersFromTo(first, last), undefined);
  if (note !== undefined) return citationFor(source.key, 'note', [note], undefined);
  const section = sectionOf(thread);
  return section ? citationOfSection(source, section, undefined) : citationOf(source.key);
}

/** The citation of a note's passage, with its words as a quotation. Undefined if it has lost its place. */
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

/** The notes with a place in a source file, in the order of the text. */
export function threadsIn(uri: string, study: Study): readonly NoteThread[] {
  return notesIndex(study).threads.filter(
    ({ source, state }) => state === 'anchored' && source?.file?.file.uri === uri,
  );
}

/**
 * The notes on the words at an offset of a source file. The one on the fewest words comes first, as others surround
 * it.
 */
export function threadsAt(uri: string, offset: number, study: Study): readonly NoteThread[] {
  const length = ({ range }: NoteThread): number => (range ? range.end - range.start : Infinity);
  return threadsIn(uri, study)
    .filter(({ range }) => range && touches(range, offset))
    .sort((a, b) => length(a) - length(b));
}
