import assert from 'node:assert/strict';
import fc from 'fast-check';
import { WordRunIndex, wordWindowsOf } from '../../../src/core/match/wordRuns.ts';
import { blankRanges } from '../../../src/core/text.ts';

describe('the index of windows of words, in a text with gaps,', () => {
  const text = Array.from({ length: 150 }, (_, at) => `lamp${at % 7} and a${at % 5} wick${at % 11}`).join(
    ' ',
  );

  it('takes gaps as the spaces that stand there otherwise', () => {
    const index = new WordRunIndex([wordWindowsOf(text)]);
    const gaps = fc.array(
      fc.tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 60 })).map(([start, length]) => ({
        start,
        end: Math.min(text.length, start + length),
      })),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(gaps, (drawn) => {
        const ordered = drawn.sort((a, b) => a.start - b.start);
        const blanked = index.startsOfRuns(blankRanges(text, ordered));
        assert.deepEqual(index.startsOfRuns(text, ordered), blanked);
      }),
      { numRuns: 200 },
    );
  });
});
