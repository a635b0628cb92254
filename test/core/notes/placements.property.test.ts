import assert from 'node:assert/strict';
import { runs } from '../../support/runs.ts';
import { placementsOf } from './placements.ts';

/** So many notes of each kind are placed by `npm run test:long`. */
const wholeCount = 2000;
const count = Math.min(wholeCount, runs(300));

describe('notes on a source that is revised', function () {
  this.timeout(600_000);

  // Of 2,000 notes, 120 of the hard text are lost and 76 of the prose; of the first 300, some more.
  for (const [name, isHard, mostLost] of [
    ['with few words and sentences that repeat', true, 0.08],
    ['in prose', false, 0.05],
  ] as const)
    it(`${name}: none is on other words but those of a copy, and few lose their place`, () => {
      const { wrong, onCopy, lost, right, firstOffered, clearRight, clearWrong } = placementsOf(
        count,
        isHard,
        1,
      );
      assert.equal(wrong, 0);
      assert.ok(onCopy <= count * 0.01, `${String(onCopy)} on the copy of their paragraph`);
      assert.ok(lost <= count * mostLost, `${String(lost)} of ${String(count)} lost`);
      assert.ok(right > count * 0.65, `${String(right)} right`);
      assert.ok(
        firstOffered >= lost * (count === wholeCount ? 0.75 : 0.6),
        `${String(firstOffered)} of ${String(lost)} offered first`,
      );
      assert.ok(clearRight > 0 && clearWrong <= clearRight * 0.05, `${String(clearWrong)} clear, and wrong`);
    });
});
