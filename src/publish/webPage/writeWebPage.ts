import { type ImageFile, type Manuscript, wordsOfInlines } from '../manuscript.ts';
import { embeddedImages } from './embeddedImages.ts';
import { element, htmlText } from './htmlText.ts';
import { PageWriter } from './pageWriter.ts';
import { pageStyle } from './pageStyle.ts';

/**
 * Writes a manuscript as one page that holds everything it needs. It has no script, and its policy lets none run. Nothing of the
 * paper is markup in it but what this writer makes.
 */
export function writeWebPage(manuscript: Manuscript, images: ReadonlyMap<string, ImageFile>): string {
  const writer = new PageWriter(manuscript, embeddedImages(images));
  const title = wordsOfInlines(manuscript.title) || firstHeading(manuscript) || '\u00b6';
  return [
    '<!DOCTYPE html>',
    `<html lang="${htmlText(manuscript.lang)}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    ...manuscript.authors.map((author) => `<meta name="author" content="${htmlText(author)}">`),
    element('title', {}, htmlText(title)),
    `<style>${pageStyle}</style>`,
    '</head>',
    '<body>',
    '<main>',
    writer.page(),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

function firstHeading({ blocks }: Manuscript): string {
  const heading = blocks.find((block) => block.kind === 'heading');
  return heading?.kind === 'heading' ? wordsOfInlines(heading.children) : '';
}
