import {
  type CitedItem,
  htmlToMarkdown,
  markdownToHtml,
  readCslItem,
  type Work,
  type WorkFormat,
} from '../bibliography.ts';
import type { Citation } from '../citations.ts';
import { memo } from '../memo.ts';
import type { StatedRelation } from '../source.ts';
import type { Paper, Source, Study } from '../study.ts';
import { isReference, worksNamed } from './citation.ts';
import { relationOf } from './relations.ts';

/** A citation whose key nothing in the study folder has. */
interface UnknownCitation {
  readonly paper: Paper;
  readonly citation: Citation;
}

/** What papers cite, as data for citation processors. */
export interface CitedItems {
  /** In the order of their keys, by code unit. */
  readonly items: readonly CitedItem[];
  readonly unknown: readonly UnknownCitation[];
}

/**
 * Returns every work and source that papers cite, from all places where one may stand: sources, editions, bibliographies, front
 * matter. What a source leaves out, a work with its key adds. A paper's own list comes before other bibliographies.
 */
export function citedItems(papers: readonly Paper[], study: Study): CitedItems {
  const items = new Map<string, CitedItem>();
  const unknown: UnknownCitation[] = [];
  for (const paper of papers)
    for (const citation of paper.citations) {
      const { key } = citation;
      if (items.has(key)) continue;
      if (key === '*') for (const each of study.keys) take(each, paper);
      else if (!take(key, paper) && !isReference(key, study)) unknown.push({ paper, citation });
    }
  return {
    items: [...items.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
    unknown,
  };

  function take(key: string, paper: Paper): boolean {
    const item = citedItemOf(key, study, paper);
    if (item) items.set(key, item);
    return item !== undefined;
  }
}

/** Returns every source and work that a paper may cite, with what is known of it, in the order of their keys. */
export function citableItems(study: Study): readonly CitedItem[] {
  return [...new Set(study.keys)]
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    .flatMap((key) => citedItemOf(key, study, undefined) ?? []);
}

function citedItemOf(id: string, study: Study, paper: Paper | undefined): CitedItem | undefined {
  const item = ownItemOf(id, study, paper);
  const relation = item && relationOf(id, study);
  if (!relation) return item;
  const { kind, of, base } = relation;
  return relatedItem(item, base === undefined ? undefined : ownItemOf(base, study, paper), kind, of);
}

// Kept, so that all papers cite the same objects: with them is kept what a style prints of a work.

const relatedItem = memo(
  'item with its original',
  (item: CitedItem, original: CitedItem | undefined, kind: StatedRelation['kind'], of: string): CitedItem => {
    const data = original ? { ...originalVariables(item, original), ...item.data } : item.data;
    return { ...item, data, relation: { kind, of } };
  },
);

function ownItemOf(id: string, study: Study, paper: Paper | undefined): CitedItem | undefined {
  const source = study.sources.get(id);
  const works = worksNamed(id, study);
  const own = works.find(({ analysis }) => analysis.file.uri === paper?.file.uri);
  const work = (own ?? works[0])?.work;
  return source ? itemOfSource(source, work, id) : work && itemOfWork(work, id);
}

const itemOfWork = memo('item of a work', ({ data, format }: Work, id: string): CitedItem => {
  return { id, data, markup: markupOf(format) };
});

const itemOfSource = memo(
  'item of a source',
  (source: Source, work: Work | undefined, id: string): CitedItem => {
    const { type, ...said } = readCslItem({ title: source.title, ...source.csl });
    const added = work && (markupOf(work.format) === 'html' ? inMarkdown(work.data) : work.data);
    return { id, data: { ...added, ...said, type: type || (work?.data.type ?? '') }, markup: 'markdown' };
  },
);

/** What CSL says of the original, from the base of a translation or printing. What is the same of both says nothing. */
function originalVariables(item: CitedItem, original: CitedItem): Partial<CitedItem['data']> {
  const base = inMarkupOf(item, original);
  return Object.fromEntries(
    originals.flatMap(([variable, from]): [string, unknown][] => {
      const value = base[from];
      const isSame = JSON.stringify(value) === JSON.stringify(item.data[from]);
      return value === undefined || isSame ? [] : [[variable, value]];
    }),
  );
}

const originals = [
  ['original-title', 'title'],
  ['original-author', 'author'],
  ['original-date', 'issued'],
  ['original-publisher', 'publisher'],
  ['original-publisher-place', 'publisher-place'],
] as const;

function inMarkupOf({ markup }: CitedItem, other: CitedItem): Partial<CitedItem['data']> {
  if (other.markup === markup) return other.data;
  return withTexts(other.data, markup === 'markdown' ? htmlToMarkdown : markdownToHtml);
}

/** Front matter is Markdown: what a bibliography adds to it has to be. */
function inMarkdown(data: CitedItem['data']): Partial<CitedItem['data']> {
  return withTexts(data, htmlToMarkdown);
}

function withTexts(data: CitedItem['data'], write: (text: string) => string): Partial<CitedItem['data']> {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, typeof value === 'string' ? write(value) : value]),
  );
}

function markupOf(format: WorkFormat): CitedItem['markup'] {
  return format === 'csl-yaml' ? 'markdown' : 'html';
}
