import type { ExportFormat } from '../manuscript.ts';

/** Texts of LibreOffice and others. */
export const openDocumentFormat: ExportFormat = {
  extension: 'odt',
  label: 'OpenDocument',
  hasFields: true,
  write: async (manuscript, surroundings) =>
    (await import('./writeOdt.ts')).writeOdt(manuscript, surroundings),
};
