import type { Range } from '../../text.ts';
import type { DraftQuotation } from './draft.ts';

/** One of the texts that are read together, with its place among them. */
interface WholeText {
  readonly text: string;
  readonly base: number;
}

/** Whether there is nothing but marks of emphasis and punctuation beside a quotation from the first paragraph to the last. */
export function fillsParagraphs(
  { outer }: DraftQuotation,
  [first, last]: readonly [Range, Range],
  members: readonly WholeText[],
): boolean {
  return (
    /^[\s*_]*$/u.test(textBetween(members, first.start, outer.start)) &&
    /^[\s*_.,;:!?\u2026]*$/u.test(textBetween(members, outer.end, last.end))
  );
}

function textBetween(members: readonly WholeText[], start: number, end: number): string {
  const member = members.findLast(({ base }) => base <= start);
  return member ? member.text.slice(start - member.base, Math.max(start, end) - member.base) : '';
}
