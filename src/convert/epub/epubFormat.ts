import type { ImportFormat } from '../blocks.ts';

/** EPUB 2 and 3. */
export const epubFormat: ImportFormat = {
  extensions: ['epub'],
  isRecognised: ({ mediaType = '', names, extension }) =>
    mediaType.startsWith('application/epub+zip') ||
    names.has('META-INF/container.xml') ||
    (extension === 'epub' && names.size > 0),
  read: async (file) => (await import('./readEpub.ts')).readEpub(file),
};
