/** Finds what is at an offset, and names passages. */
export { citationOfPassages, citationOfSection, locatorOfSection } from './passages/citationOfPassages.ts';
export { entryAt, placesOfTerm } from './passages/entryAt.ts';
export { type PassageChoice, passageChoice } from './passages/passageChoice.ts';
export {
  paragraphLabel,
  passageNumbers,
  passagePreview,
  passageWords,
  sectionExtent,
  sectionName,
  sectionTrail,
  sourceLine,
} from './passages/passageNames.ts';
export {
  citationAt,
  type DefinitionTarget,
  type DefinitionView,
  isOpaque,
  listedPlaces,
  passageAt,
  type Place,
  sourceOf,
} from './passages/places.ts';
export { type Row, row, rowPlace } from './passages/row.ts';
export { type Share, sharedHeading, sharedWords, shareOf } from './passages/shares.ts';
export { unreadableSources } from './passages/unreadableSources.ts';
