/** Reads Markdown into blocks. */
export { type LineVerdict, markdownFormat } from './markdown/readMarkdown.ts';
