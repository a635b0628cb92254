import { memo } from '../../memo.ts';
import type { Source } from '../../study.ts';
import type { LocatorLabel } from '../../locators.ts';
import { citationFor, type LocatorNumber } from '../../citations.ts';
import { citablePassages, type Note, type Passage, type Section } from '../../source.ts';
import {
  locatorOfSection,
  paragraphLabel,
  passagePreview,
  passageWords,
  type Row,
  rowPlace,
  sectionName,
  sectionTrail,
} from '../passages.ts';

/** A passage, section or note that can be cited, as a row of a pick list. */
export interface CitableItem {
  /** The English form, such as `[@masswork, ¶ 12]`. It is translated to the language of the paper when written. */
  readonly citation: string;
  readonly key: string;
  /** The locator's label and numbers, from which it can be written in another language. */
  readonly names: { readonly label: LocatorLabel; readonly numbers: string | readonly LocatorNumber[] };
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  readonly words: string;
  readonly place: Row['place'];
}

/** Returns every passage, section and note of a source. */
export const citableItems = memo('citable items of a source', (source: Source): readonly CitableItem[] => [
  ...citablePassages(source).map((passage) => passageItem(source, passage)),
  ...source.sections.map((section) => sectionItem(source, section)),
  ...source.notes.map((note) => noteItem(source, note)),
]);

/** The item of one passage. */
export function passageItem(source: Source, passage: Passage): CitableItem {
  const { number } = passage;
  return {
    ...citationFields(source, 'paragraph', passage.printed ?? [number]),
    label: paragraphLabel(passage),
    description: [`@${source.key}`, sectionTrail(source, number)].filter(Boolean).join(' · '),
    detail: passagePreview(passage),
    words: passageWords(passage) ?? '',
    place: rowPlace(source, passage.words?.range, number),
  };
}

function sectionItem(source: Source, section: Section): CitableItem {
  const { label, numbers } = locatorOfSection(source, section);
  return {
    ...citationFields(source, label, numbers),
    label: `sec. ${section.label}`,
    description: `@${source.key}`,
    detail: sectionName(section),
    words: '',
    place: rowPlace(source, section.range, section.first),
  };
}

function noteItem(source: Source, note: Note): CitableItem {
  return {
    ...citationFields(source, 'note', [note.number]),
    label: `n. ${String(note.number)}`,
    description: `@${source.key}`,
    detail: passagePreview(note),
    words: passageWords(note) ?? '',
    place: rowPlace(source, note.words?.range, note.anchor),
  };
}

/** The English citation of an item, and the parts from which other languages are written. */
export function citationFields(
  source: Source,
  label: LocatorLabel,
  numbers: string | readonly LocatorNumber[],
): Pick<CitableItem, 'citation' | 'key' | 'names'> {
  const { key } = source;
  return { citation: citationFor(key, label, numbers, undefined), key, names: { label, numbers } };
}
