import { memo } from '../memo.ts';
import type { Html, Nodes } from 'mdast';
import { appendAll, type Range } from '../text.ts';
import type { Chunk, MarkdownDocument, PlacedChunk } from './document.ts';
import { rangeOf } from './rangeOf.ts';

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

const ignoreWord = 'pilcrow-ignore';

/** Returns the suppression comments of a document, in reading order. Takes almost no time where the text has none. */
export function readSuppressions({ text, chunks }: MarkdownDocument): Suppression[] {
  if (text.length < maxUnitsAtOnce && !text.includes(ignoreWord)) return [];
  const following = new FollowingBlocks(chunks);
  const found: Suppression[][] = [];
  for (let index = chunks.length - 1; index >= 0; index--) {
    const { chunk, start } = chunks[index] ?? {};
    if (!chunk || start === undefined || !holdsComment(chunk)) continue;
    const here: Suppression[] = [];
    visitScopes(chunk.nodes, scopesOf(chunk.blocks, start, following.behind(index)), start, here);
    found.push(here);
  }
  return found.reverse().flat();
}

/** Longer texts are searched chunk by chunk, so that a keystroke does not search the whole text. UTF-16 code units. */
const maxUnitsAtOnce = 30_000;
const holdsComment = memo('whether a chunk silences a check', ({ text }: Chunk): boolean =>
  text.includes(ignoreWord),
);

/** Finds the first block after a chunk that is not a comment. Chunks must be asked about from the last to the first. */
class FollowingBlocks {
  private asked: number;
  private answer: Range | undefined;

  constructor(private readonly chunks: readonly PlacedChunk[]) {
    this.asked = chunks.length - 1;
  }

  behind(index: number): Range | undefined {
    for (let at = index + 1; at <= this.asked; at++) {
      const { chunk, start = 0 } = this.chunks[at] ?? {};
      const block = chunk?.blocks.find(({ type }) => type !== 'html');
      if (!block) continue;
      this.answer = rangeOf(block, start);
      break;
    }
    this.asked = index;
    return this.answer;
  }
}

/** @param scopes for each node, the scope of a comment in its place */
function visitScopes(
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
    visitScopes(node.children, inner, origin, found);
  });
}

/** Returns for each node the next sibling that is not a comment. */
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
  return [...node.value.matchAll(ignorePattern)].map((match) => ({
    check: match[1] ?? '',
    reason: (match[2] ?? '').trim(),
    range: { start: start + match.index, end: start + match.index + match[0].length },
    scope,
  }));
}

function isParagraphLike(node: Nodes): boolean {
  return node.type === 'paragraph' || node.type === 'heading';
}
