import type { ImportFormat } from '../blocks.ts';

/** Word files, also those with macros and templates. */
export const docxFormat: ImportFormat = {
  extensions: ['docx', 'docm', 'dotx', 'dotm'],
  isRecognised: ({ names }) =>
    names.has('word/document.xml') ||
    (names.has('[Content_Types].xml') && [...names].some((name) => /^word\/.*\.xml$/i.test(name))),
  read: async (file) => (await import('./readDocx.ts')).readDocx(file),
};
