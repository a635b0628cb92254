import type { ImportFormat } from '../blocks.ts';

/** PDF. Some programs write other bytes before the header, which may stand in the first 1,024. */
export const pdfFormat: ImportFormat = {
  extensions: ['pdf'],
  isRecognised: ({ start }) => /%PDF-\d/.test(start) && !/^\s*<(?:!doctype|html|\?xml)/i.test(start),
  read: async (file) => (await import('./readPdf.ts')).readPdf(file),
};
