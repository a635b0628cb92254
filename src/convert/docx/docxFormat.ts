import type { ImportFormat } from '../blocks.ts';

const wordEndings = ['docx', 'docm', 'dotx', 'dotm'];
/** The folder in which Word keeps a document. Other programs may keep it elsewhere: then its name has to say what it is. */
const wordPart = /^word\/.*\.xml$/i;

/** Word files, also those with macros and templates. */
export const docxFormat: ImportFormat = {
  extensions: wordEndings,
  isRecognised: ({ names, extension }) =>
    names.has('[Content_Types].xml') &&
    ([...names].some((name) => wordPart.test(name)) ||
      (names.has('_rels/.rels') && wordEndings.includes(extension) && !isOtherOffice(names))),
  read: async (file) => (await import('./readDocx.ts')).readDocx(file),
};

function isOtherOffice(names: ReadonlySet<string>): boolean {
  return [...names].some((name) => /^(?:xl|ppt)\//.test(name));
}
