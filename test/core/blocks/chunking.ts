import type { RootContent } from 'mdast';
import { shiftNode } from '../../../src/core/blocks/chunks/shiftNode.ts';
import type { Chunk, MarkdownDocument, PlacedChunk } from '../../../src/core/blocks/document.ts';

/** The same chunk without anything cached. */
export function copyOf({ text, nodes, blocks, plain }: Chunk): Chunk {
  return { text, nodes, blocks, plain };
}

/** A document as one chunk. */
export function asOneChunk(document: MarkdownDocument): MarkdownDocument {
  const { children } = document.tree;
  const chunk = { text: document.text, nodes: children, blocks: children, plain: undefined };
  return { ...document, chunks: [{ start: 0, line: 0, chunk }] };
}

/**
 * Cuts a document of one chunk before those top-level nodes that `cutsHere` accepts.
 * @param known chunks by their text; equal chunks are reused, and new ones are added
 */
export function cutIntoChunks(
  document: MarkdownDocument,
  cutsHere: () => boolean,
  known = new Map<string, Chunk>(),
): MarkdownDocument {
  const { text } = document;
  const all = document.chunks.flatMap(({ chunk }) => chunk.nodes);
  const groups: { start: number; nodes: RootContent[] }[] = [{ start: 0, nodes: [] }];
  for (const node of all) {
    const lineStart = startOfLine(text, node.position?.start.offset ?? 0);
    const last = groups[groups.length - 1];
    if (
      last &&
      last.nodes.length > 0 &&
      lineStart > last.start &&
      isBehind(last.nodes, lineStart) &&
      cutsHere()
    )
      groups.push({ start: lineStart, nodes: [node] });
    else last?.nodes.push(node);
  }
  const used = new Set<Chunk>();
  const chunks = groups.map(({ start, nodes }, index): PlacedChunk => {
    const part = text.slice(start, groups[index + 1]?.start);
    const line = text.slice(0, start).split('\n').length - 1;
    const own = nodes.map((node) => shiftNode(node, -start, -line));
    const key = `${part}\u0000${JSON.stringify(own)}`;
    const old = known.get(key);
    const chunk = old && !used.has(old) ? old : { text: part, nodes: own, blocks: own, plain: undefined };
    known.set(key, chunk);
    used.add(chunk);
    return { start, line, chunk };
  });
  return { ...document, chunks };
}

function startOfLine(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

function isBehind(nodes: readonly RootContent[], offset: number): boolean {
  return nodes.every((node) => (node.position?.end.offset ?? 0) <= offset);
}

/** A copy of a node whose offsets count from `start`, and its lines from `line`. */
