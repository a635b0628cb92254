/** Reads Markdown into blocks. */
export type { LineVerdict } from './markdown/readMarkdown.ts';
export { markdownFormat } from './markdown/markdownFormat.ts';
