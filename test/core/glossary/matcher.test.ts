import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { formsOf, type TermNames } from '../../../src/core/glossary/forms.ts';
import { buildMatcher, matchTerms, resolveTerm } from '../../../src/core/glossary/matcher.ts';
import { nameKey } from '../../../src/core/glossary/words.ts';
import { bruteForce } from './oracle.ts';
import { runs } from '../../support/runs.ts';

/** A term by its names: `name, alias, -name that is none`. */
function term(names: string): TermNames {
  const [name = '', ...others] = names.split(/, */);
  const listed = (wanted: boolean) =>
    others
      .filter((other) => other.startsWith('-') === wanted)
      .map((other) => ({ name: other.replace(/^-/, '') }));
  return { name, aliases: listed(false), not: listed(true) };
}

const matcherOf = (...names: string[]) => buildMatcher({ terms: names.map(term) });
const found = (text: string, ...names: string[]): string[] =>
  matchTerms(matcherOf(...names), text).map((use) =>
    use.text === use.term.name ? use.text : `${use.term.name}: ${use.text}`,
  );

describe('the matcher', () => {
  it('prefers the longest form wherever it begins', () => {
    assert.deepEqual(found('a b c d', 'a b', 'b c d', 'a'), ['a', 'b c d']);
    assert.deepEqual(found('ab cd ef', 'ab cd', 'cd ef'), ['ab cd']);
    assert.deepEqual(found('x y z', 'x y z', 'y'), ['x y z']);
  });
  it('prefers what is written to what is derived, a name to an alias, and the earlier term', () => {
    assert.deepEqual(found('theses', 'thesis', 'theses'), ['theses']);
    assert.deepEqual(found('alpha', 'beta, alpha', 'alpha'), ['alpha']);
    const [use] = matchTerms(matcherOf('beta, alpha', 'gamma, alpha'), 'alpha');
    assert.equal(use?.term.name, 'beta');
    assert.deepEqual(
      use.rivals.map((rival) => rival.name),
      ['gamma'],
    );
  });
  it('lets names that are no uses hide their words', () => {
    assert.deepEqual(found('the Black Cat Party, a party', 'party, -Black Cat Party'), ['party']);
    assert.deepEqual(
      found('two parties, third parties, a party', 'party, red party, -third party, -parties'),
      ['party'],
    );
    assert.deepEqual(found('red parties, parties', 'party, red party, -red parties'), ['party: parties']);
  });
  it('leaves a name that is no use of one term to another', () => {
    assert.deepEqual(found('third party', 'party, -third party', 'third party'), ['third party']);
  });
  it('tells a name from an alias that is spelt like it by its capitals', () => {
    const names = 'Party, united workers party, -United Workers Party';
    assert.deepEqual(found('the United Workers Party', names), []);
    assert.deepEqual(found('THE UNITED WORKERS PARTY', names), []);
    assert.deepEqual(found('a united workers party', names), ['Party: united workers party']);
  });
  it('takes acronyms that spell a common word for themselves only in capitals', () => {
    assert.deepEqual(found('US, us, Us, the US’s', 'US'), ['US', 'US']);
    assert.deepEqual(found('NGO, ngo, NGOs', 'NGO'), ['NGO', 'NGO: ngo', 'NGO: NGOs']);
  });
  it('knows symbols', () => {
    assert.deepEqual(found('C, C++, C++11, C#; .NET x.NET R&D R & D', 'C++', '.NET', 'R&D'), [
      'C++',
      '.NET',
      'R&D',
    ]);
    assert.deepEqual(found('one, two and three', 'x, one\uFF0C two'.replace('\uFF0C', '')), []);
  });
  it('knows scripts beyond ASCII', () => {
    assert.deepEqual(found('МАССЫ, Масс-линия; λόγος, ΛΌΓΟΣ', 'массы', 'масс линия', 'λόγος').length, 4);
    assert.deepEqual(found('走群众路线的', '群众路线', '群众'), ['群众路线']);
    assert.deepEqual(found('🚩refrain🚩 𝒳refrain', 'refrain'), ['refrain']);
  });
  it('reports shorter terms within a longer one', () => {
    const [use] = matchTerms(matcherOf('a b c', 'a b', 'b c', 'b', 'x, -c'), 'a b c');
    assert.deepEqual(
      use?.nested.map(({ range, term: inner }) => `${range.start}-${range.end} ${inner.name}`),
      ['0-3 a b', '2-5 b c', '2-3 b'],
    );
  });
  it('resolves a name by any form, possessive or not, and nothing else', () => {
    const matcher = matcherOf('work song, song of labour', 'choir');
    for (const name of ['Work-Songs', 'songs\nof labour', "work song's", 'work songs’'])
      assert.equal(resolveTerm(matcher, name)?.term.name, 'work song', name);
    for (const name of ['', 'work', 'the work song', 'work song choir', "'s", 'work  \n\n song'])
      assert.equal(resolveTerm(matcher, name), undefined, name);
  });
  it('maps ranges to the original', () => {
    const mapped = { text: 'ab cd', starts: [10, 11, 12, 15, 16], ends: [11, 12, 15, 16, 20] };
    assert.deepEqual(
      matchTerms(matcherOf('ab cd', 'cd'), mapped).map((use) => [use.range, use.nested[0]?.range]),
      [
        [
          { start: 10, end: 20 },
          { start: 15, end: 20 },
        ],
      ],
    );
  });
});

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
