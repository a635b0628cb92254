import { counted } from './messageWords.ts';

/** What has been said of a text. */
export const coverage = {
  'coverage.notes': 'Notes of the text',
  'coverage.beforeSections': 'Before the first section',
  'coverage.text': 'The text',
  'coverage.counts': (told: {
    citations: number;
    bySection: number;
    larger: number;
    quotations: number;
    notes: number;
    papers: number;
  }) => {
    const inPapers = told.papers === 0 ? '' : ` in ${counted(told.papers, 'paper')}`;
    const parts: string[] = [];
    if (told.citations > 0 && told.citations === told.bySection)
      parts.push(`cited only ${around(told.bySection, told.larger)}, ${times(told.citations)}${inPapers}`);
    else if (told.citations > 0) {
      const wide =
        told.bySection === 0
          ? ''
          : `, ${String(told.bySection)} of them ${around(told.bySection, told.larger)}`;
      parts.push(`cited ${times(told.citations)}${inPapers}${wide}`);
    }
    if (told.quotations > 0)
      parts.push(`quoted ${times(told.quotations)}${told.citations === 0 ? inPapers : ''}`);
    if (told.notes > 0) parts.push(counted(told.notes, 'note'));
    return parts.length > 0 ? parts.join('; ') : 'not discussed yet';
  },
  'coverage.totals': (told: {
    passages: number;
    discussed: number;
    cited: number;
    quoted: number;
    noted: number;
  }) => {
    const of = `${String(told.discussed)} of ${counted(told.passages, 'paragraph')} discussed`;
    return told.discussed === 0
      ? of
      : `${of}: ${String(told.cited)} cited, ${String(told.quoted)} quoted, ${String(told.noted)} with notes`;
  },
  'coverage.heading': (told: { citations: number; quotations: number; notes: number }) =>
    [
      ...(told.citations > 0 ? [`cited ${times(told.citations)} as a whole`] : []),
      ...(told.quotations > 0 ? [`heading quoted ${times(told.quotations)}`] : []),
      ...(told.notes > 0 ? [`${counted(told.notes, 'note')} on its heading`] : []),
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

/** What was named in place of a paragraph alone. */
function around(bySection: number, larger: number): string {
  const paragraph = 'as a part of a larger paragraph of another text';
  if (larger === 0) return 'with its whole section';
  return bySection === larger ? paragraph : `with its whole section or ${paragraph}`;
}
