import { authorLabel, plainText, yearLabel } from '../../bibliography.ts';
import type { CheckId } from '../../catalogue.ts';
import type { Finding, Fix } from '../../check.ts';
import type { Analysis, Paper, PlacedWork, Source, Study } from '../../study.ts';
import type { LocatorLabel } from '../../locators.ts';
import type { CitationMode } from '../../inlines.ts';
import { type PlacedUse, type Prose, type Resolution, statusOf, termsIn } from '../../resolve.ts';
import { citedIndex, countUses, resolutionsIn } from '../../citedBy.ts';
import { type QuotationResult, quotationsIn, type QuotationStatus } from '../../quotations.ts';
import type { LineIndex, Range } from '../../text.ts';
import { unreadableSources } from '../passages.ts';

/**
 * The rows that `pilcrow list` and `pilcrow check` print as JSON: a public contract. Names and order of the fields stay
 * as they are. Lines and columns are 1-based, columns in UTF-16 units, ends exclusive.
 */
export interface PlaceFields {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Where a citation leads. `paragraphs` is empty for a whole source, a work without its text and a note. */
export interface CitationTarget {
  readonly source: string;
  readonly paragraphs: readonly number[];
  /** Label of the section that the locator names: `1(iii)`. */
  readonly section: string | null;
  readonly note: number | null;
}

export interface CitationRow extends PlaceFields {
  readonly key: string;
  readonly mode: CitationMode;
  readonly prefix: string;
  readonly locator: { readonly label: LocatorLabel; readonly value: string } | null;
  readonly suffix: string;
  readonly status: 'resolved' | CheckId;
  readonly target: CitationTarget | null;
}

export interface FixRow {
  readonly title: string;
  /** Whether `pilcrow check --fix` applies it. */
  readonly safe: boolean;
  readonly edits: readonly (PlaceFields & { readonly newText: string })[];
}

export interface FindingRow extends PlaceFields {
  readonly check: CheckId;
  readonly level: Finding['level'];
  readonly message: string;
  readonly fixes: readonly FixRow[];
}

export interface QuotationRow extends PlaceFields {
  /** The words as a reader sees them, on one line. */
  readonly quote: string;
  /** Key of the citation that it was measured against. */
  readonly key: string | null;
  /** Numbers of paragraphs, or labels such as `n1`, `sec. 2`, `abstract`. */
  readonly cited: readonly (number | string)[];
  readonly status: QuotationStatus;
  readonly found: readonly (number | string)[];
  /** The whole quotation in parts where it is altered; otherwise empty. */
  readonly diff: readonly DiffRow[];
}

export interface DiffRow {
  readonly kind: QuotationResult['diff'][number]['kind'];
  readonly quoted: string;
  readonly source: string;
}

export interface TermRow extends PlaceFields {
  readonly term: string;
  readonly text: string;
}

/** A source or work that can be cited. */
export interface SourceRow {
  /** Empty where the file cannot be read. */
  readonly key: string;
  readonly title: string;
  readonly author: string;
  readonly year: string;
  /** `text`: the words are here; `edition`: only its structure is; `work`: a bibliography entry; `unreadable`: a file that cannot be read. */
  readonly kind: 'text' | 'edition' | 'work' | 'unreadable';
  readonly file: string | null;
  readonly paragraphs: number | null;
  readonly sections: number | null;
  readonly notes: number | null;
  readonly citations: number;
  /** Why it cannot be read; undefined where it can. */
  readonly problem?: string;
}

/** How a file is called in rows. */
export type FileName = (analysis: Analysis) => string;

/** The fields of a place; both ends as people count them. */
export function placeFields(file: string, lines: LineIndex | undefined, range: Range): PlaceFields {
  const start = lines?.positionAt(range.start) ?? { line: 0, column: 0 };
  const end = lines?.positionAt(range.end) ?? start;
  return {
    file,
    line: start.line + 1,
    column: start.column + 1,
    endLine: end.line + 1,
    endColumn: end.column + 1,
  };
}

function linesOf(analysis: Analysis | undefined): LineIndex | undefined {
  return analysis && 'lines' in analysis ? analysis.lines : undefined;
}

/** The citations of a paper in reading order. */
export function citationRows(paper: Paper, study: Study, name: FileName): CitationRow[] {
  const file = name(paper);
  return resolutionsIn(paper, study).map((resolution): CitationRow => {
    const { citation } = resolution;
    return {
      ...placeFields(file, paper.lines, citation.range),
      key: citation.key,
      mode: citation.mode,
      prefix: citation.prefix,
      locator: citation.locator ? { label: citation.locator.label, value: citation.locator.value } : null,
      suffix: citation.rest,
      status: statusOf(resolution),
      target: citationTarget(resolution),
    };
  });
}

/** What a citation leads to; null where its key is unknown or nothing of its locator could be resolved. */
function citationTarget(resolution: Resolution): CitationTarget | null {
  const { citation, target, parts, source, works } = resolution;
  if (!source)
    return works.length > 0 ? { source: citation.key, paragraphs: [], section: null, note: null } : null;
  const unresolved = citation.locator ? parts.length === 0 : citation.attempt !== undefined;
  if (!target || unresolved) return null;
  return {
    source: source.key,
    paragraphs: target.passages,
    section: target.section?.label ?? null,
    note: target.note ?? null,
  };
}

/** The quotations of a paper in reading order. Words in marks that are no quotation, as a title, are not among them. */
export function quotationRows(paper: Paper, study: Study, name: FileName): QuotationRow[] {
  const file = name(paper);
  return quotationsIn(paper, study).map(({ quotation, citation, cited, status, found, diff }) => ({
    ...placeFields(file, paper.lines, quotation.range),
    quote: quotation.words.text.replace(/\s+/gu, ' ').trim(),
    key: citation?.key ?? null,
    cited,
    status,
    found,
    diff: diff.map(({ kind, quoted, source }) => ({ kind, quoted, source })),
  }));
}

/** A finding with its fixes; those may change other files than the one the finding is in. */
export function findingRow(finding: Finding, analysis: Analysis, study: Study, name: FileName): FindingRow {
  return {
    ...placeFields(name(analysis), linesOf(analysis), finding.range),
    check: finding.check,
    level: finding.level,
    message: finding.message,
    fixes: (finding.fixes ?? []).map((fix) => fixRow(fix, analysis, study, name)),
  };
}

function fixRow(fix: Fix, analysis: Analysis, study: Study, name: FileName): FixRow {
  const edits = fix.edits.flatMap(({ uri, range, newText }) => {
    const where = uri === undefined ? analysis : study.byUri.get(uri);
    return where ? [{ ...placeFields(name(where), linesOf(where), range), newText }] : [];
  });
  return { title: fix.title, safe: fix.safe, edits };
}

/** The uses of terms in a paper or source in reading order. */
export function termRows(analysis: Prose, study: Study, name: FileName): TermRow[] {
  return termsIn(analysis, study).uses.map((use) => termRow(analysis, use, name));
}

/** The use of a term in a paper or source. */
export function termRow(analysis: Prose, use: PlacedUse['use'], name: FileName): TermRow {
  return {
    ...placeFields(name(analysis), analysis.lines, use.range),
    term: use.term.name,
    text: use.text.replace(/\s+/gu, ' '),
  };
}

/** Everything that a study folder can cite: sources first, then works, each by key; then the sources that cannot be read. */
export function sourceRows(study: Study, name: FileName): SourceRow[] {
  const { bySource } = citedIndex(study);
  const cited = (key: string): number => countUses(bySource.get(key)?.uses).citations;
  const sources = [...study.sources.values()].map((source) => sourceRow(source, cited(source.key), name));
  const works = [...study.works]
    .filter(([key]) => !study.sources.has(key))
    .flatMap(([key, [first]]) => (first ? [workRow(key, first, cited(key), name)] : []));
  const byKey = (a: SourceRow, b: SourceRow): number => (a.key < b.key ? -1 : 1);
  return [...sources.sort(byKey), ...works.sort(byKey), ...unreadableSourceRows(study, name)];
}

function sourceRow(source: Source, citations: number, name: FileName): SourceRow {
  const { key, title, author, year, file } = source;
  return {
    key,
    title,
    author,
    year,
    kind: file ? 'text' : 'edition',
    file: file ? name(file) : null,
    paragraphs: source.passages.length,
    sections: source.sections.length,
    notes: source.notes.length,
    citations,
  };
}

const noFigures = { paragraphs: null, sections: null, notes: null };

function unreadableSourceRows(study: Study, name: FileName): SourceRow[] {
  return unreadableSources(study).map(({ analysis, name: title, problem }) => ({
    ...{ key: '', title, author: '', year: '', kind: 'unreadable' as const },
    ...{ file: name(analysis), ...noFigures, citations: 0, problem },
  }));
}

function workRow(key: string, { work, analysis }: PlacedWork, citations: number, name: FileName): SourceRow {
  const title = plainText(work.data.title ?? '') || key;
  const labels = { title, author: authorLabel(work), year: yearLabel(work) };
  return { key, ...labels, kind: 'work', file: name(analysis), ...noFigures, citations };
}
