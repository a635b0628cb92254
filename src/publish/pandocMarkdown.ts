import type { ExportFormat } from './manuscript.ts';

/** Markdown that Pandoc and other programs read without Pilcrow: citations are as they are printed. */
export const pandocMarkdownFormat: ExportFormat = {
  extension: 'md',
  label: 'Markdown',
  hasFields: false,
  write: async (manuscript, { addressOf }) =>
    (await import('./pandocMarkdown/writePandocMarkdown.ts')).writePandocMarkdown(manuscript, addressOf),
};
