import type { Image, ImageReference, Nodes } from 'mdast';
import { imageTextOf, rangeOf } from '../../blocks.ts';
import { firstIndex } from '../../text.ts';
import type { DraftQuotation } from './draft.ts';
import { readInlineQuotations } from './inlineQuotations.ts';
import { markedOf } from './markedParagraph.ts';
import { readProse, type ProseSource } from './paragraphProse.ts';

/**
 * Returns the quotations in the texts of the images of a block, each of which is prose of its own. One without a citation has
 * the first that follows its image in the block.
 */
export function imageQuotations(block: Nodes, source: ProseSource): DraftQuotation[] {
  if (!source.text.slice(rangeOf(block).start, rangeOf(block).end).includes('![')) return [];
  return imagesIn(block).flatMap((image) => {
    const text = imageTextOf(image);
    const own = readInlineQuotations([markedOf(readProse(text, source))]);
    const drafts = [...own, ...text.flatMap((node) => imageQuotations(node, source))];
    return drafts.map((draft) =>
      draft.citing.length > 0 ? draft : { ...draft, citing: citingAfter(image, block, source) },
    );
  });
}

function imagesIn(node: Nodes): (Image | ImageReference)[] {
  if (node.type === 'image' || node.type === 'imageReference') return [node];
  return 'children' in node ? node.children.flatMap(imagesIn) : [];
}

function citingAfter(
  image: Nodes,
  block: Nodes,
  { groups, firstGroup }: ProseSource,
): DraftQuotation['citing'] {
  const after = firstIndex(groups, ({ start }) => start >= rangeOf(image).end);
  const group = groups[after];
  return group && group.end <= rangeOf(block).end ? [firstGroup + after] : [];
}
