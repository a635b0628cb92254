import type { ExportFormat } from '../manuscript.ts';

/** Word files. */
export const wordFormat: ExportFormat = {
  extension: 'docx',
  label: 'Word',
  hasFields: true,
  write: async (manuscript, surroundings) =>
    (await import('./writeDocx.ts')).writeDocx(manuscript, surroundings),
};
