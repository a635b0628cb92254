import { sameItems } from '../index/changes.ts';
import type { Paper, Source, Study } from '../index/study.ts';
import type { Citation } from '../markdown/citation.ts';
import type { DraftQuotation } from '../markdown/quotations/draft.ts';
import type { QuotationPlace } from '../markdown/quotations/placed.ts';
import { KeyMeanings, type KeyMeaning } from '../resolve/chunkCitations.ts';
import { isLong } from '../resolve/quotation.ts';
import { SideTable } from '../text/sideTable.ts';
import { movedProblem, type Problem } from './check.ts';

/** What is to be reported of a quotation, with everything that this rests on beside the words themselves. */
interface Verdict {
  /** Where the quotation was read in. */
  readonly start: number;
  readonly problems: readonly Problem[];
  /** The groups that it is attributed to, and where they stand as seen from `start`. */
  readonly cited: readonly (readonly Citation[])[];
  readonly distances: readonly number[];
  /** Of all these citations, one after the other. */
  readonly meanings: readonly KeyMeaning[];
  /** For words without citation: what they were looked for in. */
  readonly sources: readonly Source[];
}

const verdicts = new SideTable<DraftQuotation, Verdict>();
const none: readonly never[] = [];

/**
 * What was found out about the quotations of a paper, kept by the quotations as they were read: a keystroke moves thousands
 * of them, and none has to be proved or described again for that.
 */
export class Verdicts {
  private readonly keys: KeyMeanings;
  private known: readonly Source[] | undefined;

  constructor(
    paper: Paper,
    private readonly study: Study,
  ) {
    this.keys = new KeyMeanings(paper.citedKeys, study);
  }

  /** What is to be reported of a quotation where it stands now; undefined where that is not known. */
  of(place: QuotationPlace): readonly Problem[] | undefined {
    const verdict = verdicts.get(place.draft);
    if (!verdict || !this.holds(verdict, place)) return undefined;
    const { start, problems } = verdict;
    if (start === place.start || problems.length === 0) return problems;
    const moved = problems.map((problem) => movedProblem(problem, place.start - start));
    verdicts.set(place.draft, { ...verdict, start: place.start, problems: moved });
    return moved;
  }

  keep({ draft, start, cited }: QuotationPlace, problems: readonly Problem[]): void {
    verdicts.set(draft, {
      start,
      problems,
      cited: cited.map(({ citations }) => citations),
      distances: cited.map((group) => group.start - start),
      meanings: cited.flatMap(({ citations }) => citations.map(({ key }) => this.keys.of(key))),
      sources: cited.length === 0 && isLong(draft) ? this.sources : none,
    });
  }

  private holds(verdict: Verdict, { draft, start, cited }: QuotationPlace): boolean {
    if (verdict.cited.length !== cited.length) return false;
    if (cited.length === 0) return !isLong(draft) || sameItems(verdict.sources, this.sources);
    let at = 0;
    for (let i = 0; i < cited.length; i++) {
      const group = cited[i];
      if (!group || verdict.cited[i] !== group.citations) return false;
      if (verdict.distances[i] !== group.start - start) return false;
      for (const { key } of group.citations) {
        const now = this.keys.of(key);
        const then = verdict.meanings[at++];
        if (!then || then.source !== now.source || then.works !== now.works) return false;
      }
    }
    return true;
  }

  private get sources(): readonly Source[] {
    return (this.known ??= [...this.study.sources.values()]);
  }
}
