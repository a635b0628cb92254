import type { Html, Nodes } from 'mdast';
import type { Range } from '../text/range.ts';
import type { MarkdownDocument } from './document.ts';
import { appendAll } from '../text/appendAll.ts';

/** A `<!-- pilcrow-ignore quotation/altered: reason -->` comment. */
export interface Suppression {
  /** The id as written, which need not be a check's. */
  readonly check: string;
  readonly reason: string;
  /** The comment. */
  readonly range: Range;
  /** The next block, in which the check is silent; undefined where no block follows. */
  readonly scope: Range | undefined;
}

const comment = /<!--\s*pilcrow-ignore\s+([^\s:>]+)\s*(?::\s*([\s\S]*?))?\s*-->/gu;

const word = 'pilcrow-ignore';

/** The suppression comments of a document, in reading order. Costs nothing where the text has none. */
export function readSuppressions({ text, chunks }: MarkdownDocument): Suppression[] {
  if (!text.includes(word)) return [];
  const found: Suppression[][] = [];
  let behind: Range | undefined;
  // From the end, so that it is known what follows.
  for (const { chunk, start } of [...chunks].reverse()) {
    const scopes = scopesOf(chunk.blocks, start, behind);
    const here: Suppression[] = [];
    if (chunk.text.includes(word)) visitAll(chunk.nodes, scopes, start, here);
    found.push(here);
    const first = chunk.blocks[0];
    if (first) behind = first.type === 'html' ? scopes[0] : rangeOf(first, start);
  }
  return found.reverse().flat();
}

/** @param scopes the scope of a comment in the place of each node */
function visitAll(
  nodes: readonly Nodes[],
  scopes: readonly (Range | undefined)[],
  origin: number,
  found: Suppression[],
): void {
  nodes.forEach((node, index) => {
    if (node.type === 'html') appendAll(found, suppressionsIn(node, scopes[index], origin));
    if (!('children' in node)) return;
    // A comment inside a paragraph is about that paragraph.
    const whole = isParagraphLike(node) ? rangeOf(node, origin) : undefined;
    const inner = whole ? node.children.map(() => whole) : scopesOf(node.children, origin, undefined);
    visitAll(node.children, inner, origin, found);
  });
}

/** For each node the next sibling that is no comment. */
function scopesOf(nodes: readonly Nodes[], origin: number, behind: Range | undefined): (Range | undefined)[] {
  let next = behind;
  return [...nodes]
    .reverse()
    .map((node) => {
      const scope = next;
      if (node.type !== 'html') next = rangeOf(node, origin);
      return scope;
    })
    .reverse();
}

function suppressionsIn(node: Html, scope: Range | undefined, origin: number): Suppression[] {
  const start = rangeOf(node, origin).start;
  return [...node.value.matchAll(comment)].map((match) => ({
    check: match[1] ?? '',
    reason: (match[2] ?? '').trim(),
    range: { start: start + match.index, end: start + match.index + match[0].length },
    scope,
  }));
}

function isParagraphLike(node: Nodes): boolean {
  return node.type === 'paragraph' || node.type === 'heading';
}

function rangeOf(node: Nodes, origin: number): Range {
  const start = node.position?.start.offset ?? 0;
  return { start: origin + start, end: origin + (node.position?.end.offset ?? start) };
}
