import assert from 'node:assert/strict';
import fc from 'fast-check';
import { overlaps, PlacedRanges, type Range } from '../../../src/core/text/range.ts';

const range = fc
  .tuple(fc.nat(30), fc.nat(12))
  .map(([start, length]): Range => ({ start, end: start + length }));

describe('ranges by place', () => {
  it('are found as by looking at each of them', () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 12 }), range, (ranges, wanted) => {
        const items = ranges.map((each) => ({ range: each })).sort((a, b) => a.range.start - b.range.start);
        const placed = new PlacedRanges(items);
        assert.deepEqual(
          placed.overlapping(wanted),
          items.filter((item) => overlaps(item.range, wanted)),
        );
        assert.deepEqual(
          placed.at(wanted),
          items.filter((item) => item.range.start === wanted.start && item.range.end === wanted.end),
        );
      }),
    );
  });
});
