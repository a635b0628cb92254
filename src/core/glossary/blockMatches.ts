import { type MappedText, originalRange, type Range } from '../text.ts';
import type { TermNames } from './forms.ts';
import { matchTerms, type TermMatcher, type TermUse } from './matcher.ts';

/** Parts two blocks: no term reaches across a paragraph separator (`words.ts`). */
const separator = '\u2029';

/** What `matchTerms` finds in each of several texts; in one pass over all of them, which short texts are not worth each. */
export function matchInBlocks<T extends TermNames>(
  matcher: TermMatcher<T>,
  blocks: readonly MappedText[],
): TermUse<T>[][] {
  const found = blocks.map((): TermUse<T>[] => []);
  let index = 0;
  let from = 0;
  for (const use of matchTerms(matcher, blocks.map(({ text }) => text).join(separator))) {
    while (use.range.start > from + (blocks[index]?.text.length ?? Infinity))
      from += (blocks[index++]?.text.length ?? 0) + separator.length;
    const block = blocks[index];
    if (block) found[index]?.push(inBlock(use, block, from));
  }
  return found;
}

function inBlock<T extends TermNames>(use: TermUse<T>, block: MappedText, from: number): TermUse<T> {
  const own = ({ start, end }: Range): Range => ({ start: start - from, end: end - from });
  const origin = (range: Range): Range => originalRange(block, own(range)) ?? { start: 0, end: 0 };
  const { start, end } = own(use.range);
  return {
    range: origin(use.range),
    // From the block, so that the text of all blocks is let go of.
    text: block.text.slice(start, end),
    term: use.term,
    form: use.form,
    rivals: use.rivals,
    nested:
      use.nested.length > 0
        ? use.nested.map(({ range, term, form }) => ({ range: origin(range), term, form }))
        : use.nested,
  };
}
