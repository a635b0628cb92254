import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isChange, quotationMessage } from '../../../src/core/check/quotationMessages.ts';
import { inWords } from '../../../src/core/messages.ts';
import { runs } from '../../support/runs.ts';
import { verify } from './support.ts';

const passage =
  'The yard used 50 % of the oil -- “all of it”, they said; and 1,000 km (or so) of wick … It\u2019s the workers\u2019 yard: 1. 5 and 1.5, non-violent, [they say] and “so on.”[^1] What? No!';
const source = `---\nid: s\n---\n\n${passage}\n\nThe second paragraph is here.\n\n[^1]: A note.\n`;
const odd = fc.constantFrom(
  ...' |  |\n|\u00A0|,|;|:|-|--|\u2014|\u2019|“|”|"|\'|.|...|…|(|)|[|]|[…]|[sic]|[a]|*|1|0|s|the |%|\u00AD|\u0301'.split(
    '|',
  ),
);

describe('reasons of findings on quotations', () => {
  it('are never empty: what is altered differs in something that can be shown', () => {
    const edit = fc.tuple(fc.nat(), odd, fc.nat(2));
    fc.assert(
      fc.property(
        fc.nat(),
        fc.nat(),
        fc.array(edit, { minLength: 1, maxLength: 3 }),
        (from, length, edits) => {
          const start = from % passage.length;
          let words = passage.slice(start, start + 20 + (length % 90)).replace('[^1]', '');
          for (const [at, put, removed] of edits) {
            const place = at % (words.length + 1);
            words = words.slice(0, place) + put + words.slice(place + removed);
          }
          for (const paper of [
            `> ${words.replace(/\n/gu, '\n> ')}\n>\n> [@s, ¶ 1]\n`,
            `It says “${words}” [@s].\n`,
          ])
            for (const result of verify(paper, { 'sources/s.md': source }).results) {
              if (result.status !== 'altered') continue;
              const changes = result.diff.filter(isChange);
              // Parts that stand in other places, or in another order, are a reason of their own.
              assert.ok(changes.length > 0 || result.scattered.length > 1, paper);
              for (const part of changes) assert.notEqual(part.quoted.trim(), part.source.trim(), paper);
              assert.doesNotMatch(inWords(quotationMessage(result)), /spaces or signs|: \.$/u, paper);
            }
        },
      ),
      { numRuns: runs(200) },
    );
  });
});
