/** Outline, folds, links, symbols, marks and navigation. */
export {
  highlightsAt,
  inlaysOf,
  lensesOf,
  type LensView,
  type SemanticMark,
  semanticMarks,
} from './structure/marks.ts';
export { definitionAt, referencesAt } from './structure/navigation.ts';
export { foldsOf, linksOf, type OutlineItem, outlineOf } from './structure/outline.ts';
export { enclosingRanges, studySymbols } from './structure/symbols.ts';
