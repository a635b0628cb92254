/** Reads Markdown into blocks. */
export { readMarkdown } from './markdown/markdown.ts';
