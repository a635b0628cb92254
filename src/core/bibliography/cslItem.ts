import { readCslDate, type CslDate } from './cslDate.ts';
import { asMapping, scalarText } from './values.ts';

/**
 * CSL item data, of which Pilcrow shows a part and hands on all. Names and variables are those of the CSL 1.0.2 specification, so any
 * citation processor can use the data unchanged.
 */

/** A person or body. Every name read from a bibliography has either `literal` or `family`. */
export interface CslName {
  readonly family?: string;
  readonly given?: string;
  /** Dropped where only the family name is shown: “van” in “Ludwig van Beethoven”. */
  readonly 'dropping-particle'?: string;
  /** Always shown with the family name: “de” in “de Gaulle”. */
  readonly 'non-dropping-particle'?: string;
  readonly suffix?: string;
  readonly literal?: string;
}

/** Variables whose value is one line of text. */
export const textVariables = [
  'title',
  'title-short',
  'container-title',
  'container-title-short',
  'volume-title',
  'collection-title',
  'collection-number',
  'publisher',
  'publisher-place',
  'genre',
  'medium',
  'edition',
  'volume',
  'number-of-volumes',
  'issue',
  'number',
  'page',
  'chapter-number',
  'event',
  'event-place',
  'event-title',
  'archive',
  'archive_location',
  'archive_collection',
  'status',
  'language',
  'URL',
  'DOI',
  'ISBN',
  'ISSN',
  'note',
  'abstract',
  'annote',
  'archive-place',
  'authority',
  'call-number',
  'citation-label',
  'dimensions',
  'division',
  'jurisdiction',
  'keyword',
  'license',
  'number-of-pages',
  'original-publisher',
  'original-publisher-place',
  'original-title',
  'page-first',
  'part-number',
  'part-title',
  'PMCID',
  'PMID',
  'printing-number',
  'references',
  'reviewed-genre',
  'reviewed-title',
  'scale',
  'section',
  'source',
  'supplement-number',
  'version',
] as const;

/** Variables whose value is a list of names. */
export const nameVariables = [
  'author',
  'editor',
  'translator',
  'container-author',
  'collection-editor',
  'original-author',
  'director',
  'interviewer',
  'recipient',
  'reviewed-author',
  'chair',
  'compiler',
  'composer',
  'contributor',
  'curator',
  'editor-translator',
  'editorial-director',
  'executive-producer',
  'guest',
  'host',
  'illustrator',
  'narrator',
  'organizer',
  'performer',
  'producer',
  'script-writer',
  'series-creator',
] as const;

/** Variables whose value is a date. */
export const dateVariables = [
  'issued',
  'original-date',
  'accessed',
  'event-date',
  'submitted',
  'available-date',
] as const;

export type CslTextVariable = (typeof textVariables)[number];
export type CslNameVariable = (typeof nameVariables)[number];
export type CslDateVariable = (typeof dateVariables)[number];

/**
 * One item. Texts may contain markup: `<i>`, `<b>`, `<sup>`, `<sub>`, `<span …>` in CSL-JSON and in data from BibLaTeX,
 * Markdown in CSL-YAML. `plainText` of work.ts removes it.
 */
export type CslItem = {
  /** A CSL type such as `book`; empty where the entry has none. */
  readonly type: string;
} & Readonly<Partial<Record<CslTextVariable, string>>> &
  Readonly<Partial<Record<CslNameVariable, readonly CslName[]>>> &
  Readonly<Partial<Record<CslDateVariable, CslDate>>>;

/** A CSL item under construction. */
export type CslDraft = { -readonly [V in keyof CslItem]: CslItem[V] };

/**
 * Reads one item of CSL-JSON or CSL-YAML, or the front matter of a source, which has the same variables. Ignores values of
 * the wrong type. Never throws.
 */
export function readCslItem(value: unknown): CslItem {
  const mapping = asMapping(value) ?? {};
  const draft: CslDraft = { type: scalarText(mapping['type']) ?? '' };
  for (const variable of textVariables) {
    const text = scalarText(mapping[variable]);
    if (text !== undefined) draft[variable] = text;
  }
  for (const variable of nameVariables) {
    const names = cslNames(mapping[variable]);
    if (names.length > 0) draft[variable] = names;
  }
  for (const variable of dateVariables) {
    const date = readCslDate(mapping[variable] ?? (variable === 'issued' ? mapping['date'] : undefined));
    if (date !== undefined) draft[variable] = date;
  }
  return draft;
}

function cslNames(value: unknown): CslName[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.flatMap((name) => cslName(name) ?? []);
}

const nameParts = [
  'family',
  'given',
  'dropping-particle',
  'non-dropping-particle',
  'suffix',
  'literal',
] as const;

/** @param mayBeNamed whether `name: …` counts, which holds no other `name` */
function cslName(value: unknown, mayBeNamed = true): CslName | undefined {
  const literal = scalarText(value);
  if (literal !== undefined) return { literal };
  const mapping = asMapping(value);
  if (mapping === undefined) return undefined;
  const name: { -readonly [P in keyof CslName]: CslName[P] } = {};
  for (const part of nameParts) {
    const text = scalarText(mapping[part]);
    if (text !== undefined) name[part] = text;
  }
  if (name.literal !== undefined || name.family !== undefined) return name;
  // The form of Quarto and of many templates of Pandoc: `name: Nora Quill`, or `name:` with parts.
  const named = mayBeNamed ? cslName(mapping['name'], false) : undefined;
  if (named !== undefined) return named;
  return name.given === undefined ? undefined : { literal: name.given };
}
