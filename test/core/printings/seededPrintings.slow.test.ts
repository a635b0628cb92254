import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/support/paths.ts';
import { alignPrintings } from '../../../src/core/printings/alignPrintings.ts';
import { runs } from '../../support/runs.ts';
import { handedText, measure, paragraphsOf, passagesOf } from './measure.ts';
import { changedPrinting, seededRandom } from './seededChanges.ts';

const sample = paragraphsOf(
  readFileSync(join(root, 'examples/study-folder/sources/reading-together.md'), 'utf8'),
);
const others = readFileSync(join(root, 'docs/reliability.md'), 'utf8')
  .split(/\n{2,}/)
  .filter((text) => text.length > 150 && /^\p{L}/u.test(text))
  .map((text) => text.replace(/\s+/g, ' '));

/** Words changed, locators that may be wrong of 30,400, and the share that may be doubtful. */
const aims = [
  { words: 0, wrong: 0, doubtful: 0.01 },
  { words: 0.05, wrong: 0, doubtful: 0.02 },
  { words: 0.1, wrong: 0, doubtful: 0.03 },
  { words: 0.2, wrong: 1, doubtful: 0.08 },
];

describe('printings with changes that are known', function () {
  this.timeout(300_000);

  for (const { words, wrong, doubtful } of aims)
    it(`move ${String(words * 100)} % of the words of the sample, and nothing wrongly`, () => {
      const measured = measure(sample, others, { printings: runs(60), changes: 2, words }, 1);
      assert.ok(measured.wrong <= wrong, measured.faults.join('\n'));
      const share = measured.doubtful / measured.locators;
      // Of a short text with two changes more is beside a change.
      assert.ok(share <= 2 * doubtful, `${String(share)} are doubtful`);
    });

  for (const { words, wrong, doubtful } of aims)
    it(`move ${String(words * 100)} % of the words of printings of 76 paragraphs`, function () {
      const [text, foreign] = ['evenings.en.md', 'reading.en.md'].map(handedText);
      if (text === undefined || foreign === undefined) {
        console.log('      skipped: the texts are not at ../shared/translations');
        this.skip();
      }
      const added = paragraphsOf(foreign).filter((one) => one.length > 150);
      // The long runs move the 30,400 locators of 400 printings.
      const printings = runs(100, 8);
      const measured = measure(paragraphsOf(text), added, { printings, changes: 5, words }, 1);
      assert.equal(measured.locators, 76 * printings);
      assert.ok(measured.wrong <= wrong, measured.faults.join('\n'));
      assert.ok(
        measured.doubtful / measured.locators <= doubtful,
        `${String(measured.doubtful)} are doubtful`,
      );
    });

  it('are aligned in time, also where everything is the same or nothing', () => {
    const vocabulary = sample.join(' ').split(' ');
    const random = seededRandom(5);
    const word = (): string => vocabulary[Math.floor(random() * vocabulary.length)] ?? '';
    const paragraph = (): string => Array.from({ length: 45 }, word).join(' ');
    const old = Array.from({ length: 10_000 }, paragraph);
    const { texts } = changedPrinting(old, 3, { count: 500, words: 0.1, foreign: others });
    const same = Array.from({ length: 5000 }, () => 'One and the same paragraph again and again.');
    const pairs: readonly (readonly [readonly string[], readonly string[]])[] = [
      [old, texts],
      [same, same],
      [same, old],
      [['la '.repeat(100_000)], ['la '.repeat(90_000) + 'lo '.repeat(10_000)]],
    ];
    for (const [one, other] of pairs) {
      const start = process.cpuUsage();
      alignPrintings(passagesOf(one), passagesOf(other));
      const { user, system } = process.cpuUsage(start);
      assert.ok((user + system) / 1e6 < 5, `${String((user + system) / 1e6)} s`);
    }
  });
});
