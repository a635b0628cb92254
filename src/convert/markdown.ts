/** Reads Markdown into blocks. */
export { readMarkdown } from './markdown/readMarkdown.ts';
