import assert from 'node:assert/strict';
import { runs } from '../../support/runs.ts';
import { placementsOf } from './placements.ts';

/** So many notes of each kind are placed by `npm run test:long`. */
const wholeCount = 2000;
const count = Math.min(wholeCount, runs(300));

describe('notes on a source that is revised', function () {
  this.timeout(600_000);

  // Before places were found by their context, 13 in 100 of the hard text were lost, and 6 of the prose.
  for (const [name, isHard, mostLost] of [
    ['with few words and sentences that repeat', true, 0.115],
    ['in prose', false, 0.055],
  ] as const)
    it(`${name}: none is on other words but those of a copy, and few lose their place`, () => {
      const { wrong, onCopy, lost, right, firstOffered } = placementsOf(count, isHard, 1);
      assert.equal(wrong, 0);
      assert.ok(onCopy <= count * 0.01, `${String(onCopy)} on the copy of their paragraph`);
      assert.ok(lost <= count * mostLost, `${String(lost)} of ${String(count)} lost`);
      assert.ok(right > count * 0.65, `${String(right)} right`);
      assert.ok(firstOffered * 2 >= lost, `${String(firstOffered)} of ${String(lost)} offered first`);
    });
});
