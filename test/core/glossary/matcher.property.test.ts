import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { formsOf, type TermNames } from '../../../src/core/glossary/forms.ts';
import { buildMatcher, matchTerms } from '../../../src/core/glossary/matcher.ts';
import { nameKey } from '../../../src/core/glossary/termTokens.ts';
import { bruteForce } from './oracle.ts';
import { runs } from '../../support/runs.ts';

describe('the matcher and the brute-force oracle', function () {
  this.timeout(120_000);
  const word = fc.constantFrom('a', 'b', 'ab', 'ba', 'a1', 'b’s', "a's", 'é');
  const name = fc
    .array(fc.tuple(word, fc.constantFrom(' ', '-')), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.map(([part, join], i) => (i > 0 ? join : '') + part).join(''));
  const terms = fc
    .array(
      fc.record({ name, aliases: fc.array(name, { maxLength: 2 }), not: fc.array(name, { maxLength: 1 }) }),
      { minLength: 1, maxLength: 6 },
    )
    .map(withoutSharedForms);
  const gaps = fc.constantFrom(
    ' ',
    ' ',
    ' ',
    '-',
    '\n',
    '\n> ',
    '  ',
    '\u00A0',
    '\n\n',
    ', ',
    ' - ',
    '--',
    '',
    '’',
    '\n>\n> ',
    '\u2011',
    '.',
  );
  const text = fc
    .array(fc.tuple(fc.oneof(word, fc.constantFrom('A', 'As', 'B', 'c', 'bs', 'abs')), gaps), {
      maxLength: 25,
    })
    .map((parts) => parts.flat().join(''));

  it('find the same', () => {
    fc.assert(
      fc.property(terms, text, (list, words) => {
        const expected = bruteForce(list, words);
        const uses = matchTerms(buildMatcher({ terms: list }), words);
        assert.deepEqual(
          uses.map(({ range, term: { name: used } }) => ({ ...range, term: used })),
          expected.uses,
        );
        assert.deepEqual(
          uses.map(({ nested }) => nested.map(({ range, term: inner }) => ({ ...range, term: inner.name }))),
          expected.nested,
        );
      }),
      { numRuns: runs(2000) },
    );
  });
});

/** Drops what a second term would claim of a first one, and what a `Not:` name shares with any form. */
function withoutSharedForms(list: { name: string; aliases: string[]; not: string[] }[]): TermNames[] {
  const taken = new Set<string>();
  const terms: TermNames[] = [];
  for (const { name, aliases } of list) {
    const named = { name, aliases: aliases.map((alias) => ({ name: alias })), not: [] };
    const forms = formsOf(named).map((form) => form.key);
    if (forms.some((form) => taken.has(form))) continue;
    forms.forEach((form) => taken.add(form));
    terms.push(named);
  }
  return terms.map((each, i) => ({
    ...each,
    not: (list[i]?.not ?? [])
      .filter((not) => !taken.has(nameKey(not)) && !taken.has(nameKey(`${not}s`)))
      .map((not) => ({ name: not })),
  }));
}
