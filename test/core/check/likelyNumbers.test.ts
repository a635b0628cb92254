import assert from 'node:assert/strict';
import { likelyNumbers } from '../../../src/core/check/locatorFixes.ts';

const upTo =
  (count: number) =>
  (number: number): boolean =>
    number >= 1 && number <= count;

describe('numbers that may have been meant', () => {
  const cases: readonly [written: string, count: number, likely: readonly number[]][] = [
    ['102', 82, [12, 10, 2, 1]],
    ['112', 82, [12, 11, 2, 1]],
    ['122', 82, [12, 22, 2, 1]],
    ['1122', 82, [12, 22, 11, 2]],
    ['99', 82, [9]],
    ['0', 82, []],
    ['1002', 82, [12, 10, 2, 1]],
    ['82', 5, [2]],
    ['xii', 5, []],
    ['', 5, []],
  ];
  for (const [written, count, likely] of cases)
    it(`${written} of ${String(count)}`, () => assert.deepEqual(likelyNumbers(written, upTo(count)), likely));
});
