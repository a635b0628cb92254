import type { Manuscript, ManuscriptBlock, ManuscriptInline } from '../manuscript.ts';

/** The words of inlines, without looks: to tell how wide a column has to be. */
function shownWordsOfInlines(
  inlines: readonly ManuscriptInline[],
  manuscript: Pick<Manuscript, 'citations'>,
): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'text' || inline.kind === 'code') return inline.text;
      if (inline.kind === 'math') return inline.tex;
      if (inline.kind === 'break') return ' ';
      if (inline.kind === 'cite')
        return (manuscript.citations[inline.citation]?.text ?? []).map(({ text }) => text).join('');
      return 'children' in inline ? shownWordsOfInlines(inline.children, manuscript) : '';
    })
    .join('');
}

/** The words of paragraphs, with what citations print; what is no paragraph counts as nothing. */
export function shownWords(
  blocks: readonly ManuscriptBlock[],
  manuscript: Pick<Manuscript, 'citations'>,
): string {
  return blocks
    .map((block) => (block.kind === 'paragraph' ? shownWordsOfInlines(block.children, manuscript) : ''))
    .join(' ');
}
