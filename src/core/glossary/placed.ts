import type { Link, Nodes, Parents, Text } from 'mdast';
import { plainTextOf } from '../markdown/plainText.ts';

/**
 * The children of a node, each with its position. Where an address in a text is made a link after parsing, the link
 * and the texts around it have lost theirs; they stand one behind the other where the text stood.
 */
export function placed(parent: Parents, text: string): readonly Nodes[] {
  if (parent.children.every((child) => child.position)) return parent.children;
  const bounds: number[] = [];
  let bound = parent.position?.end.offset ?? text.length;
  for (let i = parent.children.length - 1; i >= 0; i--) {
    bounds[i] = bound;
    bound = parent.children[i]?.position?.start.offset ?? bound;
  }
  let at = parent.position?.start.offset ?? 0;
  return parent.children.map((child, index) => {
    const node = child.position ? child : place(child, at, bounds[index] ?? text.length, text);
    at = node.position?.end.offset ?? at;
    return node;
  });
}

/** Markup between two neighbours, `> ` at the start of a line for one, is no longer. */
const longestMarkup = 200;

function place(node: Nodes, from: number, bound: number, text: string): Nodes {
  const value = wordsOf(node);
  const near = text.slice(from, Math.min(bound, from + value.length + longestMarkup));
  const verbatim = near.indexOf(value);
  if (verbatim >= 0) return withOffsets(node, from + verbatim, from + verbatim + value.length);
  const start = from + Math.max(0, near.indexOf(value.charAt(0)));
  const written = plainTextOf([withOffsets({ type: 'text', value }, start, bound)], text);
  return withOffsets(node, start, written.ends[written.text.length - 1] ?? start);
}

/** What a text, or a link that was made of one, is written as. */
function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}

function withOffsets<N extends Nodes | Text | Link>(node: N, start: number, end: number): N {
  const point = (offset: number) => ({ line: 1, column: 1, offset });
  return { ...node, position: { start: point(start), end: point(end) } };
}
