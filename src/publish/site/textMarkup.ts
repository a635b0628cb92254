import {
  isPublicAddress,
  type Manuscript,
  type ManuscriptBlock,
  type ManuscriptImage,
  type ManuscriptInline,
} from '../manuscript.ts';
import { PageWriter } from '../webPage.ts';
import { shownSizeOf } from '../packing.ts';
import { Markup } from './markup.ts';
import type { Site } from './siteModel.ts';

const noText: Manuscript = {
  title: [],
  subtitle: [],
  authors: [],
  date: '',
  lang: '',
  abstract: [],
  blocks: [],
  footnotes: [],
  citations: [],
  works: [],
  bibliography: [],
  hangingIndent: false,
  passages: [],
  remarks: [],
  problems: [],
};

/** A picture is shown no larger than this, in inches: about the column of a page. */
const shownText = { width: 7.5, height: 10 };
const sitePixelsInInch = 96;

/** Writes what `LinkedText` has made: its links lead to pages of the site, too. */
function writerFor({ pictures }: Site): PageWriter {
  const attributesOf = (image: ManuscriptImage): Record<string, string> | undefined => {
    const picture = pictures.get(image.path);
    if (!picture) return undefined;
    const { address, file } = picture;
    const shown = file.size && shownSizeOf(file.size, image, shownText);
    const pixels = (inches: number): string => String(Math.max(1, Math.round(inches * sitePixelsInInch)));
    return { src: address, ...(shown && { width: pixels(shown.width), height: pixels(shown.height) }) };
  };
  return new PageWriter(noText, attributesOf, isSiteAddress);
}

function isSiteAddress(address: string): boolean {
  return isPublicAddress(address) || /^[^:/\\]+\.html(?:#.*)?$/su.test(address);
}

/** Blocks that have their links as HTML. */
export function blocksMarkup(blocks: readonly ManuscriptBlock[], site: Site): Markup | undefined {
  return blocks.length === 0 ? undefined : new Markup(writerFor(site).blocks(blocks));
}

/** Inlines that have their links as HTML. */
export function inlinesMarkup(inlines: readonly ManuscriptInline[], site: Site): Markup {
  return new Markup(writerFor(site).inlines(inlines));
}
