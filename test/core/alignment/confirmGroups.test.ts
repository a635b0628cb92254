import assert from 'node:assert/strict';
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
const alignment = (...groups: AlignmentLine[]): TextAlignment => ({
  base: 'lamp',
  text: 'lampe',
  groups,
  notes: [],
});
const anna = { by: 'Anna', on: '2026-11-29' };

const short = ({ base, text, state }: AlignmentLine): string =>
  `${base.map(([at]) => at).join('+')}–${text.map(([at]) => at).join('+')} ${state}`;

describe('what a person says of some paragraphs', () => {
  const before = alignment(
    line([1], [1], 'computed'),
    line([2, 3], [2], 'open'),
    line([4], [3], 'confirmed'),
    line([5], [4, 5], 'computed'),
  );

  it('takes the place of what was known of them, with who and when', () => {
    const { groups } = withConfirmedGroups(before, [{ base: [2, 3], text: [2] }], prints, anna);
    assert.deepEqual(groups.map(short), [
      '1–1 computed',
      '4–3 confirmed',
      '5–4+5 computed',
      '2+3–2 confirmed',
    ]);
    assert.deepEqual([groups[3]?.by, groups[3]?.on], ['Anna', '2026-11-29']);
  });

  it('leaves open what is left of the lines of which it takes a part', () => {
    const { groups } = withConfirmedGroups(before, [{ base: [2], text: [2] }], prints, anna);
    assert.deepEqual(groups.map(short), [
      '1–1 computed',
      '3– open',
      '4–3 confirmed',
      '5–4+5 computed',
      '2–2 confirmed',
    ]);
  });

  it('may be that nothing corresponds', () => {
    const said = [
      { base: [4], text: [] },
      { base: [], text: [3] },
    ];
    const { groups } = withConfirmedGroups(before, said, prints, { by: '', on: anna.on });
    assert.deepEqual(groups.slice(-2).map(short), ['4– confirmed', '–3 confirmed']);
    assert.ok(!('by' in (groups.at(-1) ?? {})));
  });

  it('leaves out paragraphs that are not there', () => {
    const said = [
      { base: [9], text: [] },
      { base: [6, 7], text: [6] },
    ];
    const { groups } = withConfirmedGroups(before, said, prints, anna);
    assert.equal(groups.length, before.groups.length + 1);
    assert.equal(short(groups.at(-1)!), '6–6 confirmed');
  });
});
