/** Reads EPUB books into blocks. */
export { epubFormat } from './epub/epubFormat.ts';
