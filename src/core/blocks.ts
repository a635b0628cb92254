/** One text as a tree of blocks: documents, front matter, footnotes, links and ignore comments. */
export { shifted } from './blocks/chunks/shifted.ts';
export {
  type Chunk,
  type MarkdownDocument,
  parseMarkdown,
  type PlacedChunk,
  reparseMarkdown,
} from './blocks/document.ts';
export {
  type Footnotes,
  type NoteDefinition,
  type NoteReference,
  readFootnotes,
} from './blocks/footnotes.ts';
export type { FrontMatter } from './blocks/frontMatter.ts';
export { languageOf } from './blocks/language.ts';
export { type LinkTarget, readLinks } from './blocks/links.ts';
export { openFrontMatter, type OpenFrontMatter } from './blocks/openFrontMatter.ts';
export { appendPlain, plainTextOf } from './blocks/plainText.ts';
export { rangeOf } from './blocks/rangeOf.ts';
export { readSuppressions, type Suppression } from './blocks/suppressions.ts';
