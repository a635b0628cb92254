import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type AlignmentLine, type TextAlignment, withConfirmedGroups } from '../../../src/core/alignment.ts';

const print = (side: string, number: number): string => `${side}${number}`.padEnd(16, '0');
const printsOf = (side: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => print(side, at + 1));
const prints = { base: printsOf('b', 6), text: printsOf('c', 6) };

const line = (base: number[], text: number[], state: AlignmentLine['state']): AlignmentLine => ({
  base: base.map((number) => [number, print('b', number)]),
  text: text.map((number) => [number, print('c', number)]),
  state,
});
const before: TextAlignment = {
  base: 'lamp',
  text: 'lampe',
  groups: [
    line([1], [1], 'computed'),
    line([2, 3], [2], 'open'),
    line([4], [3], 'confirmed'),
    line([5], [4, 5], 'computed'),
  ],
  notes: [],
};
const anna = { by: 'Anna', on: '2026-11-29' };

describe('what a person says of any paragraphs', () => {
  it('names each paragraph at most once, and loses no other', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 3 });
    fc.assert(
      fc.property(numbers, numbers, (base, text) => {
        const { groups } = withConfirmedGroups(before, [{ base, text }], prints, anna);
        for (const side of ['base', 'text'] as const) {
          const named = groups.flatMap((one) => one[side].map(([at]) => at));
          assert.equal(new Set(named).size, named.length);
          const known = before.groups.flatMap((one) => one[side].map(([at]) => at));
          assert.ok(known.every((at) => named.includes(at)));
        }
      }),
    );
  });
});
