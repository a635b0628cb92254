import { citationRange } from '../markdown/citation.ts';
import { findingsOf, type Finding } from '../check/findings.ts';
import type { Paper, Study } from '../index/study.ts';
import { statusOf, type Resolution } from '../resolve/citation.ts';
import { citedIndex } from '../resolve/citedIndex.ts';
import type { QuotationResult } from '../resolve/quotation.ts';
import { quotationsIn } from '../resolve/quotationsIn.ts';
import { PlacedRanges } from '../text/placedRanges.ts';
import { escapeMarkdown, quoteMarkdown, shorten } from './markdown.ts';
import { groupedBySource, type Listed } from './paperGroups.ts';
import { passageNumbers, passagePreview, sectionName, sourceLine } from './passages.ts';
import { statusText } from './quotationHover.ts';
import { row, type Row } from './row.ts';

/** In reading order, or below what they cite. */
export type PaperOrder = 'reading' | 'source';

/** The Paper view: the citations and quotations of a paper with their state. */
export function paperView(
  paper: Paper,
  study: Study,
  order: PaperOrder = 'reading',
): { readonly rows: readonly Row[]; readonly problems: number } {
  const findings = findingsOf(paper, study);
  const about = (family: string) =>
    new PlacedRanges(findings.filter((finding) => finding.check.startsWith(family)));
  const [ofCitations, ofQuotations] = [about('citation/'), about('quotation/')];
  const citations = (citedIndex(study).byPaper.get(paper) ?? []).map((resolution, index) =>
    listedCitation(resolution, citationRow(paper, resolution, index, ofCitations)),
  );
  const quotations = quotationsIn(paper, study).map((result, index) =>
    listedQuotation(result, quotationRow(paper, result, index, ofQuotations)),
  );
  const listed = [...citations, ...quotations].sort((a, b) => startOf(a.row) - startOf(b.row));
  const rows = listed.map((item) => item.row);
  return {
    rows: order === 'source' ? groupedBySource(listed) : rows,
    problems: rows.filter(({ problem }) => problem).length,
  };
}

function listedCitation({ citation, source }: Resolution, shown: Row): Listed {
  return { row: shown, key: citation.key, title: source?.title ?? '' };
}

function listedQuotation({ citation, quotation, source }: QuotationResult, shown: Row): Listed {
  const { key } = citation ?? quotation.citations[0] ?? { key: '' };
  return { row: shown, key, title: source?.key === key ? source.title : '' };
}

function startOf({ place }: Row): number {
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
  const state = finding
    ? finding.message
    : statusOf(resolution) === 'resolved' || own.length === 0
      ? leadsTo(resolution)
      : (own[0]?.message ?? '');
  const numbers = target && target.passages.length > 0 ? passageNumbers(target.passages) : '';
  return row({
    id: `citation:${String(index)}`,
    label,
    description: state,
    tooltip: [
      finding ? `**${escapeMarkdown(finding.message)}**` : '',
      source ? escapeMarkdown(sourceLine(source)) : '',
      numbers,
    ]
      .filter(Boolean)
      .join('\n\n'),
    accessibleLabel: `${label}, ${finding ? `${finding.level}: ${finding.message}` : `resolved, ${state}`}`,
    kind: 'citation',
    problem: finding !== undefined,
    ...iconOf(finding),
    place: { analysis: paper, range },
  });
}

function leadsTo(resolution: Resolution): string {
  const { target, source, works } = resolution;
  if (!source) return works.length > 0 ? 'work without text' : '';
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
  const label = `“${shorten(words, 60)}”`;
  const state = finding?.message ?? verifiedAt(result);
  return row({
    id: `quotation:${String(index)}`,
    label,
    description: state,
    tooltip: [finding ? `**${escapeMarkdown(finding.message)}**` : '', quoteMarkdown(shorten(words, 400))]
      .filter(Boolean)
      .join('\n\n'),
    accessibleLabel: `Quotation, ${words}, ${finding ? `${finding.level}: ${finding.message}` : state}`,
    kind: 'quotation',
    problem: finding !== undefined,
    ...(finding || status === 'verbatim' ? iconOf(finding) : { icon: 'question', iconColor: '' }),
    place: { analysis: paper, range: quotation.range },
  });
}

function verifiedAt({ status, found, byFingerprints }: QuotationResult): string {
  const where =
    found.length === 0
      ? ''
      : ` at ${found.map((label) => (typeof label === 'number' ? `¶ ${String(label)}` : label)).join(', ')}`;
  return `${statusText[status]}${where}${byFingerprints ? ', by fingerprints' : ''}`;
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
