import type { Paper, Source, Study } from '../study.ts';
import { eachCiting } from '../citations.ts';
import { type Range, SideTable } from '../text.ts';
import { KeyMeanings, noNote, type Resolution, resolveCitation, resolvedChunk } from '../resolve.ts';

/**
 * Where the citations of a paper lead. There are tens of thousands in a folder, of which few are looked at: no more is
 * kept than what tells who cites what, in plain lists of numbers, by the places of `paper.citedKeys`.
 */
interface Leads {
  /** The source that bore the key. What a locator leads to depends on nothing else, so that a list holds as long as it does. */
  readonly sources: readonly (Source | undefined)[];
  /** The citations of the key one after another, each as `at, note, start, end, count` and as many numbers of passages. */
  readonly lists: readonly LeadList[];
}

/** Read by `eachLead`. */
export type LeadList = readonly number[];

/** Kept with the paper. */
const leads = new SideTable<Paper, Leads>();

/** Where the citations of a paper lead, in the order of the paper. */
export function resolutionsIn(paper: Paper, study: Study): readonly Resolution[] {
  return paper.citations.map((citation) => resolveCitation(citation, study));
}

/** The citations of one key in a paper; undefined where it has none. Reads the paper again only where the source is another. */
export function leadsTo(key: string, paper: Paper, study: Study): LeadList | undefined {
  const place = paper.citedKeys.indexOf(key);
  if (place < 0) return undefined;
  const kept = leads.get(paper);
  if (kept && kept.sources[place] === study.sources.get(key)) return kept.lists[place];
  const made = leadsOf(paper, study);
  leads.set(paper, made);
  return made.lists[place];
}

/** Has it known where the citations of a paper lead, so that whoever asks about a source later finds all papers looked at. */
export function knowLeads(paper: Paper, study: Study): void {
  for (const key of paper.citedKeys) leadsTo(key, paper, study);
}

/**
 * Calls `take` with each citation of a list: where in the list it stands, for `leadAt`, the number of the note that it leads
 * to, and where in the list the numbers of its passages stand.
 */
export function eachLead(
  list: LeadList,
  take: (lead: number, note: number | undefined, from: number, to: number) => void,
): void {
  for (let i = 0; i < list.length;) {
    const lead = i;
    const [note = noNote, count = 0] = [list[lead + 1], list[lead + 4]];
    const from = lead + 5;
    i = from + count;
    take(lead, note === noNote ? undefined : note, from, i);
  }
}

/** A citation of a list: its place among the paper's citations, and its range, from the `@` to the end of the locator. */
export function leadAt(list: LeadList, lead: number): { readonly at: number; readonly range: Range } {
  const [at = 0, start = 0, end = 0] = [list[lead], list[lead + 2], list[lead + 3]];
  return { at, range: { start, end } };
}

function leadsOf(paper: Paper, study: Study): Leads {
  const { citedKeys: keys, document } = paper;
  const meanings = new KeyMeanings(study);
  const lists = new Map(keys.map((key): [string, number[]] => [key, []]));
  let at = 0;
  eachCiting(document, (chunk, origin) => {
    const { leads: found } = resolvedChunk(chunk, meanings, study);
    let from = 0;
    for (const { key } of chunk.citations) {
      const count = found[from + 3] ?? 0;
      const [start, end] = [origin + (found[from + 1] ?? 0), origin + (found[from + 2] ?? 0)];
      const list = lists.get(key);
      list?.push(at++, found[from] ?? noNote, start, end, count);
      from += 4;
      for (const behind = from + count; from < behind; from++) list?.push(found[from] ?? 0);
    }
  });
  return {
    sources: keys.map((key) => meanings.of(key).source),
    // A copy has no room to grow.
    lists: keys.map((key) => lists.get(key)?.slice() ?? []),
  };
}
