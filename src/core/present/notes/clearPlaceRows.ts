import type { Study } from '../../study.ts';
import { candidatePlace, type ClearPlace, clearPlaces } from '../../resolve.ts';
import { type FileName, placeFields, type PlaceFields } from '../listings.ts';
import { shorten } from '../wording.ts';
import { noteWords, placeLabel } from './thread.ts';

/** A note without a place and the one that is clearly the first choice, as `pilcrow notes place` prints them. */
export interface ClearPlaceRow extends PlaceFields {
  readonly id: string;
  readonly source: string;
  readonly author: string;
  readonly text: string;
  /** The words that the note remembers, and those at the place; on one line each. */
  readonly quote: string;
  readonly found: string;
  /** The place as people name it, `¶ 12`; empty between paragraphs. */
  readonly label: string;
}

/** More of a note, or of its words, is not needed to know it. */
const maxShownUnits = 200;

/** The notes whose place has one clear first choice. The place of a row is that of the note in its file. */
export function clearPlaceRows(study: Study, name: FileName): ClearPlaceRow[] {
  return clearPlaces(study).map((each) => clearPlaceRow(each, name));
}

function clearPlaceRow({ thread, range }: ClearPlace, name: FileName): ClearPlaceRow {
  const { annotation, file, sourceName } = thread;
  const { words, ...place } = candidatePlace(thread, range);
  return {
    ...placeFields(name(file), file.lines, annotation.range),
    id: annotation.id,
    source: sourceName,
    author: annotation.author,
    text: shorten(annotation.text.replace(/\s+/gu, ' ').trim(), maxShownUnits),
    quote: shorten(noteWords(thread), maxShownUnits),
    found: shorten(words, maxShownUnits),
    label: placeLabel({ ...thread, ...place }),
  };
}
