import { inWords } from '../../messages.ts';
import { findMarkedTerms } from '../../glossary.ts';
import type { Analysis, CitingFile, Study } from '../../study.ts';
import { citationRange, citationsNear, eachCiting } from '../../citations.ts';
import type { MarkdownDocument } from '../../blocks.ts';
import { isProse, resolveCitation, statusOf, termsIn, termUseAt } from '../../resolve.ts';
import { citedIndex } from '../../citedBy.ts';
import { inFile, type Range } from '../../text.ts';
import { shorten } from '../wording.ts';
import { citationAt, paragraphLabel, type Place, sectionName, sourceOf } from '../passages.ts';
import { citationUsesOf, usesInAllTexts } from './definitionAt.ts';

/** A range that an editor colours. */
export interface SemanticMark {
  readonly range: Range;
  readonly type: 'citation' | 'locator' | 'term';
  readonly unresolved: boolean;
  readonly suppressedAuthor: boolean;
}

/** The keys, locators and marked terms of a file. Sorted by position; none overlap. */
export function semanticMarks(analysis: Analysis, study: Study): readonly SemanticMark[] {
  const marks: SemanticMark[] = [];
  if (analysis.role === 'paper' || analysis.role === 'glossary') addCitations(analysis, study, marks);
  if (isProse(analysis)) addMarkedTerms(analysis.document, study, marks);
  return marks.sort((a, b) => a.range.start - b.range.start);
}

function addCitations({ document }: CitingFile, study: Study, marks: SemanticMark[]): void {
  eachCiting(document, (chunk, origin) => {
    for (const citation of chunk.citations) {
      const status = statusOf(resolveCitation(citation, study));
      const unresolved = status !== 'resolved' && status !== 'citation/no-locator';
      const suppressedAuthor = citation.mode === 'suppressAuthor';
      const keyUnresolved = status === 'citation/unknown-key';
      const range = inFile(citation.range, origin);
      marks.push({ range, type: 'citation', unresolved: keyUnresolved, suppressedAuthor });
      if (!citation.locator) continue;
      const locator = inFile(citation.locator.range, origin);
      marks.push({ range: locator, type: 'locator', unresolved, suppressedAuthor: false });
    }
  });
}

function addMarkedTerms(document: MarkdownDocument, study: Study, marks: SemanticMark[]): void {
  if (!document.text.includes(']{')) return;
  for (const { uses } of findMarkedTerms(document, study.terms.matcher))
    for (const { span, range } of uses)
      if (span) marks.push({ range, type: 'term', unresolved: false, suppressedAuthor: false });
}

/** A short text that an editor shows between the words. */
export interface InlayView {
  readonly offset: number;
  readonly label: string;
  readonly tooltip: string;
  readonly before: boolean;
}

/** Longer section titles are shortened after a locator. */
const maxSectionTitleUnits = 32;

/**
 * In sources, the number before each paragraph; in papers, the title of the cited section after each locator.
 * @param within the range that is wanted; results outside it may be missing
 */
export function inlaysOf(analysis: Analysis, study: Study, within: Range): readonly InlayView[] {
  if (analysis.role === 'source') {
    const source = sourceOf(analysis, study);
    return (source?.passages ?? []).flatMap((passage) =>
      passage.words
        ? [
            {
              offset: passage.words.range.start,
              label: paragraphLabel(passage),
              tooltip: passage.gist ?? '',
              before: true,
            },
          ]
        : [],
    );
  }
  if (analysis.role !== 'paper') return [];
  return citationsNear(analysis.document, within.start, within.end).flatMap((citation) => {
    const section = resolveCitation(citation, study).target?.section;
    if (!section || !citation.locator) return [];
    const label = shorten(section.title, maxSectionTitleUnits);
    return [{ offset: citation.locator.range.end, label, tooltip: sectionName(section), before: false }];
  });
}

/** A line above a paragraph or note of a source, and the places it opens. */
export interface LensView {
  readonly range: Range;
  readonly title: string;
  readonly of: 'citations' | 'notes';
  /** A function, because a text may have thousands of places and few are ever opened. */
  readonly places: () => readonly Place[];
}

/** “Cited 3 times in 2 papers”, above each cited paragraph and note of a source. */
export function lensesOf(analysis: Analysis, study: Study): readonly LensView[] {
  const source = analysis.role === 'source' ? sourceOf(analysis, study) : undefined;
  const cited = source && citedIndex(study).bySource.get(source.key);
  if (!source || (!cited && study.alignments.length === 0)) return [];
  return [...source.passages, ...source.notes].flatMap((item) => {
    const isPassage = 'kind' in item;
    const own = (isPassage ? cited?.byPassage : cited?.byNote)?.get(item.number);
    const uses = [...(isPassage ? usesInAllTexts(source.key, own, [item.number], study) : (own ?? []))];
    if (uses.length === 0 || !item.words) return [];
    const papers = new Set(uses.map(({ paper }) => paper)).size;
    return [
      {
        range: item.words.range,
        title: inWords('cited.inPapers', { times: uses.length, papers }),
        of: 'citations' as const,
        places: () => uses.map(({ paper, range }) => ({ analysis: paper, range })),
      },
    ];
  });
}

/**
 * The ranges in the same file that belong to what is at an offset: citations of the same passages, uses of the same
 * term.
 */
export function highlightsAt(analysis: Analysis, offset: number, study: Study): readonly Range[] {
  const citation = citationAt(analysis, offset);
  if (citation && analysis.role === 'paper')
    return [...(citationUsesOf(analysis, offset, study) ?? [])]
      .filter((use) => use.paper === analysis)
      .map((use) =>
        offset <= citation.range.end ? use.resolution.citation.range : citationRange(use.resolution.citation),
      );
  const use = termUseAt(analysis, offset, study);
  if (use && isProse(analysis))
    return termsIn(analysis, study.terms)
      .uses.filter((other) => other.term === use.term)
      .map((other) => other.range);
  return [];
}
