import { type CitedItem, htmlToMarkdown, readCslItem, type WorkFormat } from '../bibliography.ts';
import type { Citation } from '../citations.ts';
import type { CitedWork, Paper, Source, Study } from '../study.ts';
import { isReference, worksNamed } from './citation.ts';

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
    const item = itemOf(key, study.sources.get(key), worksNamed(key, study), paper);
    if (item) items.set(key, item);
    return item !== undefined;
  }
}

/** Returns every source and work that a paper may cite, with what is known of it, in the order of their keys. */
export function citableItems(study: Study): readonly CitedItem[] {
  return [...new Set(study.keys)]
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    .flatMap((key) => itemOf(key, study.sources.get(key), worksNamed(key, study), undefined) ?? []);
}

function itemOf(
  id: string,
  source: Source | undefined,
  works: readonly CitedWork[],
  paper: Paper | undefined,
): CitedItem | undefined {
  const own = works.find(({ analysis }) => analysis.file.uri === paper?.file.uri);
  const work = (own ?? works[0])?.work;
  if (!source) return work && { id, data: work.data, markup: markupOf(work.format) };
  const { type, ...said } = readCslItem({ title: source.title, ...source.csl });
  const added = work && (markupOf(work.format) === 'html' ? inMarkdown(work.data) : work.data);
  return { id, data: { ...added, ...said, type: type || (work?.data.type ?? '') }, markup: 'markdown' };
}

/** Front matter is Markdown: what a bibliography adds to it has to be. */
function inMarkdown(data: CitedItem['data']): Partial<CitedItem['data']> {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      typeof value === 'string' ? htmlToMarkdown(value) : value,
    ]),
  );
}

function markupOf(format: WorkFormat): CitedItem['markup'] {
  return format === 'csl-yaml' ? 'markdown' : 'html';
}
