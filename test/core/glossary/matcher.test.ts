import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { TermNames } from '../../../src/core/glossary/forms.ts';
import { MappedTextBuilder } from '../../../src/core/text.ts';
import { buildMatcher, matchTerms, resolveTerm } from '../../../src/core/glossary/matcher.ts';

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
    const builder = new MappedTextBuilder();
    builder.appendVerbatim('ab', 10);
    builder.append(' ', 12, 15);
    builder.appendVerbatim('c', 15);
    builder.append('d', 16, 20);
    const mapped = builder.build();
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
