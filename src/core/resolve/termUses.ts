import { memo } from '../memo.ts';
import {
  type DocumentTerms,
  type DocumentTermUse,
  findChunkTerms,
  findTerms,
  matcherIn,
  type Term,
  type TermMatcher,
  type UndefinedTerm,
} from '../glossary.ts';
import {
  type Analysis,
  type Paper,
  type SourceFile,
  type Study,
  type StudyContext,
  type Terms,
} from '../study.ts';
import { chunksNear } from '../citations.ts';
import { languageOf, type MarkdownDocument } from '../blocks.ts';
import { appendTo, encloses, type Range, touches } from '../text.ts';

/** A file whose prose is searched for terms. */
export type Prose = Paper | SourceFile;

/** Returns the terms in a file. */
export function termsIn(file: Prose, { matcher }: Pick<Terms, 'matcher'>): DocumentTerms {
  return termsOfDocument(file.document, matcherFor(file, matcher));
}

/** In a text in French the names of French are sought, too. */
function matcherFor(file: Prose, matcher: TermMatcher): TermMatcher {
  if (file.role === 'paper') return matcherIn(matcher, languageOf(file.document));
  const { language } = file.source.frontMatter.data;
  return matcherIn(matcher, typeof language === 'string' ? language : undefined);
}

/** Kept with the document rather than the file, so that the terms are dropped together with a paper's document. */
const termsOfDocument = memo('terms of a document', (document: MarkdownDocument, matcher: TermMatcher) =>
  findTerms(document, matcher),
);

/** Whether a file is searched for terms. */
export function isProse(analysis: Analysis): analysis is Prose {
  return analysis.role === 'paper' || analysis.role === 'source';
}

/** Returns the use of a term at an offset; undefined where there is none. */
export function termUseAt(analysis: Analysis, offset: number, study: Study): DocumentTermUse | undefined {
  if (!isProse(analysis)) return undefined;
  const found = termsNear(analysis, offset, study).flatMap(({ uses }) => uses);
  return found.find((use) => touches(use.span ?? use.range, offset));
}

/** Returns the unknown term whose brackets enclose a selection; undefined where there is none. */
export function undefinedTermNear(file: Prose, selection: Range, study: Study): UndefinedTerm | undefined {
  const found = termsNear(file, selection.start, study).flatMap(({ undefinedTerms }) => undefinedTerms);
  return found.find(({ span }) => encloses(span, selection));
}

/** Returns the terms of the chunks around an offset. Other chunks are not searched. */
function termsNear(file: Prose, offset: number, study: Study): DocumentTerms[] {
  const { document } = file;
  return [...findChunkTerms(document, matcherFor(file, study.terms.matcher), chunksNear(document, offset))];
}

/** A use of a term, with its file. */
export interface PlacedUse {
  readonly analysis: Prose;
  readonly use: Pick<DocumentTermUse, 'term' | 'range' | 'span' | 'text'>;
}

/** Returns the uses of one term in all papers and sources, by file and place. */
export function usesOfTerm(term: Term, study: Study): readonly PlacedUse[] {
  return termIndex(study).get(term) ?? [];
}

/** Returns all uses of all terms of a study. */
const termIndex = memo(
  'uses of terms in a study',
  (study: Study): ReadonlyMap<Term, readonly PlacedUse[]> => {
    const index = new Map<Term, PlacedUse[]>();
    for (const analysis of study.files) {
      if (!isProse(analysis)) continue;
      const traces = tracesIn(analysis, study.terms.matcher);
      traces.terms.forEach((term, at) => {
        const placed = { analysis, use: new KeptUse(term, analysis, traces, at) };
        appendTo(index, term, placed);
      });
    }
    return index;
  },
);

/**
 * What remains of the uses in a file after its document is dropped. It is compact, because a study folder has tens of
 * thousands of uses.
 */
interface Traces {
  readonly matcher: TermMatcher;
  /** The term of each use. */
  readonly terms: readonly Term[];
  /** Four numbers for each use: its range and the range of its span, or -1 twice. */
  readonly places: Int32Array;
  /** Every term used, even within a longer term. */
  readonly used: ReadonlySet<Term>;
}

const tracesIn = memo('traces of terms in a file', (file: Prose, whole: TermMatcher) => {
  const matcher = matcherFor(file, whole);
  return traceOf(termsOfDocument(file.document, matcher), matcher);
});

function traceOf({ uses }: DocumentTerms, matcher: TermMatcher): Traces {
  const places = new Int32Array(4 * uses.length);
  uses.forEach(({ range, span }, at) => {
    places.set([range.start, range.end, span?.start ?? -1, span?.end ?? -1], 4 * at);
  });
  const used = new Set(uses.flatMap(({ term, nested }) => [term, ...nested.map((each) => each.term)]));
  return { matcher, terms: uses.map(({ term }) => term), places, used };
}

/** Caches the terms that a file uses, so that a query by term need not read it again. */
export function cacheTerms(analysis: Analysis, study: Study): void {
  if (isProse(analysis)) tracesIn(analysis, study.terms.matcher);
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
    return termsOfDocument(this.analysis.document, this.traces.matcher).uses[this.at]?.text ?? '';
  }

  private rangeAt(offset: number): Range {
    const at = 4 * this.at + offset;
    return { start: this.traces.places[at] ?? 0, end: this.traces.places[at + 1] ?? 0 };
  }
}

/** Returns the terms that papers and sources use, even within a longer term; papers that the settings leave out do not count. */
export function usedTerms(files: Study['files'], { matcher }: Pick<Terms, 'matcher'>): ReadonlySet<Term> {
  const used = new Set<Term>();
  for (const file of files)
    if (isProse(file) && !file.file.isLeftOut)
      for (const term of tracesIn(file, matcher).used) used.add(term);
  return used;
}

/** Returns the keys of the terms that a paper uses, even within a longer term. */
export function usedTermKeys(paper: Paper, { allTerms }: StudyContext): string[] {
  return [...tracesIn(paper, allTerms.matcher).used].map(({ key }) => key);
}
