import type { ImportFormat } from '../blocks.ts';

/** EPUB 2 and 3. */
export const epubFormat: ImportFormat = {
  extensions: ['epub'],
  isRecognised: ({ mediaType = '', names, extension }) =>
    mediaType.startsWith('application/epub+zip') ||
    names.has('META-INF/container.xml') ||
    (extension === 'epub' && names.size > 0 && !isOfficeFile(mediaType, names)),
  read: async (file) => (await import('./readEpub.ts')).readEpub(file),
};

/** Whether an archive is a file of a word processor, whatever it is called. */
function isOfficeFile(mediaType: string, names: ReadonlySet<string>): boolean {
  return mediaType.startsWith('application/vnd.oasis.opendocument.') || names.has('[Content_Types].xml');
}
