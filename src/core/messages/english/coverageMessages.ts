import { counted } from './messageWords.ts';

/** What has been said of a text. */
export const coverage = {
  'coverage.notes': 'Notes of the text',
  'coverage.beforeSections': 'Before the first section',
  'coverage.text': 'The text',
  'coverage.counts': ({
    citations,
    bySection,
    quotations,
    notes,
    papers,
  }: {
    citations: number;
    bySection: number;
    quotations: number;
    notes: number;
    papers: number;
  }) => {
    const inPapers = papers === 0 ? '' : ` in ${counted(papers, 'paper')}`;
    const parts: string[] = [];
    if (citations > 0 && citations === bySection)
      parts.push(`cited only with its whole section, ${times(citations)}${inPapers}`);
    else if (citations > 0) {
      const wide = bySection === 0 ? '' : `, ${String(bySection)} of them with its whole section`;
      parts.push(`cited ${times(citations)}${inPapers}${wide}`);
    }
    if (quotations > 0) parts.push(`quoted ${times(quotations)}${citations === 0 ? inPapers : ''}`);
    if (notes > 0) parts.push(counted(notes, 'note'));
    return parts.length > 0 ? parts.join('; ') : 'not discussed yet';
  },
  'coverage.totals': ({
    passages,
    discussed,
    cited,
    quoted,
    noted,
  }: {
    passages: number;
    discussed: number;
    cited: number;
    quoted: number;
    noted: number;
  }) => {
    const of = `${String(discussed)} of ${counted(passages, 'paragraph')} discussed`;
    return discussed === 0
      ? of
      : `${of}: ${String(cited)} cited, ${String(quoted)} quoted, ${String(noted)} with notes`;
  },
  'coverage.heading': ({
    citations,
    quotations,
    notes,
  }: {
    citations: number;
    quotations: number;
    notes: number;
  }) =>
    [
      ...(citations > 0 ? [`cited ${times(citations)} as a whole`] : []),
      ...(quotations > 0 ? [`heading quoted ${times(quotations)}`] : []),
      ...(notes > 0 ? [`${counted(notes, 'note')} on its heading`] : []),
    ].join('; '),
  'coverage.nothingOwn': 'nothing of its own',
  'coverage.group': '{$discussed} of {$all} discussed',
  'coverage.noParagraphs': 'This text has no paragraphs that could be cited.',
  'coverage.nothingPasses':
    'Nothing that passes this filter says anything of this text. Ask for more papers, authors or days.',
  'coverage.uncited': 'Nobody has cited this text yet. A paper does it like this: [@{$key}, ¶ 1].',
} as const;

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${String(count)} times`;
}
