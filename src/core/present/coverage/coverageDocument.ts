import { inWords, spokenTag } from '../../messages.ts';
import type { Study } from '../../study.ts';
import { sharedHeading, sharedWords, type Share, shareOf } from '../passages.ts';
import { escapeMarkdown } from '../wording.ts';
import type { Coverage, CoverageCell, CoverageGroup } from './coverageOf.ts';
import {
  cellLabel,
  cellText,
  countsInWords,
  groupName,
  groupWords,
  headingWords,
  totalsWords,
} from './coverageWords.ts';
import { isDiscussed } from './tallies.ts';

/** Coverage as a document that goes out: Pandoc Markdown, a table for each section. Of passages it has what their sources share. */
export function coverageDocument(coverages: readonly Coverage[], study: Study): string {
  const title = inWords('site.coverage');
  const parts = coverages.map((coverage) => {
    const share = shareOf(coverage.source, study);
    const groups = coverage.groups.map((group) => sectionOf(group, coverage, share));
    return [`# ${escapeMarkdown(coverage.source.title)}`, totalsWords(coverage.totals), ...groups].join(
      '\n\n',
    );
  });
  return `---\ntitle: ${title}\nlang: ${spokenTag()}\n---\n\n${parts.join('\n\n')}\n`;
}

function sectionOf(group: CoverageGroup, coverage: Coverage, share: Share): string {
  const { section, cells } = group;
  const name = section ? sharedHeading(coverage.source, share, section) : groupName(group, coverage);
  const words = [groupWords(group), headingWords(group)].filter(Boolean).join(', ');
  const heading = `## ${escapeMarkdown(name)}\n\n${words}`;
  if (cells.length === 0) return heading;
  const cellRows = cells.map((cell) => rowOfCell(cell, share));
  const hasAbout = cellRows.some(([, about]) => about !== '');
  const heads = [inWords('site.paragraph'), inWords('site.about'), inWords('site.coverage')];
  const rows = [heads, ['---', '------', '------'], ...cellRows].map(([label = '', about = '', said = '']) =>
    hasAbout ? [label, about, said] : [label, said],
  );
  return `${heading}\n\n${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}`;
}

function rowOfCell(cell: CoverageCell, share: Share): readonly string[] {
  const { item, counts, papers } = cell;
  const known = sharedWords(item.kind === 'passage' ? item.passage : item.note, share) ?? '';
  const about = share === 'words' ? cellText(cell) : known;
  const said = isDiscussed(counts) ? countsInWords(counts, papers.length) : inWords('site.legendNone');
  return [cellLabel(cell), about, said].map(escapeMarkdown);
}
