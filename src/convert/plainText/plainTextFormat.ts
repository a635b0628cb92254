import type { ImportFormat } from '../blocks.ts';
import { decodedPage } from '../decode.ts';

/** Plain text: whatever no other format claims. */
export const plainTextFormat: ImportFormat = {
  extensions: ['txt', 'text'],
  isText: true,
  read: async (file) => decodedPage(file, (await import('./readPlainText.ts')).readPlainText),
};
