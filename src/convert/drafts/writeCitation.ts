import { htmlToMarkdown } from '../../core/bibliography.ts';
import { locatorFor } from '../../core/citations.ts';
import { type LocatorLabel, locatorTerms } from '../../core/locators.ts';
import { citationOf } from '../../core/syntax.ts';
import { literalPattern } from '../../core/text.ts';
import type { ManagedItem } from './managedCitation.ts';
import { familyNames } from './matchWork.ts';

/** A citation in Markdown, and how many code units before it are names that it says itself. */
export interface WrittenCitation {
  readonly markdown: string;
  readonly replaced: number;
}

/** A cited work with the key that it has here. */
export interface KeyedItem extends ManagedItem {
  readonly key: string;
}

/**
 * Writes a citation as Pandoc reads it: `[see @key, ¶ 12; @other]`. Where the first work is cited without its author and the words
 * before name them, it is the citation in the sentence that prints the same: `@key [¶ 12]`.
 * @param before the Markdown before it
 * @param lang the language of the paper
 */
export function writeCitation(
  items: readonly KeyedItem[],
  before: string,
  lang: string | undefined,
): WrittenCitation {
  const [first, ...others] = items;
  const replaced = first?.isWithoutAuthor && first.prefix === '' ? authorsAtEnd(first, before) : 0;
  if (!first || replaced === 0)
    return { markdown: `[${items.map((item) => oneWork(item, lang)).join('; ')}]`, replaced: 0 };
  const after = [afterKey(first, lang).replace(/^,? /, ''), ...others.map((item) => oneWork(item, lang))]
    .filter((part) => part !== '')
    .join('; ');
  const key = bareKey(first.key);
  return { markdown: after === '' ? key : `${key} [${after}]`, replaced };
}

function oneWork(item: KeyedItem, lang: string | undefined): string {
  const prefix = inBrackets(item.prefix);
  const minus = item.isWithoutAuthor ? '-' : '';
  return `${prefix === '' ? '' : `${prefix} `}${minus}${bareKey(item.key)}${afterKey(item, lang)}`;
}

/** `@key`, or `@{key}` where it has to be. */
function bareKey(key: string): string {
  return citationOf(key).slice(1, -1);
}

function afterKey({ locator, label, suffix }: ManagedItem, lang: string | undefined): string {
  const place = locator === '' ? '' : `, ${locatorFor(cslLabelOf(label, lang), plainLocator(locator), lang)}`;
  const words = inBrackets(suffix);
  if (words === '') return place;
  // A sign of a place would become part of the key.
  const between = /^[\s,;:.!?)\]]/.test(words) ? '' : /^[¶§]/.test(words) ? ', ' : ' ';
  return `${place}${between}${words}`;
}

/** Pandoc reads ranges with a hyphen. */
function plainLocator(locator: string): string {
  return locator.replace(/\s+/g, ' ').replace(/\s?[–—]\s?/g, '-');
}

function cslLabelOf(label: string, lang: string | undefined): LocatorLabel {
  const labels = [...locatorTerms(lang).preferred.keys()];
  return labels.find((one) => one === label.replace(' ', '-')) ?? 'page';
}

/** Words of a citation. A semicolon would end it, a bracket close it. */
function inBrackets(text: string): string {
  return htmlToMarkdown(text)
    .replace(/\s+/g, ' ')
    .replace(/(?<!\\)[;[\]@]/g, '\\$&');
}

const maxAuthorUnits = 300;

/** How many code units at the end of a text, with the space after them, name the authors of a work, as styles do. */
function authorsAtEnd({ work }: ManagedItem, before: string): number {
  const names = familyNames(work['author']).map(literalPattern);
  const [first, second, ...others] = names;
  if (first === undefined) return 0;
  const last = names.at(-1) ?? first;
  const several =
    second === undefined
      ? ''
      : `(?:(?:[^.;:()]*?)(?:,|\\s)\\s?\\S{1,4}\\s${last}|,?\\s\\p{L}+ al\\.${others.length > 0 ? '' : '?'})`;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${first}${several}\\s$`, 'u');
  return pattern.exec(before.slice(-maxAuthorUnits))?.[0].length ?? 0;
}
