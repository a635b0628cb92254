import type { Analysis, Source, Study } from '../index/study.ts';
import type { Note, Passage } from '../source/source.ts';
import { overlaps, type Range } from '../text/range.ts';
import { passagePreview, passageWords, sectionName, sectionTrail } from './passages.ts';
import { sourceOf } from './places.ts';
import { citationOf, placeOf, type Row } from './row.ts';

/** Something that can be cited, for a pick list. */
export interface CitableItem {
  readonly citation: string;
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  readonly words: string;
  readonly place: Row['place'];
}

/** Every passage, section and note of every source. */
export function citableItems(study: Study): readonly CitableItem[] {
  return [...study.sources.values()].flatMap((source) => [
    ...source.passages.map((passage) =>
      item(
        source,
        `¶ ${String(passage.number)}`,
        sectionTrail(source, passage.number),
        passage,
        passage.number,
      ),
    ),
    ...source.sections.map((section): CitableItem => ({
      citation: citationOf(source.key, `sec. ${section.label}`),
      label: `sec. ${section.label}`,
      description: `@${source.key}`,
      detail: sectionName(section),
      words: '',
      place: placeOf(source, section.range, section.first),
    })),
    ...source.notes.map((note) => item(source, `n. ${String(note.number)}`, '', note, note.anchor)),
  ]);
}

function item(
  source: Source,
  label: string,
  trail: string,
  content: Passage | Note,
  passage: number | undefined,
): CitableItem {
  return {
    citation: citationOf(source.key, label),
    label,
    description: [`@${source.key}`, trail].filter(Boolean).join(' · '),
    detail: passagePreview(content),
    words: passageWords(content) ?? '',
    place: placeOf(source, content.words?.range, passage),
  };
}

/** The citation of a selection in a source, and the selected words as a quotation with it; null where nothing can be cited. */
export function citationOfSelection(
  analysis: Analysis,
  range: Range,
  study: Study,
): { readonly citation: string; readonly quotation: string | null } | null {
  const source = analysis.role === 'source' ? sourceOf(analysis, study) : undefined;
  if (!source) return null;
  const wanted = { start: range.start, end: Math.max(range.end, range.start + 1) };
  const passages = source.passages.filter(({ words }) => words && overlaps(words.range, wanted));
  const [first] = passages;
  const last = passages.at(-1);
  if (!first || !last) return ofHeadingOrNote(source, wanted);
  const citation = citationOf(
    source.key,
    first === last ? `¶ ${String(first.number)}` : `¶¶ ${String(first.number)}-${String(last.number)}`,
  );
  const words =
    range.end > range.start
      ? passages
          .map((passage) => wordsWithin(passage, range))
          .filter(Boolean)
          .join(' ')
      : '';
  return { citation, quotation: words === '' ? null : `“${words}” ${citation}` };
}

function ofHeadingOrNote(source: Source, range: Range): { citation: string; quotation: null } | null {
  const note = source.notes.find(({ words }) => words && overlaps(words.range, range));
  if (note) return { citation: citationOf(source.key, `n. ${String(note.number)}`), quotation: null };
  const section = source.sections.find((candidate) => candidate.range && overlaps(candidate.range, range));
  return section ? { citation: citationOf(source.key, `sec. ${section.label}`), quotation: null } : null;
}

/** The plain words of a passage that were written within a range of its file. */
function wordsWithin(passage: Passage, range: Range): string {
  const plain = passage.words?.plain;
  if (!plain) return '';
  let words = '';
  for (let i = 0; i < plain.text.length; i++)
    if ((plain.starts[i] ?? 0) >= range.start && (plain.ends[i] ?? 0) <= range.end)
      words += plain.text[i] ?? '';
  return words.replace(/\s+/gu, ' ').trim();
}
