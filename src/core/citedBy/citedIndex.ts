import { memo } from '../memo.ts';
import type { Paper, Study } from '../study.ts';
import { type Resolution, resolveCitation } from '../resolve.ts';
import { eachTarget, targetAt, targetsTo, type TargetList } from './citedTargets.ts';
import { appendTo, type Range } from '../text.ts';

/** A citation in a paper and where it leads. */
export interface CitationUse {
  readonly paper: Paper;
  /** From the `@` to the end of the locator. Known without reading the paper, which may be a long time ago. */
  readonly range: Range;
  readonly resolution: Resolution;
}

/** Some citations, in the order of papers and places. They are counted without being read. */
export interface Uses extends Iterable<CitationUse> {
  /** How many citations. */
  readonly length: number;
  /** In how many papers. */
  readonly papers: number;
}

/** Who cites what of one source. */
export interface CitedSource {
  readonly uses: Uses;
  readonly byPassage: { get(number: number): Uses | undefined };
  readonly byNote: { get(number: number): Uses | undefined };
  /** The citations of any of some passages and notes, each once. */
  of(passages: readonly number[], notes?: readonly number[]): Uses;
}

/** The citations of a study, resolved when somebody asks about their paper or their source. */
export interface CitedIndex {
  /** By key; undefined for what nobody cites. */
  readonly bySource: { get(key: string): CitedSource | undefined };
}

/** The citations of a study by paper, source and passage. */
export const citedIndex = memo('index of citations', (study: Study): CitedIndex => {
  const sources = new Map<string, CitedSource | undefined>();
  return {
    bySource: {
      get(key) {
        if (!sources.has(key)) sources.set(key, citedSource(key, study));
        return sources.get(key);
      },
    },
  };
});

/** A citation as a number: that of its paper among those that cite the source, then its place in the leads of the paper. */
type UseNumber = number;
const maxUsesPerPaper = 2 ** 24;

class Numbered implements Uses {
  private known: number | undefined;

  /** @param numbers ascending, without repeats */
  constructor(
    private readonly numbers: readonly UseNumber[],
    private readonly citing: readonly CitingPaper[],
    private readonly study: Study,
  ) {}

  get length(): number {
    return this.numbers.length;
  }

  get papers(): number {
    if (this.known !== undefined) return this.known;
    let last = -1;
    let count = 0;
    for (const number of this.numbers) {
      const paper = Math.floor(number / maxUsesPerPaper);
      if (paper !== last) count++;
      last = paper;
    }
    return (this.known = count);
  }

  *[Symbol.iterator](): Iterator<CitationUse> {
    for (const number of this.numbers) {
      const citing = this.citing[Math.floor(number / maxUsesPerPaper)];
      if (citing) yield new Use(citing, number % maxUsesPerPaper, this.study);
    }
  }
}

/** A paper that cites a source, and its citations of it. */
interface CitingPaper {
  readonly paper: Paper;
  readonly list: TargetList;
}

class Use implements CitationUse {
  constructor(
    private readonly citing: CitingPaper,
    private readonly lead: number,
    private readonly study: Study,
  ) {}

  get paper(): Paper {
    return this.citing.paper;
  }

  get range(): Range {
    return targetAt(this.citing.list, this.lead).range;
  }

  get resolution(): Resolution {
    const { at } = targetAt(this.citing.list, this.lead);
    const citation = this.paper.citations[at];
    if (!citation) throw new RangeError('Every lead is that of a citation of its paper.');
    return resolveCitation(citation, this.study);
  }
}

/** Lists of uses by the number of a passage or a note. */
type ByNumber = ReadonlyMap<number, readonly UseNumber[]>;

class Cited implements CitedSource {
  readonly uses: Uses;
  readonly byPassage = { get: (number: number) => this.some(this.passages.get(number)) };
  readonly byNote = { get: (number: number) => this.some(this.notes.get(number)) };

  constructor(
    all: readonly UseNumber[],
    private readonly passages: ByNumber,
    private readonly notes: ByNumber,
    private readonly citing: readonly CitingPaper[],
    private readonly study: Study,
  ) {
    this.uses = new Numbered(all, citing, study);
  }

  of(passages: readonly number[], notes: readonly number[] = []): Uses {
    const found = new Set<UseNumber>();
    const add = (list: readonly UseNumber[] | undefined): void => list?.forEach((each) => found.add(each));
    for (const passage of passages) add(this.passages.get(passage));
    for (const note of notes) add(this.notes.get(note));
    return new Numbered(
      [...found].sort((a, b) => a - b),
      this.citing,
      this.study,
    );
  }

  private some(numbers: readonly UseNumber[] | undefined): Uses | undefined {
    return numbers && new Numbered(numbers, this.citing, this.study);
  }
}

function citedSource(key: string, study: Study): CitedSource | undefined {
  const all: UseNumber[] = [];
  const byPassage = new Map<number, UseNumber[]>();
  const byNote = new Map<number, UseNumber[]>();
  const citing: CitingPaper[] = [];
  for (const paper of study.citedKeys.has(key) ? study.papers : []) {
    const list = targetsTo(key, paper, study);
    if (!list) continue;
    const first = citing.push({ paper, list }) * maxUsesPerPaper - maxUsesPerPaper;
    eachTarget(list, (lead, note, from, to) => {
      const use = first + lead;
      all.push(use);
      for (let i = from; i < to; i++) appendTo(byPassage, list[i] ?? 0, use);
      if (note !== undefined) appendTo(byNote, note, use);
    });
  }
  return all.length > 0 ? new Cited(all, byPassage, byNote, citing, study) : undefined;
}

/** How often something is cited, and in how many papers. */
export function countUses(uses: Uses | undefined): { citations: number; papers: number } {
  return { citations: uses?.length ?? 0, papers: uses?.papers ?? 0 };
}
