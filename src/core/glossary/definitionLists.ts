import type { Heading, Paragraph, PhrasingContent, RootContent, Text } from 'mdast';
import { rangeOf } from '../blocks.ts';

/** A term of a definition list of Pandoc, as the heading and blocks of an entry. */
export interface DefinedTerm {
  readonly heading: Heading;
  readonly blocks: readonly RootContent[];
  /** The number of nodes that it takes. */
  readonly width: number;
}

const markInside = /(\r\n|[\n\r])[ \t>]*[:~][ \t]+/u;
const markAtStart = /^[:~][ \t]+/u;

/**
 * Reads the term of a definition list (`lamp`, then `:   A jar.` on the next line, or after a blank line) that starts at one of
 * the nodes of a glossary; undefined where there is none.
 */
export function definedTermAt(
  nodes: readonly RootContent[],
  at: number,
  text: string,
): DefinedTerm | undefined {
  const node = nodes[at];
  if (node?.type !== 'paragraph') return undefined;
  const inside = splitAtMark(node, text);
  if (inside) return { ...inside, width: 1 };
  const blocks: RootContent[] = [];
  for (let next = nodes[at + 1]; next?.type === 'paragraph'; next = nodes[at + 1 + blocks.length]) {
    const definition = withoutMark(next, text);
    if (!definition) break;
    blocks.push(definition);
  }
  const { start, end } = rangeOf(node);
  if (
    blocks.length === 0 ||
    /[\n\r]/u.test(text.slice(start, end)) ||
    markAtStart.test(text.slice(start, end))
  )
    return undefined;
  return { heading: headingOf(node.children, node), blocks, width: 1 + blocks.length };
}

/** Splits a paragraph before the first line that starts with the mark of a definition. The term is one line. */
function splitAtMark(node: Paragraph, text: string): Omit<DefinedTerm, 'width'> | undefined {
  for (const [index, child] of node.children.entries()) {
    const { start, end } = rangeOf(child);
    const written = text.slice(start, end);
    if (child.type !== 'text') {
      if (/[\n\r]/u.test(written)) return undefined;
      continue;
    }
    const line = /\r\n|[\n\r]/u.exec(written);
    if (!line) continue;
    const mark = markInside.exec(written);
    const value = /^([^\n\r]*)(?:\r\n|[\n\r])[:~][ \t]+([\s\S]*)$/u.exec(child.value);
    if (mark?.index !== line.index || !value) return undefined;
    const term = textNode(value[1] ?? '', start, start + mark.index);
    const definition = textNode(value[2] ?? '', start + mark.index + mark[0].length, end);
    const before = node.children.slice(0, index);
    const behind = [definition, ...node.children.slice(index + 1)];
    return {
      heading: headingOf([...before, term], node, start + mark.index),
      blocks: [paragraphOf(behind, start + mark.index + mark[0].length, rangeOf(node).end)],
    };
  }
  return undefined;
}

function withoutMark(node: Paragraph, text: string): Paragraph | undefined {
  const [first, ...others] = node.children;
  if (first?.type !== 'text') return undefined;
  const { start, end } = rangeOf(first);
  const mark = markAtStart.exec(text.slice(start, end))?.[0].length ?? 0;
  if (mark === 0) return undefined;
  const words = textNode(first.value.replace(markAtStart, ''), start + mark, end);
  return paragraphOf([words, ...others], start + mark, rangeOf(node).end);
}

function headingOf(children: PhrasingContent[], { position }: Paragraph, end?: number): Heading {
  const start = position?.start.offset ?? 0;
  return { type: 'heading', depth: 2, children, ...placed(start, end ?? position?.end.offset ?? start) };
}

function paragraphOf(children: PhrasingContent[], start: number, end: number): Paragraph {
  return { type: 'paragraph', children, ...placed(start, end) };
}

function textNode(value: string, start: number, end: number): Text {
  return { type: 'text', value, ...placed(start, end) };
}

/** Lines and columns are not asked for. */
function placed(start: number, end: number): Required<Pick<Text, 'position'>> {
  return {
    position: { start: { line: 1, column: 1, offset: start }, end: { line: 1, column: 1, offset: end } },
  };
}
