import assert from 'node:assert/strict';
import fc from 'fast-check';
import { likelyNumbers } from '../../../src/core/check/locatorFixes.ts';

const upTo =
  (count: number) =>
  (number: number): boolean =>
    number >= 1 && number <= count;

describe('numbers that may have been meant', () => {
  it('exist, and are what was written without some of its digits', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), fc.integer({ min: 1, max: 3000 }), (number, count) => {
        const written = String(number);
        const likely = likelyNumbers(written, upTo(count));
        assert.ok(likely.length <= 4);
        assert.equal(new Set(likely).size, likely.length);
        for (const one of likely) {
          assert.ok(upTo(count)(one));
          assert.match(written, new RegExp([...String(one)].join('.*')));
        }
      }),
    );
  });
});
