/** Works, read from BibLaTeX, CSL-JSON, CSL-YAML and front matter. */
export { type BibliographyFile, readBibliography } from './bibliography/readBibliography.ts';
export { bibliographyPaths, worksOfFrontMatter } from './bibliography/frontMatterWorks.ts';
export { endOfString, splitJsonList } from './bibliography/jsonEntries.ts';
export { findJsonError } from './bibliography/jsonError.ts';
export {
  authorLabel,
  describeWork,
  withoutCslMarkup,
  type Work,
  workFromCsl,
  type WorkFormat,
  yearLabel,
} from './bibliography/work.ts';
export type { CslDate } from './bibliography/cslDate.ts';
export { type CslName, nameVariables, readCslItem } from './bibliography/cslItem.ts';
export { fitsBiblatex, writeBiblatex } from './bibliography/writeBiblatex.ts';
export { type CitedItem, writeCslJson, writeCslYaml } from './bibliography/writeCsl.ts';
export { htmlToMarkdown, markdownToHtml } from './bibliography/cslMarkup.ts';
