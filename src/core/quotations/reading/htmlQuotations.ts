import type { Blockquote, Html, Paragraph, PhrasingContent } from 'mdast';

const opening = /^\s*<blockquote(?:\s[^>]*)?>/iu;
const closing = /<\/blockquote\s*>/iu;
const tag = /<!--[\s\S]*?-->|<\/?[a-zA-Z][^<>]*>/gu;
/** Tags, and blank lines, that end a paragraph. */
const paragraphTag = /^<\/?(?:p|div|footer|cite|figure|figcaption|li|ul|ol|h[1-6]|blockquote)(?:\s|\/?>)/iu;
const blankLine = /(?:\r\n|[\n\r])[^\S\n\r]*(?:\r\n|[\n\r])/gu;

/** Whether a block of HTML is a quotation, `<blockquote> … </blockquote>`. */
export function isHtmlQuotation({ value }: Html): boolean {
  return opening.test(value) && closing.test(value);
}

/** Reads a quotation in HTML as the block quotation of Markdown that it stands for. */
export function htmlQuotation(node: Html): Blockquote {
  const start = node.position?.start.offset ?? 0;
  const paragraphs: Paragraph[] = [];
  let children: PhrasingContent[] = [];
  const close = (): void => {
    const first = children[0]?.position;
    const last = children.at(-1)?.position;
    if (first && last)
      paragraphs.push({ type: 'paragraph', children, position: { start: first.start, end: last.end } });
    children = [];
  };
  const write = (from: number, to: number): void => {
    let at = from;
    for (const { index, 0: blank } of node.value.slice(from, to).matchAll(blankLine)) {
      add(at, from + index);
      close();
      at = from + index + blank.length;
    }
    add(at, to);
  };
  const add = (from: number, to: number): void => {
    const value = node.value.slice(from, to);
    if (value.trim() === '' && children.length === 0) return;
    children.push({ type: 'text', value, position: positionOf(start + from, start + to) });
  };
  let at = 0;
  for (const { index, 0: found } of node.value.matchAll(tag)) {
    write(at, index);
    at = index + found.length;
    if (paragraphTag.test(found)) close();
    else children.push({ type: 'html', value: found, position: positionOf(start + index, start + at) });
  }
  write(at, node.value.length);
  close();
  return { type: 'blockquote', children: paragraphs, ...(node.position ? { position: node.position } : {}) };
}

/** Lines and columns are not asked for. */
function positionOf(start: number, end: number): NonNullable<Paragraph['position']> {
  return {
    start: { line: 1, column: 1, offset: start },
    end: { line: 1, column: 1, offset: end },
  };
}
