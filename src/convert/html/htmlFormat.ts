import type { ImportFormat } from '../blocks.ts';
import { decodedPage } from '../decode.ts';

const beginning = /^\s*(?:<!doctype html|<html\b|<\?xml[^>]*>\s*<(?:!doctype )?html\b)/i;

/** HTML and XHTML. */
export const htmlFormat: ImportFormat = {
  extensions: ['html', 'htm', 'xhtml', 'xhtm'],
  isText: true,
  isRecognised: ({ text }) => beginning.test(text),
  read: async (file) => decodedPage(file, (await import('./readHtml.ts')).readHtml),
};
