/** Which citations lead to a source, a passage, a note. */
export { type CitationUse, citedIndex, type CitedSource, countUses } from './citedBy/citedIndex.ts';
export { cacheTargets, resolutionsIn } from './citedBy/citedTargets.ts';
