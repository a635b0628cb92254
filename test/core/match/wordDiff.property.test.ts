import assert from 'node:assert/strict';
import fc from 'fast-check';
import { alignWords } from '../../../src/core/match/wordDiff.ts';
import { runs } from '../../support/runs.ts';

const vocabulary = 'the of mill river miller grinds Flour bread slowly not never lamp lamps, and. so'.split(
  ' ',
);
const word = fc.constantFrom(...vocabulary);

/** A source of some hundred words, and a quotation of most of them with words dropped, added, exchanged, marked and left out. */
const quoted = fc
  .record({
    source: fc.array(word, { minLength: 340, maxLength: 420 }),
    start: fc.nat(40),
    length: fc.integer({ min: 320, max: 380 }),
    edits: fc.array(
      fc.record({
        at: fc.nat(379),
        gone: fc.nat(3),
        words: fc.constantFrom('', 'wheel', 'lamp', '…', '[so]'),
      }),
      { maxLength: 30 },
    ),
  })
  .map(({ source, start, length, edits }) => {
    const words = source.slice(start, start + length);
    for (const { at, gone, words: added } of edits) words.splice(at, gone, ...(added === '' ? [] : [added]));
    return [words.join(' '), source.join(' ')] as const;
  });

describe('the alignment of long quotations', () => {
  it('is that of the whole table of their words', () => {
    fc.assert(
      fc.property(quoted, ([quotation, source]) => {
        assert.deepEqual(alignWords(quotation, source), alignWords(quotation, source, true));
      }),
      { numRuns: runs(60) },
    );
  });

  it('reaches over many pages', () => {
    const words = Array.from({ length: 6000 }, (_, at) => `w${((at * 7919) % 7001).toString(36)}en`);
    const source = words.join(' ');
    const { agreement, range, steps } = alignWords(source.replace(/(?<=.{9000}) w\w+/, ' other'), source);
    assert.ok(agreement > 0.999);
    assert.deepEqual(range, { start: 0, end: source.length });
    assert.deepEqual(
      steps.map(({ kind }) => kind),
      ['same', 'changed', 'same'],
    );
  });

  it('is that of the whole table where nothing agrees', () => {
    const quotation = 'wheel '.repeat(400);
    const source = 'river mill '.repeat(200);
    assert.deepEqual(alignWords(quotation, source), alignWords(quotation, source, true));
  });
});
