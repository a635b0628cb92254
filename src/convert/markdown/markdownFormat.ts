import type { ImportFormat } from '../blocks.ts';
import { decodedPage } from '../decode.ts';

/** Markdown, also that of Quarto and R. */
export const markdownFormat: ImportFormat = {
  extensions: ['md', 'markdown', 'mdown', 'mkd', 'qmd', 'rmd'],
  isText: true,
  read: async (file) => decodedPage(file, (await import('./readMarkdown.ts')).readMarkdown),
};
