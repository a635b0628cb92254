import { inWords } from '../../core/messages.ts';
import type { Colors } from 'picocolors/types.js';
import {
  type Counts,
  type Coverage,
  type CoverageCell,
  type CoverageGroup,
  groupName,
  groupWords,
  headingWords,
  isDiscussed,
  totalsWords,
} from '../../core/present/coverage.ts';
import { sectionExtent, sourceLine } from '../../core/present/passages.ts';
import { printable } from '../io.ts';
import { appendAll } from '../../core/text.ts';

/** Marks of the upper line: how often a paragraph is cited. Heights differ, so that nobody needs the colours. */
const heights = ['▂', '▄', '▆', '█'] as const;
const notDiscussed = '·';
const onlyBySection = '-';
/** Cells between two gaps, so that paragraphs can be counted off. */
const cellsBetweenGaps = 10;

/** What the marks of a chart mean. */
export function stripLegend(): string {
  const told = { none: notDiscussed, section: onlyBySection, heights: heights.join(' ') };
  return inWords('coverage.legend', told);
}

/**
 * A source as a chart of characters: below each heading a line of cells in the order of the text.
 * @param width columns that a line may take
 */
export function stripChart(coverage: Coverage, width: number, colors: Colors): string {
  const lines = [
    colors.bold(printable(`${sourceLine(coverage.source)} @${coverage.source.key}`)),
    totalsWords(coverage.totals),
  ];
  const digits = String(Math.max(coverage.source.passages.length, 1)).length;
  for (const group of coverage.groups) {
    const heading = headingWords(group);
    const depth = (group.section?.depth ?? 1) - shallowest(coverage);
    const name = `${'  '.repeat(Math.max(0, depth))}${groupName(group, coverage)}`;
    const extent = group.section ? sectionExtent(ownParagraphs(group), coverage.source) : '';
    const said = [extent, groupWords(group), heading].filter(Boolean).join(', ');
    lines.push('', `${fitHeading(printable(name), width - said.length - 2)}  ${colors.dim(said)}`);
    appendAll(lines, stripLines(group, width, digits, colors));
  }
  return `${lines.join('\n')}\n`;
}

/** First and last paragraph of a group: those of its subsections have lines of their own. */
function ownParagraphs({ cells, section }: CoverageGroup): { first: number; last: number } {
  const first = section?.first ?? 1;
  return { first, last: first + cells.length - 1 };
}

function shallowest({ groups }: Coverage): number {
  return Math.min(6, ...groups.flatMap(({ section }) => (section ? [section.depth] : [])));
}

/** A heading cut to what is left of its line, but never to nothing. */
function fitHeading(name: string, width: number): string {
  const room = Math.max(width, 20);
  const characters = [...name];
  return characters.length <= room
    ? name
    : `${characters
        .slice(0, room - 2)
        .join('')
        .trimEnd()} …`;
}

function stripLines({ cells }: CoverageGroup, width: number, digits: number, colors: Colors): string[] {
  const margin = digits + 4;
  const perLine = Math.max(1, Math.floor((width - margin + 1) / (cellsBetweenGaps + 1))) * cellsBetweenGaps;
  const lines: string[] = [];
  for (let from = 0; from < cells.length; from += perLine) {
    const row = cells.slice(from, from + perLine);
    const first = row[0] ? cellNumber(row[0]) : 0;
    const upper = inTens(row.map(({ counts }) => paint(heightOf(counts), colors)));
    lines.push(`  ${colors.dim(String(first).padStart(digits))}  ${upper}`);
    const lower = inTens(row.map(({ counts }) => markOf(counts))).trimEnd();
    if (lower !== '') lines.push(`${' '.repeat(margin)}${lower}`);
  }
  return lines;
}

function cellNumber({ item }: CoverageCell): number {
  return item.kind === 'passage' ? item.passage.number : item.note.number;
}

function inTens(cells: readonly string[]): string {
  return cells
    .map((cell, index) => (index > 0 && index % cellsBetweenGaps === 0 ? ` ${cell}` : cell))
    .join('');
}

function paint(mark: string, colors: Colors): string {
  return mark === notDiscussed || mark === onlyBySection ? colors.dim(mark) : colors.cyan(mark);
}

function heightOf(counts: Counts): string {
  const own = counts.citations - counts.bySection;
  if (own === 0) return counts.bySection > 0 ? onlyBySection : isDiscussed(counts) ? ' ' : notDiscussed;
  return heights[own === 1 ? 0 : own === 2 ? 1 : own <= 4 ? 2 : 3];
}

function markOf({ quotations, notes }: Counts): string {
  if (quotations > 0) return notes > 0 ? 'b' : 'q';
  return notes > 0 ? 'n' : ' ';
}
