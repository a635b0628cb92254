import {
  type DocumentTerms,
  type DocumentTermUse,
  findChunkTerms,
  findTerms,
  moveTerms,
  type Term,
  type TermMatcher,
  type UndefinedTerm,
} from '../glossary.ts';
import { type Analysis, ask, type Paper, type SourceFile, type Study, type StudyContext } from '../study.ts';
import { chunksAround } from '../citations.ts';
import type { MarkdownDocument } from '../blocks.ts';
import { encloses, type Range, SideTable, touches } from '../text.ts';

/** A file in whose prose terms are found. */
export type Prose = Paper | SourceFile;

/** By document and not by file: what a paper lets go of, this goes with. */
const found = new SideTable<MarkdownDocument, { matcher: TermMatcher; terms: DocumentTerms }>();

/** The terms in a file. Kept as long as its document and the glossary stay the same. */
export function termsIn(analysis: Prose, study: StudyContext): DocumentTerms {
  return findOrKeep(analysis, study.matcher);
}

function findOrKeep(analysis: Prose, matcher: TermMatcher): DocumentTerms {
  const { document } = analysis;
  const kept = found.get(document);
  if (kept?.matcher === matcher) return kept.terms;
  const terms = findTerms(document, matcher);
  found.set(document, { matcher, terms });
  traced.set(analysis, traceOf(terms, matcher));
  return terms;
}

/** Whether terms are looked for in a file. */
export function isProse(analysis: Analysis): analysis is Prose {
  return analysis.role === 'paper' || analysis.role === 'source';
}

/** The use of a term at an offset. */
export function termUseAt(analysis: Analysis, offset: number, study: Study): DocumentTermUse | undefined {
  if (!isProse(analysis)) return undefined;
  const found = termsAround(analysis, offset, study).flatMap(({ uses }) => uses);
  return found.find((use) => touches(use.span ?? use.range, offset));
}

/** The words marked as a term that nobody knows in whose brackets a selection stands. */
export function undefinedTermAround(file: Prose, selection: Range, study: Study): UndefinedTerm | undefined {
  const found = termsAround(file, selection.start, study).flatMap(({ undefinedTerms }) => undefinedTerms);
  return found.find(({ span }) => encloses(span, selection));
}

/** The terms of the chunks around an offset: the others are not looked at. */
function termsAround({ document }: Prose, offset: number, study: Study): DocumentTerms[] {
  const around = chunksAround(document, offset);
  return findChunkTerms(document, study.matcher, around).map((terms, at) =>
    moveTerms(terms, document.chunks[around[at] ?? 0]?.start ?? 0),
  );
}

/** A use of a term and the file it stands in. */
export interface PlacedUse {
  readonly analysis: Prose;
  readonly use: Pick<DocumentTermUse, 'term' | 'range' | 'span' | 'text'>;
}

/** The uses of one term in all papers and sources, by file and place. */
export function usesOfTerm(term: Term, study: Study): readonly PlacedUse[] {
  return termIndex(study).get(term) ?? [];
}

const indices = new WeakMap<Study, ReadonlyMap<Term, readonly PlacedUse[]>>();

/** All uses of all terms of a study. */
function termIndex(study: Study): ReadonlyMap<Term, readonly PlacedUse[]> {
  const kept = indices.get(study);
  if (kept) return kept;
  const index = new Map<Term, PlacedUse[]>();
  for (const analysis of study.files) {
    if (!isProse(analysis)) continue;
    const traces = tracesIn(analysis, study.matcher);
    traces.terms.forEach((term, at) => {
      const placed = { analysis, use: new KeptUse(term, analysis, traces, at) };
      const list = index.get(term);
      if (list) list.push(placed);
      else index.set(term, [placed]);
    });
  }
  indices.set(study, index);
  return index;
}

/** What is kept of the uses in a file when its document is let go of: there are tens of thousands in a study folder. */
interface Traces {
  readonly matcher: TermMatcher;
  /** Of each use. */
  readonly terms: readonly Term[];
  /** Four numbers of each use: its range, and the range of its span, -1 where it has none. */
  readonly places: Int32Array;
  /** Every term used, be it within a longer one. */
  readonly used: ReadonlySet<Term>;
}

const traced = new SideTable<Prose, Traces>();

function traceOf({ uses }: DocumentTerms, matcher: TermMatcher): Traces {
  const places = new Int32Array(4 * uses.length);
  uses.forEach(({ range, span }, at) => {
    places.set([range.start, range.end, span?.start ?? -1, span?.end ?? -1], 4 * at);
  });
  const used = new Set(uses.flatMap(({ term, nested }) => [term, ...nested.map((each) => each.term)]));
  return { matcher, terms: uses.map(({ term }) => term), places, used };
}

/** Has it known which terms a file uses, so that whoever asks about a term later finds all files looked at. */
export function knowTerms(analysis: Analysis, study: Study): void {
  if (isProse(analysis)) tracesIn(analysis, study.matcher);
}

function tracesIn(analysis: Prose, matcher: TermMatcher): Traces {
  const kept = traced.get(analysis);
  return kept?.matcher === matcher ? kept : traceOf(findOrKeep(analysis, matcher), matcher);
}

class KeptUse implements Pick<DocumentTermUse, 'term' | 'range' | 'span' | 'text'> {
  constructor(
    readonly term: Term,
    private readonly analysis: Prose,
    private readonly traces: Traces,
    private readonly at: number,
  ) {}

  get range(): Range {
    return this.rangeAt(0);
  }

  get span(): Range | undefined {
    const span = this.rangeAt(2);
    return span.start < 0 ? undefined : span;
  }

  get text(): string {
    return findOrKeep(this.analysis, this.traces.matcher).uses[this.at]?.text ?? '';
  }

  private rangeAt(offset: number): Range {
    const at = 4 * this.at + offset;
    return { start: this.traces.places[at] ?? 0, end: this.traces.places[at + 1] ?? 0 };
  }
}

/**
 * The terms that papers and sources use, be it within a longer term. The same set as long as it holds the same terms of
 * the same glossary.
 */
export function usedTerms(study: Study): ReadonlySet<Term> {
  return ask(study, tally);
}

/** The keys of the terms that a paper uses, be it within a longer term. */
export function usedTermKeys(paper: Paper, study: StudyContext): string[] {
  return [...tracesIn(paper, study.matcher).used].map(({ key }) => key);
}

/** How many files use each term; brought up to date by what changed since it was last asked for. */
interface Tally {
  readonly files: readonly Prose[];
  readonly counts: Map<Term, number>;
  used: ReadonlySet<Term>;
}

const tallies = new WeakMap<TermMatcher, Tally>();

function tally(study: Study): ReadonlySet<Term> {
  const files = study.files.filter(isProse);
  const kept = tallies.get(study.matcher);
  const comparable = kept?.files.length === files.length ? kept : undefined;
  const counts = comparable?.counts ?? new Map<Term, number>();
  const add = (file: Prose | undefined, by: number): void => {
    for (const term of file ? tracesIn(file, study.matcher).used : [])
      counts.set(term, (counts.get(term) ?? 0) + by);
  };
  files.forEach((file, at) => {
    if (comparable?.files[at] === file) return;
    add(comparable?.files[at], -1);
    add(file, 1);
  });
  const used = new Set([...counts].flatMap(([term, count]) => (count > 0 ? [term] : [])));
  const same = kept?.used.size === used.size && [...used].every((term) => kept.used.has(term));
  const now = { files, counts, used: same ? kept.used : used };
  tallies.set(study.matcher, now);
  return now.used;
}
