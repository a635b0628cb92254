import { citationOf } from '../markdown/writtenKey.ts';
import type { Source, Study } from '../index/study.ts';
import type { Note, Passage } from '../source/source.ts';
import { passagePreview, passageWords, sectionName, sectionTrail } from './passages.ts';
import { placeOf, type Row } from './row.ts';

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
