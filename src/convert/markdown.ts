/** Markdown → blocks. */
export { readMarkdown } from './markdown/markdown.ts';
