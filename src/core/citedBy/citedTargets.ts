import { contextQueries, type Paper, type StudyContext } from '../study.ts';
import { citationRange, eachCiting } from '../citations.ts';
import { appendTo, detach, type Range } from '../text.ts';
import { isReference, type Resolution, resolveCitation, targetIn } from '../resolve.ts';

/**
 * The targets of the citations of one key in a paper, one after another, each as `at, note, start, end, count` and as many
 * numbers of passages. A folder has tens of thousands of citations of which few are looked at, so that no more is kept than
 * what tells who cites what. Read by `eachTarget`.
 */
export type TargetList = readonly number[];

/** Stands for no note. */
const noNote = -1;

/** Where the citations of a paper lead, in the order of the paper. */
export function resolutionsIn(paper: Paper, study: StudyContext): readonly Resolution[] {
  return paper.citations
    .filter(({ key }) => !isReference(key, study))
    .map((citation) => resolveCitation(citation, study));
}

/** Returns the targets of the citations of one key in a paper; undefined where it has none. */
export function targetsTo(key: string, paper: Paper, study: StudyContext): TargetList | undefined {
  return paper.citedKeys.includes(key) ? targetsOf(paper, study).get(key) : undefined;
}

/** Caches the targets of the citations of a paper, so that a query by source need not parse it again. */
export function cacheTargets(paper: Paper, study: StudyContext): void {
  targetsOf(paper, study);
}

/**
 * Calls `take` with each citation of a list: where in the list it stands, for `targetAt`, the number of the note that it leads
 * to, and where in the list the numbers of its passages stand.
 */
export function eachTarget(
  list: TargetList,
  take: (at: number, note: number | undefined, from: number, to: number) => void,
): void {
  for (let i = 0; i < list.length;) {
    const at = i;
    const [note = noNote, count = 0] = [list[at + 1], list[at + 4]];
    const from = at + 5;
    i = from + count;
    take(at, note === noNote ? undefined : note, from, i);
  }
}

/** A citation of a list: its place among the paper's citations, and its range, from the `@` to the end of the locator. */
export function targetAt(list: TargetList, place: number): { readonly at: number; readonly range: Range } {
  const [at = 0, start = 0, end = 0] = [list[place], list[place + 2], list[place + 3]];
  return { at, range: { start, end } };
}

const targetsOf = contextQueries.query(
  'citation targets of a paper',
  ({ document }: Paper, { sources }): ReadonlyMap<string, TargetList> => {
    const lists = new Map<string, number[]>();
    let at = 0;
    eachCiting(document, ({ citations }, origin) => {
      for (const citation of citations) {
        const source = sources.get(citation.key);
        const { passages = [], note = noNote } = source ? targetIn(source, citation) : {};
        const { start, end } = citationRange(citation);
        const target = [at++, note, origin + start, origin + end, passages.length];
        for (const number of [...target, ...passages]) appendTo(lists, detach(citation.key), number);
      }
    });
    return lists;
  },
);
