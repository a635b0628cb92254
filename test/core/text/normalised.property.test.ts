import assert from 'node:assert/strict';
import fc from 'fast-check';
import { countWords, hasWord, normaliseText } from '../../../src/core/text.ts';
import { runs } from '../../support/runs.ts';

const sign = fc.constantFrom(
  ...[
    'a',
    'B',
    '7',
    ' ',
    '  ',
    '-',
    '“',
    '’',
    '\n',
    '\t',
    'é',
    'e\u0301',
    '\u00A0',
    '\u00AD',
    '—',
    '…',
    '𝒳',
    '\uD835',
    '_',
  ],
);
const text = fc.array(sign, { maxLength: 12 }).map((signs) => signs.join(''));

describe('normalised text', () => {
  it('is its own normalised text, and stays what it is among letters', () => {
    fc.assert(
      fc.property(text, (written) => {
        const normalised = normaliseText(written);
        assert.equal(normaliseText(normalised), normalised);
        // A letter beyond ASCII, which normalising leaves as it is, makes the text be looked at unit by unit.
        assert.equal(normaliseText(`ß${written}ß`).slice(1, -1).trim(), normalised);
      }),
      { numRuns: runs(1000) },
    );
  });

  it('has as many words as tokens with a letter or a digit', () => {
    fc.assert(
      fc.property(text, (written) => {
        assert.equal(countWords(written), written.split(' ').filter(hasWord).length);
      }),
      { numRuns: runs(1000) },
    );
  });
});
