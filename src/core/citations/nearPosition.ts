import type { RootContent } from 'mdast';
import { firstIndex } from '../text.ts';
import { type MarkdownDocument, shiftNode } from '../blocks.ts';
import { type Citation, eachCiting, placedCitations, readChunkCitations } from './readCitations.ts';

/** Returns the indexes of the chunks at an offset: one, or two where the offset is between them. */
export function chunksNear({ chunks }: MarkdownDocument, offset: number): readonly number[] {
  const last = Math.max(0, firstIndex(chunks, ({ start }) => start > offset) - 1);
  return last > 0 && chunks[last]?.start === offset ? [last - 1, last] : [last];
}

/** Returns the top-level nodes of the chunks at an offset, with offsets of the document. Cheaper than the whole tree. */
export function nodesNear(document: MarkdownDocument, offset: number): RootContent[] {
  return chunksNear(document, offset).flatMap((index) => {
    const { chunk, start, line } = document.chunks[index] ?? {};
    return chunk?.nodes.map((node) => shiftNode(node, start ?? 0, line ?? 0)) ?? [];
  });
}

/** Returns the citations of all chunks that a stretch touches, by position. Within one chunk it returns the cached list. */
export function citationsNear(document: MarkdownDocument, start: number, end = start): readonly Citation[] {
  const citations = readChunkCitations(document);
  const [first = 0] = chunksNear(document, start);
  const last = chunksNear(document, end).at(-1) ?? first;
  const lists: (readonly Citation[])[] = [];
  for (let index = first; index <= last; index++) {
    const chunk = citations[index];
    if (chunk) lists.push(placedCitations(chunk, document.chunks[index]?.start ?? 0));
  }
  return lists.length === 1 ? (lists[0] ?? []) : lists.flat();
}

/** Counts how often a document cites each key, in the order of first citations. */
export function countKeys(document: MarkdownDocument): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  eachCiting(document, ({ citations }) => {
    for (const { key } of citations) counts.set(key, (counts.get(key) ?? 0) + 1);
  });
  return counts;
}
