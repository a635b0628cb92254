import type { Image, ImageReference, Paragraph, Parents, PhrasingContent } from 'mdast';
import type { CompileContext, Extension } from 'mdast-util-from-markdown';
import type { Processor } from 'unified';
import { endOfAttributes } from '../../syntax.ts';
import { rangeOf, readBlockLines } from '../blockLines.ts';
import { pandocFactsOf } from './pandocNodes.ts';

/**
 * Figures of Pandoc (`implicit_figures`): an image that stands alone in its paragraph, with a text, is a figure whose caption is
 * that text.
 */

/** Keeps the nodes of the text of an image. An image of Markdown has its text as a string only. */
export function remarkImageTexts(this: Processor): void {
  const data = this.data() as { fromMarkdownExtensions?: Extension[] };
  (data.fromMarkdownExtensions ??= []).push({ exit: { label: exitLabel } });
}

/** As mdast-util-from-markdown ends the label of a link or image. */
function exitLabel(this: CompileContext): void {
  const fragment = this.stack[this.stack.length - 1];
  const value = this.resume();
  const node = this.stack[this.stack.length - 1];
  this.data.inReference = true;
  if (fragment?.type !== 'fragment') return;
  if (node?.type === 'link') node.children = fragment.children;
  else if (node?.type === 'image') {
    node.alt = value;
    if (fragment.children.length > 0) node.data = { pandoc: { imageText: fragment.children } };
  }
}

/**
 * Makes a paragraph that is an image with a text and nothing else a figure: its children are the image and its caption. All other
 * paragraphs stay as they are.
 * @param text the text that the paragraph was read from
 * @param quotes the number of block quotations around the paragraph
 */
export function finishFigure(paragraph: Paragraph, text: string, quotes: number): void {
  const [image] = paragraph.children;
  const caption = image && pandocFactsOf(image).imageText;
  if (!image || !caption) return;
  if (image.type !== 'image' && image.type !== 'imageReference') return;
  const isCaptioned = image.alt?.trim() !== '';
  if (!isCaptioned || !isAlone(paragraph, rangeOf(image).end, text, quotes)) return;
  delete image.data;
  paragraph.children = [image, ...caption];
}

/** Returns the text of an image in running text as nodes, whose offsets are those of the image; nothing for that of a figure. */
export function imageTextOf(image: Image | ImageReference): readonly PhrasingContent[] {
  return pandocFactsOf(image).imageText ?? [];
}

/** Whether a paragraph of an image and what follows it is a figure. */
export function isFigure({ children }: Parents): boolean {
  const [image, next] = children;
  const isImage = image?.type === 'image' || image?.type === 'imageReference';
  return isImage && next !== undefined && rangeOf(next).start < rangeOf(image).end;
}

/** Whether a paragraph ends with the image that ends at an offset, or with its attributes. */
function isAlone(paragraph: Paragraph, imageEnd: number, text: string, quotes: number): boolean {
  if (paragraph.children.length === 1) return true;
  const { end } = rangeOf(paragraph);
  const behind = readBlockLines(text, { start: imageEnd, end }, quotes, true)
    .map((line) => text.slice(line.start, line.end))
    .join('\n');
  return endOfAttributes(behind, 0, behind.length) === behind.trimEnd().length;
}
