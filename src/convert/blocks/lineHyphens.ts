import { type Block, plainOf, sliceRuns } from './block.ts';

/** The block with one of its `lineHyphens` read the other way: taken away, or put back. */
export function withToggledHyphen(block: Block, at: number): Block {
  const hyphen = block.lineHyphens?.[at];
  if (!hyphen) return block;
  const { offset, keeps } = hyphen;
  const length = plainOf(block.runs).length;
  const middle = keeps ? [] : [{ text: '-' }];
  const runs = [
    ...sliceRuns(block.runs, 0, offset),
    ...middle,
    ...sliceRuns(block.runs, keeps ? offset + 1 : offset, length),
  ];
  const shift = keeps ? -1 : 1;
  const lineHyphens = (block.lineHyphens ?? []).map((one, index) =>
    index === at
      ? { offset, keeps: !keeps }
      : one.offset > offset
        ? { ...one, offset: one.offset + shift }
        : one,
  );
  return { ...block, runs, lineHyphens };
}

/** The two ways to spell the word that one of the `lineHyphens` of a block divides. */
export interface Spellings {
  readonly joined: string;
  readonly hyphened: string;
}

/** The spellings at a hyphen, without the signs around the word. Undefined if there is no such hyphen. */
export function spellingsAt(block: Block, at: number): Spellings | undefined {
  const hyphen = block.lineHyphens?.[at];
  if (!hyphen) return undefined;
  const { offset, keeps } = hyphen;
  const plain = plainOf(block.runs);
  const head = /[\p{L}\p{M}\p{N}'’\u2010-]*$/u.exec(plain.slice(0, offset))?.[0] ?? '';
  const rest = /^[\p{L}\p{M}\p{N}'’\u2010-]*/u.exec(plain.slice(keeps ? offset + 1 : offset))?.[0] ?? '';
  return { joined: `${head}${rest}`, hyphened: `${head}-${rest}` };
}
