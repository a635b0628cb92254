import type { Nodes, RootContent } from 'mdast';
import type { Point } from 'unist';
import { pandocFactsOf } from '../pandoc/pandocNodes.ts';
import type { BlockLine } from '../blockLines.ts';

/** A copy of a node that stands `offset` code units and `lines` lines further down. */
export function shiftNode<Node extends Nodes>(node: Node, offset: number, lines: number): Node {
  const move = (point: Point): Point => ({
    line: point.line + lines,
    column: point.column,
    offset: (point.offset ?? 0) + offset,
  });
  const copy = { ...node };
  if (node.position) copy.position = { start: move(node.position.start), end: move(node.position.end) };
  const facts = pandocFactsOf(node);
  if (facts.lines ?? facts.imageText) {
    const moved = { ...facts };
    if (facts.lines) moved.lines = facts.lines.map((line) => shiftLine(line, offset));
    if (facts.imageText) moved.imageText = facts.imageText.map((child) => shiftNode(child, offset, lines));
    copy.data = { ...node.data, pandoc: moved };
  }
  if ('children' in node)
    (copy as { children: RootContent[] }).children = (node.children as RootContent[]).map((child) =>
      shiftNode(child, offset, lines),
    );
  return copy;
}

function shiftLine({ start, end, next }: BlockLine, by: number): BlockLine {
  return { start: start + by, end: end + by, next: next + by };
}
