/** Sentences of a source that a paper quotes in another order, or as if nothing stood between them. */
import assert from 'node:assert/strict';
import { verify } from './support.ts';

const source = `---
id: s
---

A strike is not a pause in the work. It is work of another kind.

Every harbour silts up, and the mud does not argue.

To organise is to remember together.

1. a day of ten hours for all hands;
2. no fines without a hearing.

| Haul away, the night is long,
| The mast is thin, the wind is strong;
| We sing because the rope is wet.

In 1847 the company hired dockers; by 1851 it had dismissed nearly every one of them and all of their children, without a word of explanation.
`;

function told(paper: string): unknown[] {
  return verify(paper, { 'sources/s.md': source }).results.map(({ status, found, scattered }) => [
    status,
    found,
    scattered.map(({ words, found: places }) => `${words} ${places.join()}`),
  ]);
}

describe('sentences that stand apart in the source', () => {
  const reads = (paper: string, status: string, found: number[], ...parts: string[]): void => {
    it(paper.replace(/\n/gu, '⏎'), () => assert.deepEqual(told(paper), [[status, found, parts]]));
  };
  reads(
    '“A strike is not a pause in the work. To organise is to remember together” [@s, ¶ 1].',
    'altered',
    [1, 3],
    'A strike is not a pause in the work 1',
    'To organise is to remember together 3',
  );
  reads(
    '> 1. no fines without a hearing;\n> 2. a day of ten hours for all hands;\n>\n> [@s, ¶ 4]',
    'altered',
    [4],
    'no fines without a hearing 4',
    'a day of ten hours for all hands 4',
  );
  reads(
    '> | The mast is thin, the wind is strong;\n> | Haul away, the night is long,\n>\n> [@s, ¶ 5]',
    'altered',
    [5],
    'The mast is thin, the wind is strong 5',
    'Haul away, the night is long 5',
  );
  reads('“A strike is a pause in the work. To organise is to forget together” [@s, ¶ 3].', 'not-found', []);
  reads('“In 1847 the company hired dockers, without a word of explanation” [@s, ¶ 6].', 'altered', [6]);
  reads('“To organise is to remember together. We know.” [@s, ¶ 3].', 'altered', [3]);
});
