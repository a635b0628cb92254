import type { QuotationPlace } from '../quotations.ts';
import { overlaps, type Range } from '../text.ts';
import type { Fix, Problem, TextEdit } from './check.ts';

/** A quotation and what is reported of it. */
export interface Reported {
  readonly place: QuotationPlace;
  readonly problems: readonly Problem[];
}

/**
 * Problems in which no fix is safe that rewrites a citation on which other quotations rest, unless it is what each of them needs
 * as well: what is right for one would make the citation of another wrong.
 */
export function keepShared(reported: readonly Reported[]): readonly Problem[] {
  const all = reported.flatMap(({ problems }) => problems);
  if (!all.some(({ fixes }) => fixes?.some(({ safe }) => safe))) return all;
  const sharing = sharedGroups(reported);
  if (sharing.length === 0) return all;
  return all.map((problem) => withoutUnsafe(problem, sharing));
}

/** The quotations that are attributed to the same bracket, where there are several. */
interface Sharing {
  readonly group: Range;
  readonly quotations: readonly Reported[];
}

function sharedGroups(reported: readonly Reported[]): Sharing[] {
  const groups = new Map<number, { group: Range; quotations: Reported[] }>();
  for (const one of reported)
    for (const { start, citations } of one.place.cited) {
      const group = citations[0]?.group;
      if (!group) continue;
      const known = groups.get(start + group.start);
      if (known) known.quotations.push(one);
      else
        groups.set(start + group.start, {
          group: { start: start + group.start, end: start + group.end },
          quotations: [one],
        });
    }
  return [...groups.values()].filter(({ quotations }) => quotations.length > 1);
}

function withoutUnsafe(problem: Problem, sharing: readonly Sharing[]): Problem {
  const { fixes } = problem;
  if (!fixes?.some(({ safe }) => safe)) return problem;
  const isFit = (fix: Fix): boolean =>
    sharing.every(
      ({ group, quotations }) =>
        !fix.edits.some(({ range }) => overlaps(range, group)) || quotations.every((one) => needs(one, fix)),
    );
  return { ...problem, fixes: fixes.map((fix) => (fix.safe && !isFit(fix) ? { ...fix, safe: false } : fix)) };
}

/** Whether a quotation has the same fix. */
function needs({ problems }: Reported, fix: Fix): boolean {
  return problems.some(({ fixes }) => fixes?.some((other) => isSame(other.edits, fix.edits)));
}

function isSame(a: readonly TextEdit[], b: readonly TextEdit[]): boolean {
  return (
    a.length === b.length &&
    a.every((edit, at) => {
      const other = b[at];
      return (
        edit.newText === other?.newText &&
        edit.range.start === other.range.start &&
        edit.range.end === other.range.end
      );
    })
  );
}
