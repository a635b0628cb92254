import assert from 'node:assert/strict';
import { verify } from './support.ts';

/** A source about lamps. Its first note has the label `a`, and is the first by its mark. */
const source = `---
id: s
---

The yard used 50 % of the oil of the town, and 3 km of wick. It won ; did it (so they say) ? « Oui, oui » he said -- so it was. Wait... what then? The workers' state is not "dear" to the Prime Minister.

Its resign-
ation was known in the pre- and post-war town, z. B. in J. R. R. Tolkien. About 10 000 men (so many ) came.[^a] “What?” he said.

“Then the oil came again, from the sea. It cost 5 €. The difference[^b] lies in the oil.

In 1917[^b] they left; 50 went, cannot return at 1.5 or -5 degrees: a re-sign of resign, 1, 2.

[^a]: The first.

[^b]: The second.
`;

function check(status: string, quotations: readonly string[], number: number): void {
  for (const words of quotations)
    it(`${status}: ${words.replaceAll('\n', '⏎')}`, () => {
      const paper = words.startsWith('> ')
        ? `${words}\n>\n> [@s, ¶¶ ${String(number)}-4]\n`
        : `It says “${words}” [@s, ¶¶ ${String(number)}-4].\n`;
      const { results } = verify(paper, { 'sources/s.md': source });
      assert.deepEqual(
        results.map((result) => result.status),
        [status],
      );
    });
}

describe('spaces and marks alone make no difference', () => {
  describe('in the first paragraph', () => {
    check(
      'verbatim',
      [
        'used 50% of the oil of the town, and 3km of wick',
        '3km of wick',
        'It won; did it (so they say)? «Oui, oui» he said—so it was',
        'It won\u202F; did it (so they say)\u00A0? «\u00A0Oui, oui\u00A0» he said --- so it was. Wait… what',
        'It w[o]n; did it',
        'It [w]on; did it',
        'It wo[n]; did it',
        'did it [sic] (so they say)?',
        'is not [sic] ‘dear’ to the Prime',
        'and 3 km [sic!] of wick',
        'the Prime Min-\nister',
        'the Prime Min- ister',
        '> “The yard used 50 % of the oil of the town”',
        '> “The yard used 50 % of the oil of the town',
        '> The yard used 50 % of the oil of the town”',
      ],
      1,
    );
    check(
      'altered',
      [
        'The yard usedup 50 % of the oil',
        'used 5 0 % of the oil',
        'used 51% of the oil',
        'The workers state is not',
        'The worker’s state is not',
        'The workers’ state is not dear to the Prime Minister',
        'The yard1 used 50 % of the oil',
        'w[a]n; did it (so they say)',
      ],
      1,
    );
  });
  describe('in the others', () => {
    check(
      'verbatim',
      [
        'Its resignation was known in the pre- and post-war town',
        'z.B. in J.R.R. Tolkien. About 10000 men (so many) came',
        'About 10 000 men (so many) came.1 ‘What?’ he said',
        'men (so many) came.[1] ‘What?’ he said',
        'men (so many) came.¹ ‘What?’ he said',
        'the oil came again, from the sea. It cost 5€. The difference2 lies in the oil',
        'The difference[2] lies in the oil',
        'The difference^2^ lies in the oil',
        'The difference* lies in the oil',
        'In 19172 they left',
        'he said. Then the oil came',
        'a re-sign of re-\nsign',
        '> “What?” he said.\n>\n> Then the oil came again',
        '> “What?” he said.\n>\n> “Then the oil came again',
      ],
      2,
    );
    check(
      'altered',
      [
        'known in the pre and post-war town',
        'known in the preand post-war town',
        'About 100000 men (so many) came',
        'men (so many) came.2 ‘What?’ he said',
        'The difference3 lies in the oil',
        'In 19171 they left',
        '50 went, can not return at',
        'cannot return at 15 or -5',
        'at 1.5 or 5 degrees',
        'degrees: a resign of resign',
        'a re-sign of re-sign',
        'a re-sign of resign, 1,2',
      ],
      2,
    );
  });
});
