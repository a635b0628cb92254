import { stringify } from 'yaml';
import type { StatedRelation } from '../source.ts';
import { type CslItem, dateVariables, nameVariables, textVariables } from './cslItem.ts';
import {
  asHtmlMarkup,
  asMarkdownMarkup,
  readStyled,
  type StyledPiece,
  type TextMarkup,
} from './cslMarkup.ts';

/** A work or source under the name that papers cite it by. */
export interface CitedItem {
  readonly id: string;
  readonly data: CslItem;
  readonly markup: TextMarkup;
  /** Of which other item it is a translation or printing. CSL has no variable for that. */
  readonly relation?: StatedRelation;
}

/** CSL has a type for everything; this one says the least (CSL 1.0.2, appendix III). */
const usualType = 'document';

/** Texts that are addresses and numbers, in which nothing is markup. */
const bareVariables: ReadonlySet<string> = new Set([
  'URL',
  'DOI',
  'ISBN',
  'ISSN',
  'PMID',
  'PMCID',
  'language',
]);

/** Returns an item with all variables in the order of the lists, texts written by `write`. */
function cslEntryOf(
  { id, data, markup }: CitedItem,
  write: (pieces: readonly StyledPiece[]) => string,
): Record<string, unknown> {
  const text = (value: string): string => write(readStyled(value, markup));
  const entry: Record<string, unknown> = { id, type: data.type === '' ? usualType : data.type };
  for (const variable of textVariables) {
    const value = data[variable];
    if (value !== undefined)
      entry[variable] = bareVariables.has(variable) ? write([{ text: value, styles: [] }]) : text(value);
  }
  for (const variable of nameVariables) {
    const names = data[variable];
    if (names)
      entry[variable] = names.map((name) =>
        Object.fromEntries(Object.entries<string>({ ...name }).map(([part, value]) => [part, text(value)])),
      );
  }
  for (const variable of dateVariables) {
    const date = data[variable];
    if (date) entry[variable] = date;
  }
  return entry;
}

/** Writes items as CSL-JSON, one after another. */
export function writeCslJson(items: readonly CitedItem[]): string {
  return `${JSON.stringify(
    items.map((item) => cslEntryOf(item, asHtmlMarkup)),
    undefined,
    2,
  )}\n`;
}

/** Writes items as CSL-YAML, as Pandoc reads it from a file: metadata with a list of `references`. */
export function writeCslYaml(items: readonly CitedItem[]): string {
  const references = items.map((item) => cslEntryOf(item, asMarkdownMarkup));
  return `---\n${stringify({ references }, { lineWidth: 0, aliasDuplicateObjects: false })}---\n`;
}
