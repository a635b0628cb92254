import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseMarkdown } from '../../../src/core/blocks/document.ts';
import { readCitations } from '../../../src/core/citations/readCitations.ts';

const sign = fc.constantFrom('¶', '¶ ', '¶¶ ', 'para. ', 'par. ', '');
const joint = fc.constantFrom('-', '–', ' - ', '–', ' to ', ', ', ' and ', ' & ', '; ', ', and ');
const number = fc.integer({ min: 1, max: 99 });
const written = fc
  .tuple(number, fc.array(fc.tuple(joint, sign, number), { maxLength: 3 }))
  .map(([first, more]) => `¶ ${String(first)}${more.map((each) => each.join('')).join('')}`);

const numbersIn = (text: string): string[] => text.match(/[0-9]+/g) ?? [];

describe('a suggestion for a locator', () => {
  it('loses no number, and no half of a range', () =>
    fc.assert(
      fc.property(written, (locator) => {
        const text = `[@a, ${locator}]`;
        for (const { attempt } of readCitations(parseMarkdown(text))) {
          if (attempt?.suggestion === undefined) continue;
          const { start, end } = attempt.range;
          assert.deepEqual(numbersIn(attempt.suggestion), numbersIn(text.slice(start, end)), text);
          const fixed = text.slice(0, start) + attempt.suggestion + text.slice(end);
          assert.deepEqual(numbersIn(fixed), numbersIn(text), fixed);
        }
      }),
    ));
});
