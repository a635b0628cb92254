import type { BlockText } from '../../core/inlines.ts';
import { isBlockTag, isVerbatimTag, readHtmlTag } from '../../core/syntax.ts';
import type { Range } from '../../core/text.ts';
import type { ElementAttributes, ManuscriptBlock, ManuscriptInline } from './manuscriptTypes.ts';
import { attributesOfTag, readRawTag } from './rawHtml.ts';

/**
 * Reads a block of HTML: what stands between tags of blocks are paragraphs. The tags are left out, and scripts with what they
 * hold.
 * @param read reads the inlines of a part of the block
 * @param lose is told where something is left out. Offsets are into the text of the block.
 */
export function paragraphsOfHtml(
  block: BlockText | undefined,
  read: (part: BlockText) => readonly ManuscriptInline[],
  lose: (at: Range) => void,
): readonly ManuscriptBlock[] {
  if (!block) return [];
  const paragraphs: ManuscriptBlock[] = [];
  let from = block.from;
  const flush = (to: number): void => {
    if (block.text.slice(from, to).trim() === '') return;
    const children = read({ ...block, from, to });
    if (children.length > 0) paragraphs.push({ kind: 'paragraph', children });
  };
  for (let at = block.text.indexOf('<', from); at >= 0 && at < block.to;) {
    const tag = readHtmlTag(block.text, at, block.to);
    if (tag && isBlockTag(tag.name)) {
      flush(at);
      const end =
        tag.kind === 'open' && isVerbatimTag(tag.name) ? endOfElement(block, tag.end, tag.name) : tag.end;
      if (readRawTag(block.text.slice(at, tag.end)).isLoss) lose({ start: at, end });
      from = end;
    }
    at = block.text.indexOf('<', Math.max(at + 1, from));
  }
  flush(block.to);
  return paragraphs;
}

function endOfElement({ text, to }: BlockText, from: number, name: string): number {
  const closing = new RegExp(`</${name}\\s*>`, 'giu');
  closing.lastIndex = from;
  const found = closing.exec(text);
  return found && found.index < to ? found.index + found[0].length : to;
}

interface DivTag {
  readonly isOpen: boolean;
  readonly attributes: ElementAttributes;
}

/** Returns the tags of a block of HTML that is nothing but tags of divs; undefined for any other. */
export function readDivTags(html: string): readonly DivTag[] | undefined {
  const tags: DivTag[] = [];
  for (let at = 0; at < html.length;) {
    const space = /^\s+/u.exec(html.slice(at, at + maxSpaceUnits))?.[0].length ?? 0;
    const tag = readHtmlTag(html, at + space, html.length);
    if (tag?.name !== 'div') return at + space >= html.length ? tags : undefined;
    tags.push({ isOpen: tag.kind === 'open', attributes: attributesOfTag(html.slice(at + space, tag.end)) });
    at = tag.end;
  }
  return tags;
}

/** More white space between tags is read in further steps. UTF-16 code units. */
const maxSpaceUnits = 1000;
