import assert from 'node:assert/strict';
import search from 'approx-string-match';
import fc from 'fast-check';
import { BitPattern, type Likeness } from '../../../src/core/match/bitPattern.ts';
import type { Range } from '../../../src/core/text.ts';
import { inventedParagraphs, random } from './invented.ts';
import { runs } from '../../support/runs.ts';

const letters = (most: number) =>
  fc.string({ unit: fc.constantFrom(...'aabcd é'), minLength: 1, maxLength: most });

/** What the library finds: all matches with the fewest errors. Within a part of a text, by offsets into the text. */
function foundBySearch(text: string, words: string, { start, end }: Range, most: number): Likeness[] {
  return search(text.slice(start, end), words, most).map((match) => ({
    range: { start: start + match.start, end: start + match.end },
    errors: match.errors,
  }));
}

describe('words prepared for searching many stretches', () => {
  it('are nearest where a search says that they are', () => {
    fc.assert(
      fc.property(
        letters(120),
        letters(300),
        fc.nat(70),
        fc.nat(40),
        fc.nat(40),
        (words, text, most, start, left) => {
          const from = Math.min(start, text.length);
          const range = { start: from, end: Math.max(text.length - left, from) };
          const pattern = new BitPattern(words);
          const expected = foundBySearch(text, words, range, most);
          const wider = most + (start % 5);
          assert.deepEqual(pattern.nearest(text, pattern.likely(text, range, wider), most), expected);
          assert.deepEqual(pattern.nearest(text, [range], most), expected);
          assert.deepEqual(pattern.firstNearest(text, [range], most), expected[0]);
        },
      ),
      { numRuns: runs(3000) },
    );
  });

  it('are nearest in a long text where a search says that they are', () => {
    const next = random(3);
    const text = inventedParagraphs(60_000, next).join(' ');
    fc.assert(
      fc.property(
        fc.nat(text.length),
        fc.integer({ min: 1, max: 400 }),
        fc.array(fc.nat(399), { maxLength: 30 }),
        fc.nat(60),
        (from, length, changes, most) => {
          let words = text.slice(from, from + length);
          for (const at of changes) words = `${words.slice(0, at)}x${words.slice(at + (at % 2))}`;
          const all = { start: 0, end: text.length };
          assert.deepEqual(
            new BitPattern(words).nearest(text, [all], most),
            foundBySearch(text, words, all, most),
          );
        },
      ),
      { numRuns: runs(60) },
    );
  });

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
