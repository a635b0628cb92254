import type { Page, TextFormat } from './blocks.ts';
import { htmlFormat } from './html.ts';
import { markdownFormat } from './markdown.ts';
import { plainTextFormat } from './plainText.ts';

/** What can be imported. The first that a file is of reads it; plain text, which every text is, comes last. */
export const textFormats: readonly TextFormat[] = [markdownFormat, htmlFormat, plainTextFormat];

/** The most code units that a format looks at to recognise a text. */
const maxRecognisedUnits = 1000;

/** Reads a text into blocks, as what its name or its beginning says it is. */
export function readPage(text: string, fileName: string): Page {
  const [, extension = ''] = /\.([^.]*)$/.exec(fileName.toLowerCase()) ?? [];
  const start = text.slice(0, maxRecognisedUnits);
  const format = textFormats.find(
    ({ extensions, isRecognised }) => extensions.includes(extension) || isRecognised?.(start),
  );
  return (format ?? plainTextFormat).read(text);
}
