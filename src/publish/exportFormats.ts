import type { ExportFormat } from './manuscript.ts';
import { openDocumentFormat } from './openDocument.ts';
import { pandocMarkdownFormat } from './pandocMarkdown.ts';
import { webPageFormat } from './webPage.ts';
import { wordFormat } from './wordFile.ts';

/** The formats that papers go out in, by the names that `--to` takes. */
export const exportFormats = {
  html: webPageFormat,
  docx: wordFormat,
  odt: openDocumentFormat,
  md: pandocMarkdownFormat,
} satisfies Record<string, ExportFormat>;
