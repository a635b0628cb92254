import type { ExportFormat } from './manuscript.ts';
import { openDocumentFormat } from './openDocument.ts';
import { wordFormat } from './wordFile.ts';

/** The formats that papers go out in, by the names that `--to` takes. */
export const exportFormats: Readonly<Record<string, ExportFormat>> = {
  docx: wordFormat,
  odt: openDocumentFormat,
};
