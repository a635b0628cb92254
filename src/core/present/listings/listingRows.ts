import { inWords, type Message } from '../../messages.ts';
import { authorLabel, withoutCslMarkup, yearLabel } from '../../bibliography.ts';
import type { CheckId } from '../../catalogue.ts';
import type { Finding, Fix } from '../../check.ts';
import type { Analysis, Paper, PlacedWork, Source, Study, StudyFile } from '../../study.ts';
import type { LocatorLabel } from '../../locators.ts';
import type { CitationMode } from '../../inlines.ts';
import { type PlacedUse, type Prose, type Resolution, statusOf, termsIn } from '../../resolve.ts';
import { citedIndex, countUses, resolutionsIn } from '../../citedBy.ts';
import { type QuotationResult, quotationsIn, type QuotationStatus } from '../../quotations.ts';
import type { LineIndex, Position, Range } from '../../text.ts';
import { unreadableSources } from '../passages.ts';

/**
 * The place fields in rows of `pilcrow list` and `pilcrow check`, which are public contracts: names and order of the
 * fields must not change. Lines and columns count from 1, columns in UTF-16 code units; ends are exclusive.
 */
export interface PlaceFields {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** What a citation leads to. `paragraphs` is empty for a whole source, a work without its text and a note. */
export interface CitationTarget {
  readonly source: string;
  readonly paragraphs: readonly number[];
  /** The label of the section that the locator names, such as `1(iii)`. */
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

/** A fix of a finding. Its title is a message until it is worded. */
export interface FixRow<Words = string> {
  readonly title: Words;
  /** Whether `pilcrow check --fix` applies the fix. */
  readonly safe: boolean;
  readonly edits: readonly (PlaceFields & { readonly newText: string })[];
}

/** A finding with its place. What it says is a message until it is worded, so that it can be kept. */
export interface FindingRow<Words = string> extends PlaceFields {
  readonly check: CheckId;
  readonly level: Finding['level'];
  readonly message: Words;
  readonly fixes: readonly FixRow<Words>[];
}

export interface QuotationRow extends PlaceFields {
  /** The words as readers see them, on one line. */
  readonly quote: string;
  /** The key of the citation whose source the words were compared with. */
  readonly key: string | null;
  /** Numbers of paragraphs, or labels such as `n1`, `sec. 2` and `abstract`. */
  readonly cited: readonly (number | string)[];
  readonly status: QuotationStatus;
  readonly found: readonly (number | string)[];
  /** The parts of an altered quotation. Empty for any other. */
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

/** A source or work that can be cited, or a source that cannot be read. */
export interface SourceRow {
  /** Empty if the file cannot be read. */
  readonly key: string;
  readonly title: string;
  readonly author: string;
  readonly year: string;
  /**
   * `text`: its words are here; `edition`: only its structure is; `work`: a bibliography entry; `unreadable`: a
   * broken file.
   */
  readonly kind: 'text' | 'edition' | 'work' | 'unreadable';
  readonly file: string | null;
  readonly paragraphs: number | null;
  readonly sections: number | null;
  readonly notes: number | null;
  readonly citations: number;
  /** Why it cannot be read. Undefined if it can. */
  readonly problem?: string;
}

/** Returns the name of a file as it appears in rows. */
export type FileName = (analysis: { readonly file: Pick<StudyFile, 'uri' | 'path'> }) => string;

/** The fields of a range. Both ends count as people count, from 1. */
export function placeFields(file: string, lines: LineIndex | undefined, range: Range): PlaceFields {
  const start = lines?.positionAt(range.start) ?? { line: 0, column: 0 };
  return fieldsOf(file, start, lines?.positionAt(range.end) ?? start);
}

function fieldsOf(file: string, start: Position, end: Position): PlaceFields {
  return {
    file,
    line: start.line + 1,
    column: start.column + 1,
    endLine: end.line + 1,
    endColumn: end.column + 1,
  };
}

function lineIndexOf(analysis: Analysis | undefined): LineIndex | undefined {
  return analysis && 'lines' in analysis ? analysis.lines : undefined;
}

/** A row for each citation of a paper, in reading order. */
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

/** What a citation leads to. Null if its key is unknown, or if nothing of its locator could be resolved. */
function citationTarget(resolution: Resolution): CitationTarget | null {
  const { citation, target, parts, source, works } = resolution;
  if (!source)
    return works.length > 0
      ? { source: works[0]?.work.key ?? citation.key, paragraphs: [], section: null, note: null }
      : null;
  const unresolved = citation.locator ? parts.length === 0 : citation.attempt !== undefined;
  if (!target || unresolved) return null;
  return {
    source: source.key,
    paragraphs: target.passages,
    section: target.section?.label ?? null,
    note: target.note ?? null,
  };
}

/**
 * A row for each quotation of a paper, in reading order. Words in quotation marks that are none, such as titles, are
 * left out.
 */
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

/** The row of a finding with its fixes, which may change other files. */
export function findingRow(
  finding: Finding,
  analysis: Analysis,
  study: Study,
  name: FileName,
): FindingRow<Message> {
  return {
    ...placeFields(name(analysis), lineIndexOf(analysis), finding.range),
    check: finding.check,
    level: finding.level,
    message: finding.message,
    fixes: (finding.fixes ?? []).map((fix) => fixRow(fix, analysis, study, name)),
  };
}

function fixRow(fix: Fix, analysis: Analysis, study: Study, name: FileName): FixRow<Message> {
  const edits = fix.edits.flatMap(({ uri, range, newText }) => {
    const where = uri === undefined ? analysis : study.byUri.get(uri);
    if (where) return [{ ...placeFields(name(where), lineIndexOf(where), range), newText }];
    const moved = study.movesElsewhere?.find((move) => move.uri === uri && move.range.start === range.start);
    return moved ? [{ ...fieldsOf(name({ file: moved }), moved.at.start, moved.at.end), newText }] : [];
  });
  return { title: fix.title, safe: fix.safe, edits };
}

/** A row for each use of a term in a paper or source, in reading order. */
export function termRows(analysis: Prose, study: Study, name: FileName): TermRow[] {
  return termsIn(analysis, study.terms).uses.map((use) => termRow(analysis, use, name));
}

/** The row of a use of a term. */
export function termRow(analysis: Prose, use: PlacedUse['use'], name: FileName): TermRow {
  return {
    ...placeFields(name(analysis), analysis.lines, use.range),
    term: use.term.name,
    text: use.text.replace(/\s+/gu, ' '),
  };
}

/**
 * A row for everything that a study folder can cite: sources and then works by key, then the sources that cannot be
 * read.
 */
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

const noCounts = { paragraphs: null, sections: null, notes: null };

function unreadableSourceRows(study: Study, name: FileName): SourceRow[] {
  return unreadableSources(study).map(({ analysis, name: title, problem }) => ({
    ...{ key: '', title, author: '', year: '', kind: 'unreadable' as const },
    ...{ file: name(analysis), ...noCounts, citations: 0, problem: inWords(problem) },
  }));
}

function workRow(key: string, { work, analysis }: PlacedWork, citations: number, name: FileName): SourceRow {
  const title = withoutCslMarkup(work.data.title ?? '') || key;
  const labels = { title, author: authorLabel(work), year: yearLabel(work) };
  return { key, ...labels, kind: 'work', file: name(analysis), ...noCounts, citations };
}
