import type { Nodes } from 'mdast';
import type { PlacedChunk } from '../blocks.ts';

const definitionMark = /(?:^|\n)[ \t>]*[:~][ \t]/;

/** Whether a block ends with a part of a definition list, `: text`. */
export function isDefinition(node: Nodes, text: string): boolean {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  return (
    node.type === 'paragraph' &&
    start !== undefined &&
    end !== undefined &&
    definitionMark.test(text.slice(start, end))
  );
}

/**
 * Tells whether indented code of CommonMark continues a definition list (`: text`) from an earlier chunk. Chunks must be
 * asked about in order.
 */
export class Definitions {
  private asked = 0;
  private answer = false;

  constructor(private readonly chunks: readonly PlacedChunk[]) {}

  /**
   * Whether the code at the start of a chunk belongs to a definition before it; undefined where the chunk does not start
   * with code.
   */
  goOnIn(index: number): boolean | undefined {
    if (this.chunks[index]?.chunk.blocks[0]?.type !== 'code') return undefined;
    for (let at = index - 1; at >= this.asked; at--) {
      const { blocks = [], text = '' } = this.chunks[at]?.chunk ?? {};
      const last = blocks.findLast((node) => node.type !== 'code');
      if (last === undefined) continue;
      this.answer = isDefinition(last, text);
      break;
    }
    this.asked = index;
    return this.answer;
  }
}
