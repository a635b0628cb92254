import type { Element, ElementContent, Root } from 'hast';
import { messageOf } from '../../core/messages.ts';
import type { Dropped } from '../blocks.ts';
import { attribute, htmlText, isElement, lineOfHtml, visitHtml } from '../html.ts';
import { bookInlineTag } from './bookTree.ts';

/** The most code units of a description that stands for a picture among words: a large first letter, a sign, a formula. */
const maxSignUnits = 40;

/**
 * Takes pictures out, which have no address outside of the book. One among words is there for its words: these are put in its
 * place.
 * @returns the descriptions of the others
 */
export function takePictures(root: Root): Dropped[] {
  const dropped: Dropped[] = [];
  const blocks = new Map<Element, Element>();
  visitHtml(root, (node, parent) => {
    if (!isElement(node)) return true;
    const block = bookInlineTag.test(node.tagName) && parent ? (blocks.get(parent) ?? parent) : node;
    blocks.set(node, block);
    if (node.children.some((child) => isElement(child) && child.tagName === 'img'))
      node.children = node.children.flatMap((child) => withoutPicture(child, block, dropped));
    return true;
  });
  return dropped;
}

function withoutPicture(child: ElementContent, block: Element, dropped: Dropped[]): ElementContent[] {
  if (!isElement(child) || child.tagName !== 'img') return [child];
  const text = attribute(child, 'alt').replace(/\s+/g, ' ').trim();
  if (text === '') return [];
  const isAmongWords = /^(?:p|li|td|th|dd|dt|h[1-6])$/.test(block.tagName) && htmlText(block) !== '';
  if (isAmongWords && text.length <= maxSignUnits) return [{ type: 'text', value: text }];
  const line = lineOfHtml(child);
  dropped.push({ line, endLine: line, text, why: messageOf('importing.picturesStay') });
  return [];
}
