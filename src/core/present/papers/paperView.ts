import { inWords, messageOf } from '../../messages.ts';
import { citationRange, citationsNear } from '../../citations.ts';
import { type CheckFamily, isOfFamily } from '../../catalogue.ts';
import { type Finding, findingsOf } from '../../check.ts';
import type { Paper, Study } from '../../study.ts';
import {
  type QuotationPlace,
  quotationPlaces,
  type QuotationResult,
  quotationsIn,
  resultAt,
} from '../../quotations.ts';
import { type Resolution, resolveCitation, statusOf } from '../../resolve.ts';
import { resolutionsIn } from '../../citedBy.ts';
import { overlaps, PlacedRanges } from '../../text.ts';
import { escapeMarkdown, quoteMarkdown, shorten } from '../wording.ts';
import { groupedBySource, type Listed } from './paperGroups.ts';
import { passageNumbers, passagePreview, row, type Row, sectionName, sourceLine } from '../passages.ts';
import { statusMessage } from '../hover.ts';

/** In reading order, or grouped by the source cited. */
export type PaperOrder = 'reading' | 'source';

/** With more rows, only those with problems are shown. */
const maxPaperRows = 2000;

/** The content of the Paper view. */
export interface PaperView {
  readonly rows: readonly Row[];
  /** Shown above the rows. Empty if there is nothing to say. */
  readonly message: string;
  /** The number of citations in the paper, whether listed or not. */
  readonly citations: number;
  readonly problems: number;
}

/** The citations and quotations of a paper with their state. In a very long paper, only those with problems. */
export function paperView(
  paper: Paper,
  study: Study,
  order: PaperOrder = 'reading',
  most: number = maxPaperRows,
): PaperView {
  const findings = findingsOf(paper, study);
  const about = (family: CheckFamily): Finding[] => findings.filter(({ check }) => isOfFamily(check, family));
  const found = { citations: about('citation'), quotations: ofWholes(about('quotation')) };
  const places = quotationPlaces(paper.document);
  const isLong = paper.citationCount + places.length > most;
  const resolutions = isLong
    ? troubledCitations(paper, study, found.citations.slice(0, most))
    : resolutionsIn(paper, study);
  const results = isLong
    ? troubledQuotations(places, study, found.quotations.slice(0, most))
    : quotationsIn(paper, study);
  const [ofCitations, ofQuotations] = [new PlacedRanges(found.citations), new PlacedRanges(found.quotations)];
  const listed = [
    ...resolutions.map((one, at) => listedCitation(one, citationRow(paper, one, at, ofCitations))),
    ...results.map((one, at) => listedQuotation(one, quotationRow(paper, one, at, ofQuotations))),
  ].sort((a, b) => startOfRow(a.row) - startOfRow(b.row));
  const rows = listed.map((item) => item.row);
  const isCut = Math.max(found.citations.length, found.quotations.length) > most;
  const counts = { citations: paper.citationCount, quotations: places.length, isCut };
  return {
    rows: order === 'source' ? groupedBySource(listed) : rows,
    message: isLong ? inWords('papers.shown', counts) : '',
    citations: paper.citationCount,
    problems: isLong
      ? [...found.citations, ...found.quotations].filter((finding) => worst([finding])).length
      : rows.filter(({ problem }) => problem).length,
  };
}

/** Findings moved to the whole quotations that they are about, in order of position. */
function ofWholes(findings: readonly Finding[]): Finding[] {
  return findings
    .map((finding) => ({ ...finding, range: finding.about ?? finding.range }))
    .sort((a, b) => a.range.start - b.range.start);
}

/** The citations with findings, in order of position. */
function troubledCitations(paper: Paper, study: Study, findings: readonly Finding[]): Resolution[] {
  const found = new Map<number, Resolution>();
  for (const { range } of findings)
    for (const citation of citationsNear(paper.document, range.start, range.end))
      if (overlaps(citationRange(citation), range) && !found.has(citation.range.start))
        found.set(citation.range.start, resolveCitation(citation, study));
  return [...found.values()];
}

/** The quotations with findings, in order of position. */
function troubledQuotations(
  places: readonly QuotationPlace[],
  study: Study,
  findings: readonly Finding[],
): QuotationResult[] {
  const starts = new Set(findings.map(({ range }) => range.start));
  return places
    .filter(({ draft, start }) => starts.has(draft.range.start + start))
    .flatMap((place) => resultAt(place, study) ?? []);
}

function listedCitation({ citation, source }: Resolution, shown: Row): Listed {
  return { row: shown, key: citation.key, title: source?.title ?? '' };
}

function listedQuotation({ citation, quotation, source }: QuotationResult, shown: Row): Listed {
  const { key } = citation ?? quotation.citations[0] ?? { key: '' };
  return { row: shown, key, title: source?.key === key ? source.title : '' };
}

