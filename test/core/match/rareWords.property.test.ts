import assert from 'node:assert/strict';
import fc from 'fast-check';
import { selfMapped } from '../../../src/core/match/comparable.ts';
import { buildPassageIndex } from '../../../src/core/match/passageIndex.ts';
import { stretchesByRareWords } from '../../../src/core/match/approximate.ts';
import { alignWords } from '../../../src/core/match/wordDiff.ts';
import { runs } from '../../support/runs.ts';

const vocabulary = [
  'the',
  'of',
  'and',
  'not',
  'struggles',
  'Struggles',
  'struggle',
  'organisers',
  'meetings',
];
const more = ['meeting', 'question', 'questioned', 'ourselves', 'it', 'anniversary', '1917', ',', '.', '-'];
const words = (least: number, most: number) =>
  fc.array(fc.constantFrom(...vocabulary, ...more), { minLength: least, maxLength: most });
const edits = fc.array(fc.record({ at: fc.nat(9), word: fc.constantFrom(...vocabulary, ...more) }), {
  maxLength: 3,
});
const indexOf = (text: string) => buildPassageIndex([{ text: selfMapped(text), continues: true }]);

describe('rare words', () => {
  it('lead to every stretch that can be aligned at the cost', () => {
    let told = 0;
    fc.assert(
      fc.property(words(20, 60), edits, fc.integer({ min: 1, max: 60 }), (source, changes, tenths) => {
        const index = indexOf(source.join(' '));
        const quoted = source.slice(5, 15);
        for (const { at, word } of changes) quoted[at] = word;
        const text = quoted.join(' ');
        const most = tenths / 10;
        const best = alignWords(text, index.text);
        const stretches = stretchesByRareWords(index, text, most);
        if (!stretches || best.cost > most) return;
        told++;
        const costs = stretches.map(({ start, end }) => {
          const from = Math.max(0, start - 2 * text.length - 200);
          return alignWords(text, index.text.slice(from, end + 2 * text.length + 200)).cost;
        });
        assert.ok(Math.min(...costs) <= best.cost + 1e-9);
      }),
      { numRuns: runs(1500) },
    );
    assert.ok(told > 100, 'the property is about something');
  });

  it('tell nothing where words are short or common', () => {
    const index = indexOf('the line of the mass is not the line of the few. '.repeat(40));
    assert.equal(stretchesByRareWords(index, 'the line of the mass', 2), undefined);
    const common = indexOf('struggles everywhere '.repeat(40));
    assert.equal(stretchesByRareWords(common, 'struggles everywhere', 1), undefined);
  });

  it('say at once that words stand nowhere else', () => {
    const index = indexOf('We write about organisers, meetings and questions.');
    assert.deepEqual(stretchesByRareWords(index, 'completely different sentences altogether', 3), []);
  });
});
