import { memo } from '../memo.ts';
import type { Html, Nodes } from 'mdast';
import { appendAll, inFile, type Range } from '../text.ts';
import type { Chunk, MarkdownDocument } from './document.ts';
import { rangeOf } from './blockLines.ts';

/** A `<!-- pilcrow-ignore quotation/altered: reason -->` comment. */
export interface Suppression {
  /** The id as written, which may not be that of a check. */
  readonly check: string;
  readonly reason: string;
  /** The range of the comment. */
  readonly range: Range;
  /** The next block, where the check is silenced; undefined where no block follows. */
  readonly scope: Range | undefined;
}

const ignorePattern = /<!--\s*pilcrow-ignore\s+([^\s:>]+)\s*(?::\s*([\s\S]*?))?\s*-->/gu;

/** The scope of a comment after which no block follows in its chunk: the next block, wherever that is. */
const following = 'following';

type Scope = Range | typeof following | undefined;

interface ChunkSuppression extends Omit<Suppression, 'scope'> {
  readonly scope: Scope;
}

/** Returns the suppression comments of a document, in reading order. */
export function readSuppressions({ text, chunks }: MarkdownDocument): Suppression[] {
  if (!text.includes('pilcrow-ignore')) return [];
  const found: Suppression[][] = [];
  /** The next block that is no comment. */
  let next: Range | undefined;
  for (const { chunk, start } of [...chunks].reverse()) {
    found.push(
      suppressionsOfChunk(chunk).map(({ range, scope, ...own }) => ({
        ...own,
        range: inFile(range, start),
        scope: scope === following ? next : scope && inFile(scope, start),
      })),
    );
    const first = chunk.blocks.find(({ type }) => type !== 'html');
    if (first) next = rangeOf(first, start);
  }
  return found.reverse().flat();
}

const noSuppressions: readonly ChunkSuppression[] = [];

/** Offsets are into the chunk. */
const suppressionsOfChunk = memo('suppressions of a chunk', ({ text, nodes }: Chunk) => {
  if (!text.includes('pilcrow-ignore')) return noSuppressions;
  const found: ChunkSuppression[] = [];
  visitScopes(nodes, scopesOf(nodes, following), found);
  return found;
});

/** @param scopes for each node, the scope of a comment in its place */
function visitScopes(nodes: readonly Nodes[], scopes: readonly Scope[], found: ChunkSuppression[]): void {
  nodes.forEach((node, index) => {
    if (node.type === 'html') appendAll(found, suppressionsIn(node, scopes[index]));
    if (!('children' in node)) return;
    // A comment inside a paragraph is about that paragraph.
    const whole = node.type === 'paragraph' || node.type === 'heading' ? rangeOf(node) : undefined;
    const inner = whole ? node.children.map(() => whole) : scopesOf(node.children, undefined);
    visitScopes(node.children, inner, found);
  });
}

/** Returns for each node the next sibling that is not a comment. */
function scopesOf(nodes: readonly Nodes[], last: Scope): Scope[] {
  let next = last;
  return [...nodes]
    .reverse()
    .map((node) => {
      const scope = next;
      if (node.type !== 'html') next = rangeOf(node);
      return scope;
    })
    .reverse();
}

function suppressionsIn(node: Html, scope: Scope): ChunkSuppression[] {
  const { start } = rangeOf(node);
  return [...node.value.matchAll(ignorePattern)].map((match) => ({
    check: match[1] ?? '',
    reason: (match[2] ?? '').trim(),
    range: { start: start + match.index, end: start + match.index + match[0].length },
    scope,
  }));
}
