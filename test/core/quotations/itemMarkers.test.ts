/** A list of the source quoted in running text, with the numbers or signs of its items. */
import assert from 'node:assert/strict';
import { verify } from './support.ts';

const source = `---
id: s
---

The list is this:

1. carry the water uphill
2. count the *stones* twice
3. **go home** before dark

Of the yard:

- red lamps
- blue lamps

> (a) the mill
> (b) the sea
`;

/** The status of a quotation, and what it is told to have otherwise. */
function told(words: string, place: string): string {
  const { results } = verify(`They say “${words}” [@s, ${place}].\n`, { 'sources/s.md': source });
  return results
    .map(({ status, diff }) =>
      [
        status,
        ...diff.flatMap(({ kind, quoted }) => (['changed', 'added'].includes(kind) ? [quoted] : [])),
      ].join(': '),
    )
    .join();
}

describe('the markers of a list in a quotation', () => {
  for (const [words, place] of [
    ['1. carry the water uphill 2. count the stones twice', '¶ 2'],
    ['carry the water uphill 2. count the stones', '¶ 2'],
    ['(1) carry the water uphill (2) count the stones twice (3) go home', '¶ 2'],
    ['1) carry the water […] 3) go home before dark', '¶ 2'],
    ['carry the water uphill, … 3. go home', '¶ 2'],
    ['The list is this: 1. carry the water uphill', '¶¶ 1-2'],
    ['red lamps • blue lamps', '¶ 4'],
    ['- red lamps - blue lamps', '¶ 4'],
    ['(a) the mill (b) the sea', '¶ 5'],
    ['a) the mill b) the sea', '¶ 5'],
  ] as const)
    it(`are no words of it: ${words}`, () => assert.equal(told(words, place), 'verbatim'));

  for (const [words, place, altered] of [
    ['1. carry the water uphill 3. count the stones twice', '¶ 2', '3.'],
    ['carry the 2. water uphill', '¶ 2', '2.'],
    ['1. carry the oil uphill 2. count the stones twice', '¶ 2', 'oil'],
    ['1. red lamps 2. blue lamps', '¶ 4', '1.: 2.'],
    ['(a) the mill (c) the sea', '¶ 5', '(c)'],
  ] as const)
    it(`are those of its items: ${words}`, () => assert.equal(told(words, place), `altered: ${altered}`));
});
