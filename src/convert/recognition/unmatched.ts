import { type Block, type Choice, type Item, plainOf, textOfBlock } from '../blocks.ts';
import type { UnclaimedPiece } from './pieces.ts';

/** The kind that words outside the edition have until a person decides. */
export function choiceOf(item: Item | undefined, piece: UnclaimedPiece): Choice {
  const kind = item?.kind;
  if (kind === 'heading' || kind === 'quotation' || kind === 'furniture') return kind;
  return kind === undefined && piece.words < 3 ? 'furniture' : 'paragraph';
}

/** Words outside the edition as a block. `at` distinguishes neighbouring quotations. */
export function ownBlock(block: Block, kind: Choice, at: number): Block {
  if (kind === 'heading') return { ...block, kind: 'heading', depth: 3 };
  if (kind === 'quotation') return { ...block, quotation: 1_000_000 + at };
  return textOfBlock(block) === plainOf(block.runs)
    ? { ...block, kind: block.kind === 'verse' ? 'verse' : 'paragraph' }
    : block;
}
