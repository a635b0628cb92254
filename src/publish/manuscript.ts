/** A paper as it goes out: its text as a tree with its citations resolved. */
export {
  type FormatWorks,
  manuscriptOf,
  type ManuscriptOptions,
  styledInlines,
  wordsOfInlines,
} from './manuscript/manuscriptOf.ts';
export { cellPlacesOf } from './manuscript/cellSpans.ts';
export { nameOfSection } from './manuscript/citedPassages.ts';
export { mapRuns } from './manuscript/noteStyle.ts';
export type { PlacedRemark } from './manuscript/paperState.ts';
export type { ExportFormat, ExportSurroundings, ImageFile } from './manuscript/exportFormat.ts';
export type {
  ElementAttributes,
  BibliographyEntry,
  CitedTarget,
  ExportProblem,
  Footnote,
  ListNumbering,
  Manuscript,
  ManuscriptBlock,
  ManuscriptCitation,
  ManuscriptCiteItem,
  ManuscriptImage,
  ManuscriptInline,
  ManuscriptItem,
  ManuscriptTable,
  PassageEntry,
  PassagesOfSource,
  Remark,
  TableRow,
} from './manuscript/manuscriptTypes.ts';
export { isPublicAddress } from './manuscript/linkTargets.ts';
export { runsByItem } from './manuscript/runsByItem.ts';
export { imagePathsOf } from './manuscript/imagePaths.ts';
export { type PreviewMark, previewMarks } from './manuscript/previewMarks.ts';
