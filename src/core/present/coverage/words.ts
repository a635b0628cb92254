import { plural } from '../wording.ts';
import type { Coverage, CoverageCell, CoverageGroup, CoverageTotals } from './coverage.ts';
import { passagePreview, sectionName } from '../passages.ts';
import { isDiscussed, nothing, sum, type Counts } from './tallies.ts';

/** The label of a cell: `¶ 12`, `n. 1`. */
export function cellLabel({ item }: CoverageCell): string {
  return item.kind === 'passage' ? `¶ ${String(item.passage.number)}` : `n. ${String(item.note.number)}`;
}

/** The gist or first words of a cell. */
export function cellText({ item }: CoverageCell): string {
  return passagePreview(item.kind === 'passage' ? item.passage : item.note);
}

/** The heading of a group. */
export function groupName({ section, cells }: CoverageGroup, coverage: Coverage): string {
  if (section) return sectionName(section);
  if (cells[0]?.item.kind === 'note') return 'Notes of the text';
  return coverage.source.sections.length > 0 ? 'Before the first section' : 'The text';
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${String(count)} times`;
}

/** Words for figures: `cited 3 times in 2 papers, 1 of them with its whole section; quoted once; 2 notes`. */
export function countWords({ citations, bySection, quotations, notes }: Counts, papers: number): string {
  const inPapers = papers === 0 ? '' : ` in ${plural(papers, 'paper')}`;
  const parts: string[] = [];
  if (citations > 0 && citations === bySection)
    parts.push(`cited only with its whole section, ${times(citations)}${inPapers}`);
  else if (citations > 0) {
    const wide = bySection === 0 ? '' : `, ${String(bySection)} of them with its whole section`;
    parts.push(`cited ${times(citations)}${inPapers}${wide}`);
  }
  if (quotations > 0) parts.push(`quoted ${times(quotations)}${citations === 0 ? inPapers : ''}`);
  if (notes > 0) parts.push(plural(notes, 'note'));
  return parts.length > 0 ? parts.join('; ') : 'not discussed yet';
}

/** Words for totals: `31 of 82 paragraphs discussed: 29 cited, 4 quoted, 1 with notes`. */
export function totalsWords({ passages, discussed, cited, quoted, noted }: CoverageTotals): string {
  const of = `${String(discussed)} of ${plural(passages, 'paragraph')} discussed`;
  return discussed === 0
    ? of
    : `${of}: ${String(cited)} cited, ${String(quoted)} quoted, ${String(noted)} with notes`;
}

/** Words for what was said of a section as a whole, or of its heading. Empty if nothing was. */
export function headingWords({ counts }: CoverageGroup): string {
  const { citations, quotations, notes } = counts;
  return [
    ...(citations > 0 ? [`cited ${times(citations)} as a whole`] : []),
    ...(quotations > 0 ? [`heading quoted ${times(quotations)}`] : []),
    ...(notes > 0 ? [`${plural(notes, 'note')} on its heading`] : []),
  ].join('; ');
}

/** Words for a group: `12 of 46 discussed`. */
export function groupWords({ cells }: CoverageGroup): string {
  if (cells.length === 0) return 'nothing of its own';
  const discussed = cells.filter(({ counts }) => isDiscussed(counts)).length;
  return `${String(discussed)} of ${String(cells.length)} discussed`;
}

/** A sentence for a text that nobody has discussed. Undefined if somebody has. */
export function emptyWords(coverage: Coverage, filtered: boolean): string | undefined {
  const all = coverage.groups.flatMap(({ counts, cells }) => [counts, ...cells.map((cell) => cell.counts)]);
  const { citations, quotations, notes } = all.reduce(sum, nothing);
  if (coverage.totals.passages === 0) return 'This text has no paragraphs that could be cited.';
  if (citations + quotations + notes > 0) return undefined;
  if (filtered)
    return 'Nothing that passes this filter says anything of this text. Ask for more papers, authors or days.';
  return `Nobody has cited this text yet. A paper does it like this: [@${coverage.source.key}, ¶ 1].`;
}
