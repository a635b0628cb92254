import type { Nodes, Parents, Root } from 'mdast';
import type { Range } from '../text/range.ts';

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

/** The suppression comments of a tree, in reading order. */
export function readSuppressions(tree: Root): Suppression[] {
  const found: Suppression[] = [];
  visit(tree, found);
  return found;
}

function visit(parent: Parents, found: Suppression[]): void {
  parent.children.forEach((node, index) => {
    if (node.type === 'html') {
      const scope = scopeOf(parent, index);
      const start = node.position?.start.offset ?? 0;
      for (const match of node.value.matchAll(comment)) {
        const at = start + match.index;
        const range = { start: at, end: at + match[0].length };
        found.push({ check: match[1] ?? '', reason: (match[2] ?? '').trim(), range, scope });
      }
    }
    if ('children' in node) visit(node, found);
  });
}

/** The next sibling that is no comment; a comment inside a paragraph is about that paragraph. */
function scopeOf(parent: Parents, index: number): Range | undefined {
  if (isParagraphLike(parent)) return rangeOf(parent);
  const next = parent.children.slice(index + 1).find((sibling) => sibling.type !== 'html');
  return next && rangeOf(next);
}

function isParagraphLike(node: Nodes): boolean {
  return node.type === 'paragraph' || node.type === 'heading';
}

function rangeOf(node: Nodes): Range {
  const start = node.position?.start.offset ?? 0;
  return { start, end: node.position?.end.offset ?? start };
}