function startOfRow({ place }: Row): number {
  return place && 'range' in place ? place.range.start : 0;
}

function citationRow(
  paper: Paper,
  resolution: Resolution,
  index: number,
  findings: PlacedRanges<Finding>,
): Row {
  const { citation, source, target } = resolution;
  const range = citationRange(citation);
  const own = findings.overlapping(range);
  const finding = worst(own);
  const label = `@${citation.key}${citation.locator ? `, ${paper.text.slice(citation.locator.range.start, citation.locator.range.end).replace(/\s+/gu, ' ')}` : ''}`;
  const said = finding && inWords(finding.message);
  const [other] = own;
  const state =
    said !== undefined
      ? remarkBeside(label, said)
      : statusOf(resolution) === 'resolved' || own.length === 0
        ? whereItLeads(resolution)
        : remarkBeside(label, other ? inWords(other.message) : '');
  const numbers = target && target.passages.length > 0 ? passageNumbers(target.passages, target.source) : '';
  return row({
    id: `citation:${String(index)}`,
    label,
    description: state,
    tooltip: [
      said === undefined ? '' : `**${escapeMarkdown(said)}**`,
      source ? escapeMarkdown(sourceLine(source)) : '',
      numbers,
    ]
      .filter(Boolean)
      .join('\n\n'),
    accessibleLabel: finding
      ? `${label}, ${inWords('papers.finding', { level: finding.level, message: finding.message })}`
      : inWords('papers.resolved', { label, state }),
    kind: 'citation',
    problem: finding !== undefined,
    ...iconOf(finding),
    place: { analysis: paper, range },
  });
}

/**
 * The message without the beginning that repeats the label: “¶ 102: @key has ¶ 1–82” beside the label “@key, ¶ 102”.
 */
function remarkBeside(label: string, message: string): string {
  const [, lead = '', rest = ''] = /^([^:]+): (.+)$/su.exec(message) ?? [];
  if (rest === '' || !label.includes(lead)) return message;
  const [key = ''] = /^@[^\s,]+ /u.exec(rest) ?? [];
  return label.startsWith(key.trim()) ? rest.slice(key.length) : rest;
}

function whereItLeads(resolution: Resolution): string {
  const { target, source, works } = resolution;
  if (!source) return works.length > 0 ? inWords('papers.workWithoutText') : '';
  if (!target) return source.title;
  if (target.section) return sectionName(target.section);
  const first = target.passages[0];
  const passage = first === undefined ? undefined : source.passages[first - 1];
  if (passage) return passagePreview(passage);
  const note = source.notes.find((candidate) => candidate.number === target.note);
  return note ? passagePreview(note) : source.title;
}

function quotationRow(
  paper: Paper,
  result: QuotationResult,
  index: number,
  findings: PlacedRanges<Finding>,
): Row {
  const { quotation, status } = result;
  const finding = worst(findings.at(quotation.range));
  const words = quotation.words.text.replace(/\s+/gu, ' ').trim();
  const label = inWords('said.quoted', { words: shorten(words, 60) });
  const said = finding && inWords(finding.message);
  const state = said ?? verifiedAt(result);
  return row({
    id: `quotation:${String(index)}`,
    label,
    description: state,
    tooltip: [said === undefined ? '' : `**${escapeMarkdown(said)}**`, quoteMarkdown(shorten(words, 400))]
      .filter(Boolean)
      .join('\n\n'),
    accessibleLabel: inWords('papers.quotation', {
      words,
      state: finding ? messageOf('papers.finding', { level: finding.level, message: state }) : state,
    }),
    kind: 'quotation',
    problem: finding !== undefined,
    ...(finding || status === 'verbatim' ? iconOf(finding) : { icon: 'question', iconColor: '' }),
    place: { analysis: paper, range: quotation.range },
  });
}

function verifiedAt(result: QuotationResult): string {
  const { found, byFingerprints } = result;
  const places = found.map((label) => (typeof label === 'number' ? `¶ ${String(label)}` : label));
  return inWords('papers.verified', { status: messageOf(statusMessage(result)), places, byFingerprints });
}

function worst(findings: readonly Finding[]): Finding | undefined {
  return findings.find(({ level }) => level === 'error') ?? findings.find(({ level }) => level === 'warning');
}

function iconOf(finding: Finding | undefined): Pick<Row, 'icon' | 'iconColor'> {
  if (!finding) return { icon: 'pass', iconColor: 'testing.iconPassed' };
  return finding.level === 'error'
    ? { icon: 'error', iconColor: 'list.errorForeground' }
    : { icon: 'warning', iconColor: 'list.warningForeground' };
}
