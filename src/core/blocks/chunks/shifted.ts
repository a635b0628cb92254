import type { Nodes, RootContent } from 'mdast';
import type { Point } from 'unist';

/** A copy of a node that stands `offset` code units and `lines` lines further down. */
export function shifted<Node extends Nodes>(node: Node, offset: number, lines: number): Node {
  const move = (point: Point): Point => ({
    line: point.line + lines,
    column: point.column,
    offset: (point.offset ?? 0) + offset,
  });
  const copy = { ...node };
  if (node.position) copy.position = { start: move(node.position.start), end: move(node.position.end) };
  if ('children' in node)
    (copy as { children: RootContent[] }).children = (node.children as RootContent[]).map((child) =>
      shifted(child, offset, lines),
    );
  return copy;
}
