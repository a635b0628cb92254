import assert from 'node:assert/strict';
import search from 'approx-string-match';
import fc from 'fast-check';
import { BitPattern } from '../../../src/core/match/bitPattern.ts';
import { runs } from '../../support/runs.ts';

const letters = (most: number) =>
  fc.string({ unit: fc.constantFrom(...'aabcd é'), minLength: 1, maxLength: most });

describe('words prepared for asking many stretches', () => {
  it('stand where a search finds them, with as many errors', () => {
    fc.assert(
      fc.property(letters(100), letters(200), fc.nat(60), fc.nat(40), (words, text, most, start) => {
        const range = { start: Math.min(start, text.length), end: text.length };
        const found = search(text.slice(range.start), words, most).length > 0;
        const isSure = most >= words.length;
        assert.equal(new BitPattern(words).standsIn(text, range, most), found || isSure);
      }),
      { numRuns: runs(2000) },
    );
  });

  it('stand in a stretch that holds them with some changes, however long', () => {
    fc.assert(
      fc.property(letters(900), fc.array(fc.nat(899), { maxLength: 5 }), (words, changes) => {
        let changed = words;
        for (const at of changes) changed = `${changed.slice(0, at)}x${changed.slice(at + 1)}`;
        const text = `zz${changed}zz`;
        assert.ok(new BitPattern(words).standsIn(text, { start: 0, end: text.length }, changes.length));
      }),
      { numRuns: runs(300) },
    );
  });
});
