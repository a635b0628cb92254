import type { ImportFormat } from '../blocks.ts';

const odtMediaType = 'application/vnd.oasis.opendocument.text';

/** OpenDocument texts, also flat ones and templates. */
export const odtFormat: ImportFormat = {
  extensions: ['odt', 'fodt', 'ott'],
  isRecognised: ({ names, mediaType, text }) =>
    mediaType === undefined
      ? names.has('content.xml') && names.has('META-INF/manifest.xml')
        ? !names.has('META-INF/container.xml')
        : /^(?:<\?xml[^>]*>)?\s*<office:document\b/.test(text)
      : mediaType.startsWith(odtMediaType),
  read: async (file) => (await import('./readOdt.ts')).readOdt(file),
};
