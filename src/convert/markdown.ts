/** Reads Markdown into blocks. */
export { type LineVerdict, readMarkdown } from './markdown/readMarkdown.ts';
