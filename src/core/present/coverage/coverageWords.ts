import { inWords } from '../../messages.ts';
import type { Coverage, CoverageCell, CoverageGroup, CoverageTotals } from './coverageOf.ts';
import { paragraphLabel, passagePreview, sectionName } from '../passages.ts';
import { isDiscussed, zeroCounts, sum, type Counts } from './tallies.ts';

/** The label of a cell: `¶ 12`, `n. 1`. */
export function cellLabel({ item }: CoverageCell): string {
  return item.kind === 'passage' ? paragraphLabel(item.passage) : `n. ${String(item.note.number)}`;
}

/** The gist or first words of a cell. */
export function cellText({ item }: CoverageCell): string {
  return passagePreview(item.kind === 'passage' ? item.passage : item.note);
}

/** The heading of a group. */
export function groupName({ section, cells }: CoverageGroup, coverage: Coverage): string {
  if (section) return sectionName(section);
  if (cells[0]?.item.kind === 'note') return inWords('coverage.notes');
  return inWords(coverage.source.sections.length > 0 ? 'coverage.beforeSections' : 'coverage.text');
}

/** Words for figures: `cited 3 times in 2 papers, 1 of them with its whole section; quoted once; 2 notes`. */
export function countsInWords(counts: Counts, papers: number): string {
  const { citations, bySection, larger = 0, quotations, notes } = counts;
  return inWords('coverage.counts', { citations, bySection, larger, quotations, notes, papers });
}

/** Words for totals: `31 of 82 paragraphs discussed: 29 cited, 4 quoted, 1 with notes`. */
export function totalsWords({ passages, discussed, cited, quoted, noted }: CoverageTotals): string {
  return inWords('coverage.totals', { passages, discussed, cited, quoted, noted });
}

/** Words for what was said of a section as a whole, or of its heading. Empty if nothing was. */
export function headingWords({ counts }: CoverageGroup): string {
  const { citations, quotations, notes } = counts;
  return inWords('coverage.heading', { citations, quotations, notes });
}

/** Words for a group: `12 of 46 discussed`. */
export function groupWords({ cells }: CoverageGroup): string {
  if (cells.length === 0) return inWords('coverage.nothingOwn');
  const discussed = cells.filter(({ counts }) => isDiscussed(counts)).length;
  return inWords('coverage.group', { discussed, all: cells.length });
}

/** A sentence for a text that nobody has discussed. Undefined if somebody has. */
export function emptyWords(coverage: Coverage, filtered: boolean): string | undefined {
  const all = coverage.groups.flatMap(({ counts, cells }) => [counts, ...cells.map((cell) => cell.counts)]);
  const { citations, quotations, notes } = all.reduce(sum, zeroCounts);
  if (coverage.totals.passages === 0) return inWords('coverage.noParagraphs');
  if (citations + quotations + notes > 0) return undefined;
  if (filtered) return inWords('coverage.nothingPasses');
  return inWords('coverage.uncited', { key: coverage.source.key });
}
