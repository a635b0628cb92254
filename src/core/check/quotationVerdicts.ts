import type { CheckId } from '../catalogue.ts';
import { sameItems, type Source, type StudyContext } from '../study.ts';
import { type DraftQuotation, isLong, type QuotationPlace } from '../quotations.ts';
import { type KeyMeaning, KeyMeanings } from '../resolve.ts';
import { SideTable } from '../text.ts';
import { movedProblem, type Problem } from './defineCheck.ts';

export type QuotationProblem = Problem<Extract<CheckId, `quotation/${string}`>>;

/** What is to be reported of a quotation, with everything that this rests on beside the words themselves. */
interface Verdict {
  /** Where it stood, and what it was attributed to. */
  readonly place: QuotationPlace;
  readonly problems: readonly QuotationProblem[];
  /** Of all citations that it is attributed to, one after the other. */
  readonly meanings: readonly KeyMeaning[];
  /** The language of the paper, in which fixes write locators. */
  readonly lang: string | undefined;
  /** For words without citation: what they were looked for in. */
  readonly sources: readonly Source[];
}

const verdicts = new SideTable<DraftQuotation, Verdict>();
const none: readonly never[] = [];

/**
 * What was found out about quotations, kept by the quotations as they were read: a keystroke moves thousands of them, and
 * none has to be proved or described again for that.
 */
export class QuotationVerdicts {
  private readonly keys: KeyMeanings;
  private known: readonly Source[] | undefined;

  /** @param lang of the front matter of the paper */
  constructor(
    private readonly study: StudyContext,
    private readonly lang: string | undefined,
  ) {
    this.keys = new KeyMeanings(study);
  }

  /** What is to be reported of a quotation where it stands now; undefined where that is not known. */
  of(place: QuotationPlace): readonly QuotationProblem[] | undefined {
    const verdict = verdicts.get(place.draft);
    if (!verdict || !this.holds(verdict, place)) return undefined;
    const { problems } = verdict;
    const by = place.start - verdict.place.start;
    if (by === 0 || problems.length === 0) return problems;
    const moved = problems.map((problem) => movedProblem(problem, by));
    verdicts.set(place.draft, { ...verdict, place, problems: moved });
    return moved;
  }

  keep(place: QuotationPlace, problems: readonly QuotationProblem[]): void {
    const { draft, cited } = place;
    const meanings = cited.flatMap(({ citations }) => citations.map(({ key }) => this.keys.of(key)));
    const sources = cited.length === 0 && isLong(draft) ? this.sources : none;
    verdicts.set(draft, { place, problems, meanings, sources, lang: this.lang });
  }

  private holds(verdict: Verdict, { draft, start, cited }: QuotationPlace): boolean {
    const { place, meanings, sources, lang } = verdict;
    if (place.cited.length !== cited.length || lang !== this.lang) return false;
    if (cited.length === 0) return !isLong(draft) || sameItems(sources, this.sources);
    let at = 0;
    for (let i = 0; i < cited.length; i++) {
      const [then, now] = [place.cited[i], cited[i]];
      if (!now || then?.citations !== now.citations) return false;
      // What is to be done about it may be to change a citation that stands elsewhere.
      if (then.start - place.start !== now.start - start) return false;
      for (const { key } of now.citations) {
        if (!this.keys.means(key, meanings[at++])) return false;
      }
    }
    return true;
  }

  private get sources(): readonly Source[] {
    return (this.known ??= [...this.study.sources.values()]);
  }
}
