/** A source as numbered passages, sections, notes and pages, and its edition. */
export {
  type Edition,
  type EditionHeading,
  type EditionNote,
  type EditionPassage,
  readEdition,
  type EditionShingles,
} from './source/edition.ts';
export type { PassageKind } from './source/edition.ts';
export { differencesFrom, type EditionDifferences } from './source/editionDifferences.ts';
export { freezeEdition, structureOfEdition } from './source/editionSource.ts';
export { attributionDash, isAttributionLine, maxAttributionLength } from './source/attributionLine.ts';
export { labelValue, readHeadingLabel, romanValue } from './source/headingLabels.ts';
export { enclosingSections, findSection, type Section } from './source/sections.ts';
export {
  type Note,
  openingWords,
  type Passage,
  passageNumbers,
  passagePreview,
  passageWords,
  readSource,
  type SourceStructure,
  type SourceText,
} from './source/readSource.ts';
export { citablePassages, citedEnds, paragraphLabel, printedValue } from './source/printedNumbers.ts';
export {
  readingOfEdition,
  type Renumbering,
  renumberingOf,
  sectionWithHeading,
} from './source/earlierNumbers.ts';
export { isPageBefore, type PageDivision, pageDivisionsIn } from './source/pageDivisions.ts';
export {
  relationFields,
  type RelationKind,
  relationKinds,
  statedRelation,
  type StatedRelation,
} from './source/statedRelation.ts';
export { recognise, type Recognition, withGists } from './source/recognise.ts';
