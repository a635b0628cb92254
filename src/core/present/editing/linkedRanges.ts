import type { Nodes } from 'mdast';
import type { Analysis } from '../../study.ts';
import { chunksNear } from '../../citations.ts';
import type { PlacedChunk } from '../../blocks.ts';
import { inFile, type Range, touches } from '../../text.ts';

/**
 * The ranges to edit together with the one at an offset: the label of a note at its marks and its definition. Empty
 * if there are none.
 */
export function linkedRangesAt(analysis: Analysis, offset: number): readonly Range[] {
  if (!('document' in analysis)) return [];
  const { document } = analysis;
  const here = chunksNear(document, offset)
    .flatMap((index) => labelsIn(document.chunks[index]))
    .find(({ range }) => touches(range, offset));
  if (!here) return [];
  const same = document.chunks.flatMap(labelsIn).filter(({ identifier }) => identifier === here.identifier);
  return same.length > 1 ? same.map(({ range }) => range) : [];
}

interface Label {
  readonly identifier: string;
  readonly range: Range;
}

function labelsIn(placed: PlacedChunk | undefined): Label[] {
  if (!placed?.chunk.text.includes('[^')) return [];
  const { chunk, start: origin } = placed;
  const labels: Label[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'footnoteReference' || node.type === 'footnoteDefinition') {
      const start = (node.position?.start.offset ?? 0) + '[^'.length;
      const range = { start, end: chunk.text.indexOf(']', start) };
      if (range.end > start) labels.push({ identifier: node.identifier, range: inFile(range, origin) });
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  for (const node of chunk.nodes) visit(node);
  return labels;
}
