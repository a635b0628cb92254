import { type MappedText, originalRange, type Range } from '../text.ts';
import type { TermNames } from './forms.ts';
import { matchTerms, type TermMatcher, type TermUse } from './matcher.ts';

/** Separates two blocks. No term spans a paragraph separator (`words.ts`). */
const separator = '\u2029';

/** Finds the terms in each of several texts, in a single pass, because a pass for each short text would be slow. */
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
    // Sliced from the block, so that the joined text of all blocks can be freed.
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
