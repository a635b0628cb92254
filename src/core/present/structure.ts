/** Outline, folds, links, symbols, marks and navigation. */
export {
  highlightsAt,
  inlaysOf,
  lensesOf,
  type LensView,
  type SemanticMark,
  semanticMarks,
} from './structure/semanticMarks.ts';
export { definitionAt, referencesAt } from './structure/definitionAt.ts';
export { foldsOf, linksOf, type OutlineItem, outlineOf } from './structure/outline.ts';
export { enclosingRanges, studySymbols } from './structure/studySymbols.ts';
