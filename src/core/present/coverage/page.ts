import type { Source, Study } from '../../study.ts';
import { citedIndex, resolutionsIn } from '../../citedBy.ts';
import type { Coverage, CoverageCell, CoverageGroup } from './coverageOf.ts';
import { sectionTrail } from '../passages.ts';
import { coveredSources } from './rows.ts';
import { zeroCounts, type Counts } from './tallies.ts';
import { cellLabel, cellText, countsInWords, groupName, groupWords, headingWords } from './coverageWords.ts';
import { countEach } from '../../text.ts';

/** The part of a coverage page that does not change with papers: the text. */
export interface CoverageOutline {
  readonly groups: readonly {
    readonly name: string;
    /** 0 for the outermost sections. */
    readonly depth: number;
    readonly isNotes: boolean;
    readonly cells: readonly {
      readonly number: number;
      readonly label: string;
      readonly text: string;
      readonly trail: string;
    }[];
  }[];
}

/** What has been discussed of a cell. `cell` is its index among all cells. */
export interface CoverageFigure {
  readonly cell: number;
  readonly counts: Counts;
  /** Indices in the list of papers. */
  readonly papers: readonly number[];
  readonly words: string;
}

/** The cells of a source by section, without figures. */
export function coverageOutline(coverage: Coverage): CoverageOutline {
  const shallowest = Math.min(
    ...coverage.groups.flatMap(({ section }) => (section ? [section.depth] : [])),
    6,
  );
  return {
    groups: coverage.groups.map((group) => ({
      name: groupName(group, coverage),
      depth: Math.max(0, (group.section?.depth ?? shallowest) - shallowest),
      isNotes: group.cells[0]?.item.kind === 'note',
      cells: outlineCells(coverage.source, group),
    })),
  };
}

function outlineCells(source: Source, { cells }: CoverageGroup): CoverageOutline['groups'][number]['cells'] {
  const [first] = cells;
  // All cells of a group are in the same sections.
  const trail = first?.item.kind === 'passage' ? sectionTrail(source, first.item.passage.number) : '';
  return cells.map((cell) => ({
    number: cell.item.kind === 'passage' ? cell.item.passage.number : cell.item.note.number,
    label: cellLabel(cell),
    text: cellText(cell),
    trail,
  }));
}

/** The figures of the cells that have any, in order, and the words for each group. */
export function coverageFigures(
  { groups }: Coverage,
  papers: readonly unknown[],
): { readonly figures: readonly CoverageFigure[]; readonly groups: readonly string[] } {
  const placeOf = new Map(papers.map((paper, index) => [paper, index]));
  const figure = (cell: CoverageCell, index: number): CoverageFigure[] =>
    isCounted(cell.counts)
      ? [
          {
            cell: index,
            counts: cell.counts,
            papers: cell.papers.flatMap((paper) => placeOf.get(paper) ?? []),
            words: countsInWords(cell.counts, cell.papers.length),
          },
        ]
      : [];
  return {
    figures: groups.flatMap((group) => group.cells).flatMap(figure),
    groups: groups.map((group) => [groupWords(group), headingWords(group)].filter(Boolean).join(', ')),
  };
}

function isCounted({ citations, quotations, notes }: Counts): boolean {
  return citations + quotations + notes > 0;
}

/** The words for a cell without figures. */
export function noFigures(): string {
  return countsInWords(zeroCounts, 0);
}

/**
 * The source whose coverage is shown if none is named: that of the file, or the one that the paper cites most, else
 * the first with text in the study folder.
 */
export function sourceToShow(study: Study, uri: string | undefined): Source | undefined {
  const analysis = uri === undefined ? undefined : study.byUri.get(uri);
  if (analysis?.role === 'source') return study.sources.get(analysis.key);
  const { bySource } = citedIndex(study);
  const resolutions = (analysis?.role === 'paper' ? resolutionsIn(analysis, study) : undefined) ?? [];
  const counts = [...countEach(resolutions.flatMap(({ source }) => source ?? []))];
  const [most] = counts.sort(([, a], [, b]) => b - a);
  if (most) return most[0];
  const [first] = coveredSources(study, (key) => (bySource.get(key)?.uses.length ?? 0) > 0);
  return first ?? [...study.sources.values()][0];
}
