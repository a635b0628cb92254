import {
  isPublicAddress,
  type Manuscript,
  type ManuscriptBlock,
  type ManuscriptInline,
} from '../manuscript.ts';
import { PageWriter } from '../webPage.ts';
import { Markup } from './markup.ts';

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

/** Writes what `LinkedText` has made: its links lead to pages of the site, too. */
const writer = new PageWriter(
  noText,
  new Map(),
  (address) => isPublicAddress(address) || /^[^:/\\]+\.html(?:#.*)?$/su.test(address),
);

/** Blocks that have their links as HTML. */
export function blocksMarkup(blocks: readonly ManuscriptBlock[]): Markup | undefined {
  return blocks.length === 0 ? undefined : new Markup(writer.blocks(blocks));
}

/** Inlines that have their links as HTML. */
export function inlinesMarkup(inlines: readonly ManuscriptInline[]): Markup {
  return new Markup(writer.inlines(inlines));
}
