/** What of a source has been cited, quoted and annotated. */
export { notesOn } from './coverage/annotations.ts';
export {
  type Counts,
  type Coverage,
  type CoverageCell,
  coverageChoices,
  type CoverageFilter,
  type CoverageGroup,
  coverageOf,
} from './coverage/coverageOf.ts';
export { coverageDocument } from './coverage/coverageDocument.ts';
export { readDate } from './coverage/filter.ts';
export {
  type CoverageFigure,
  coverageFigures,
  type CoverageOutline,
  coverageOutline,
  noFigures,
  sourceToShow,
} from './coverage/page.ts';
export { guideGenre, metadataText, paperFacts } from './coverage/paperFacts.ts';
export { type CoverageRow, coverageRows, coveredSources } from './coverage/rows.ts';
export {
  citedItself,
  isDiscussed,
  noteKey,
  passageKey,
  quotedPlaces,
  sectionKey,
  talliesOf,
} from './coverage/tallies.ts';
export { emptyWords, groupName, groupWords, headingWords, totalsWords } from './coverage/coverageWords.ts';
