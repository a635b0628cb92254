import { markup } from '../packing.ts';
import { levelIndent, maxWordLevels } from './docxNumbering.ts';

/** How far a quotation, and a definition, stand from the edge of the text around them, in twentieths of a point. */
const quoteIndent = 567;
/** How far a number stands before its words. */
const numberHang = 360;

/** An item of a list whose paragraphs are written. The first of them has its number. */
export interface OpenItem {
  readonly list: number;
  hasNumber: boolean;
}

/** Where a block stands: in which containers. */
export interface WordPlace {
  readonly quotes: number;
  readonly definitions: number;
  /** The level of the innermost list, from 0; -1 outside lists. */
  readonly level: number;
  readonly item: OpenItem | undefined;
  /** The style of paragraphs of plain text here, where the place has one. */
  readonly style: string | undefined;
}

export const textPlace: WordPlace = {
  quotes: 0,
  definitions: 0,
  level: -1,
  item: undefined,
  style: undefined,
};

/** What a paragraph says of itself, besides where it stands. */
export interface ParagraphLooks {
  readonly style?: string | undefined;
  readonly keepsWithNext?: boolean;
  readonly alignment?: 'left' | 'right' | 'center' | undefined;
  readonly hanging?: number;
}

/**
 * A paragraph.
 * @param furtherList the list to which further paragraphs of items belong; it is asked for where this is one
 */
export function paragraph(
  content: string,
  place: WordPlace,
  looks: ParagraphLooks = {},
  furtherList?: () => number,
): string {
  const style = looks.style ?? place.style ?? placeStyle(place);
  const list = paragraphList(place, furtherList);
  const properties = [
    style === undefined ? '' : markup('w:pStyle', { 'w:val': style }),
    looks.keepsWithNext ? '<w:keepNext/>' : '',
    list === undefined
      ? ''
      : markup(
          'w:numPr',
          {},
          markup('w:ilvl', { 'w:val': Math.min(place.level, maxWordLevels - 1) }) +
            markup('w:numId', { 'w:val': list }),
        ),
    paragraphIndent(place, list !== undefined, style),
    looks.alignment === undefined ? '' : markup('w:jc', { 'w:val': looks.alignment }),
  ].join('');
  return `<w:p>${properties === '' ? '' : markup('w:pPr', {}, properties)}${content}</w:p>`;
}

function placeStyle({ quotes, definitions, item }: WordPlace): string | undefined {
  if (quotes > 0) return 'Quote';
  if (item) return 'ListParagraph';
  return definitions > 0 ? 'Definition' : undefined;
}

/** The number of an item goes to its first paragraph. */
function paragraphList({ item }: WordPlace, furtherList: (() => number) | undefined): number | undefined {
  if (!item) return undefined;
  if (item.hasNumber) return furtherList?.();
  item.hasNumber = true;
  return item.list;
}

/** The indentation of a paragraph where its style or list does not give it already. */
function paragraphIndent(place: WordPlace, isListed: boolean, style: string | undefined): string {
  const { quotes, definitions, level } = place;
  const steps = quotes + definitions;
  const isInList = level >= 0;
  const isUsual = isListed ? steps === 0 : !isInList && steps <= (isIndented(style) ? 1 : 0);
  if (isUsual) return '';
  const left = leftOf(place);
  return markup('w:ind', {
    'w:left': left,
    ...(quotes > 0 ? { 'w:right': quotes * quoteIndent } : {}),
    ...(isListed ? { 'w:hanging': numberHang } : {}),
  });
}

/** How far a block stands from the left edge of the page’s text, in twentieths of a point. */
export function leftOf({ quotes, definitions, level }: WordPlace): number {
  return (quotes + definitions) * quoteIndent + (Math.min(level, maxWordLevels - 1) + 1) * levelIndent;
}

/** Whether a style indents its paragraphs as one container does. */
function isIndented(style: string | undefined): boolean {
  return style === 'Quote' || style === 'Definition' || style === 'Abstract';
}
