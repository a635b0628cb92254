import { analyse } from '../../core/study.ts';
import { manuscriptOf, wordsOfInlines, type ManuscriptBlock } from '../manuscript.ts';
import { LinkedText } from './linkedText.ts';
import { h, type MarkupContent } from './markup.ts';
import type { Site } from './siteModel.ts';
import { blocksMarkup } from './textMarkup.ts';

/**
 * Markdown of a question, a note or a definition as paragraphs, with its citations in words.
 * @param lang the tag of its language
 */
export function proseMarkup(markdown: string, lang: string | undefined, site: Site): MarkupContent {
  const blocks = proseBlocks(markdown, lang, site);
  return blocks.length === 0 ? h('p', {}, markdown) : blocksMarkup(blocks, site);
}

/** The words of Markdown, on one line. */
export function proseWords(markdown: string, lang: string | undefined, site: Site): string {
  return wordsOfBlocks(proseBlocks(markdown, lang, site))
    .replace(/\s+/gu, ' ')
    .trim();
}

function proseBlocks(markdown: string, lang: string | undefined, site: Site): readonly ManuscriptBlock[] {
  const front = lang === undefined || !/^[\w-]+$/.test(lang) ? '' : `---\nlang: ${lang}\n---\n\n`;
  const file = { uri: 'pilcrow:prose', path: 'prose.analysis.md', role: 'paper' as const };
  const paper = analyse({ ...file, content: { text: front + markdown } });
  if (paper.role !== 'paper') return [];
  const manuscript = manuscriptOf(paper, site.study, { format: site.styles.ofProse, withoutPassages: true });
  const text = new LinkedText(manuscript, paper, site, { isPage: false });
  const title: readonly ManuscriptBlock[] =
    manuscript.title.length > 0 ? [{ kind: 'paragraph', children: manuscript.title }] : [];
  return text.blocks([...title, ...withoutLists(manuscript.blocks)]);
}

/** The blocks that the paper itself has, without the works and passages that are listed after them. */
export function withoutLists(blocks: readonly ManuscriptBlock[]): readonly ManuscriptBlock[] {
  return blocks.filter((block, at) => {
    const next = blocks[at + 1];
    const isList = block.kind === 'works' || block.kind === 'passages';
    const isHeadingOfList =
      block.kind === 'heading' &&
      block.attributes.classes.includes('unnumbered') &&
      (next?.kind === 'works' || next?.kind === 'passages');
    return !isList && !isHeadingOfList;
  });
}

/** The words of blocks, without what is only in their looks. */
export function wordsOfBlocks(blocks: readonly ManuscriptBlock[]): string {
  return blocks.map(wordsOfBlock).join(' ');
}

function wordsOfBlock(block: ManuscriptBlock): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return wordsOfInlines(block.children);
    case 'quote':
    case 'div':
      return wordsOfBlocks(block.children);
    case 'list':
      return block.items.map(({ children }) => wordsOfBlocks(children)).join(' ');
    case 'definitions':
      return block.entries
        .map(({ term, definitions }) => [wordsOfInlines(term), ...definitions.map(wordsOfBlocks)].join(' '))
        .join(' ');
    case 'code':
      return block.text;
    case 'verse':
      return block.lines.map(wordsOfInlines).join(' ');
    case 'table':
      return [...block.head, ...block.rows].flat().map(wordsOfBlocks).join(' ');
    case 'figure':
      return wordsOfInlines(block.caption);
    default:
      return '';
  }
}
