/** Finds what is at an offset, and names passages. */
export { entryAt, placesOfTerm } from './passages/entries.ts';
export { type PassageChoice, passageChoice } from './passages/passageChoice.ts';
export {
  passageNumbers,
  passagePreview,
  passageWords,
  sectionExtent,
  sectionName,
  sectionTrail,
  sourceLine,
} from './passages/passages.ts';
export {
  citationAt,
  type Definition,
  type DefinitionTarget,
  isOpaque,
  listedPlaces,
  passageAt,
  type Place,
  sourceOf,
} from './passages/places.ts';
export { placeOf, type Row, row } from './passages/row.ts';
export { unreadableSources } from './passages/unreadableSources.ts';
