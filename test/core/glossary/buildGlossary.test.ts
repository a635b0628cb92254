import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readGlossary } from '../../../src/core/glossary/readGlossary.ts';
import { buildGlossary, type GlossaryInput } from '../../../src/core/glossary/buildGlossary.ts';
import { buildMatcher, matchTerms } from '../../../src/core/glossary/matcher.ts';
import { sensesFor } from '../../../src/core/glossary/term.ts';
import { parseMarkdown } from '../../../src/core/blocks/document.ts';

const input = (uri: string, text: string, builtIn = false): GlossaryInput => ({
  uri,
  glossary: readGlossary(parseMarkdown(text)),
  builtIn,
});
const names = (list: readonly { readonly name: string }[]): string[] => list.map((each) => each.name);

const shipped = input(
  'shipped',
  `## internal colonies\n\nAlso: colonies within\nSee also: empire\nDefined at: [@a, ¶ 1]\n\nShipped.\n
## dual power\n\nAlso: double power, twofold power\nNot: dual powers\n\nPower.`,
  true,
);

describe('glossaries put together', () => {
  it('make one term of entries of one name, own ones first', () => {
    const own = input('own', '## Internal-Colony\n\nAlso: captive nations\nSee also: land\n\nOurs.');
    const { terms, conflicts } = buildGlossary([own], [shipped]);
    assert.deepEqual(names(terms), ['Internal-Colony', 'dual power']);
    const [term] = terms;
    assert.deepEqual(names(term?.aliases ?? []), ['captive nations', 'colonies within', 'internal colonies']);
    assert.deepEqual(names(term?.seeAlso ?? []), ['land', 'empire']);
    assert.deepEqual(
      term?.senses.map((sense) => [sense.definition.markdown, sense.place.builtIn, sense.key]),
      [
        ['Ours.', false, undefined],
        ['Shipped.', true, 'a'],
      ],
    );
    assert.deepEqual([term.builtIn, terms[1]?.builtIn], [false, true]);
    assert.deepEqual(conflicts, []);
  });
  it('let an own entry extend a shipped one without defining it again', () => {
    const { terms } = buildGlossary([input('own', '## dual power\n\nAlso: two powers')], [shipped]);
    assert.deepEqual(
      terms[0]?.senses.map((sense) => sense.definition.markdown),
      ['Power.'],
    );
    assert.deepEqual(names(terms[0].aliases), ['two powers', 'double power', 'twofold power']);
  });
  it('let an own entry be right against a shipped one', () => {
    const own = input(
      'own',
      '## dual power\n\nNot: double power\nAlso: dual powers\n\n## twofold power\n\nOurs.',
    );
    const glossary = buildGlossary([own], [shipped]);
    const [term] = glossary.terms;
    assert.deepEqual(names(term?.aliases ?? []), ['dual powers', 'twofold power']);
    assert.deepEqual(names(term?.not ?? []), ['double power']);
    assert.equal(glossary.find('twofold power')?.senses[0]?.definition.markdown, 'Ours.');
    assert.deepEqual(glossary.conflicts, []);
  });
  it('let an own alias and what is derived from it take the name of a shipped entry', () => {
    const own = input('own', '## two governments\n\nAlso: dual power, internal colonie');
    const glossary = buildGlossary([own], [shipped]);
    assert.equal(glossary.find('Dual power')?.name, 'two governments');
    assert.equal(glossary.find('internal colonies')?.name, 'two governments');
    const matcher = buildMatcher(glossary);
    assert.deepEqual(
      matchTerms(matcher, 'dual power, internal colonies').map((use) => use.term.name),
      ['two governments', 'two governments'],
    );
  });
  it('put the sense of the source under discussion first', () => {
    const one = input('one', '## Labour\n\nGeneral.\n\n### In @b\n\nIn b.\n\n### In @c\n\nIn c.');
    const two = input('two', '## labour\n\nDefined at: [@d, ¶ 4]\n\nIn d.');
    const [term, ...others] = buildGlossary([one, two]).terms;
    assert.ok(term && others.length === 0);
    const senses = (key?: string): string[] => sensesFor(term, key).map((sense) => sense.definition.markdown);
    assert.deepEqual(senses(), ['General.', 'In b.', 'In c.', 'In d.']);
    assert.deepEqual(senses('d'), ['In d.', 'General.', 'In b.', 'In c.']);
    assert.deepEqual(senses('c'), ['In c.', 'General.', 'In b.', 'In d.']);
  });
  it('find a term by any form', () => {
    const glossary = buildGlossary([], [shipped]);
    for (const name of ['Internal colony', 'INTERNAL-COLONIES', 'colonies\nwithin'])
      assert.equal(glossary.find(name)?.name, 'internal colonies', name);
    assert.equal(glossary.find('double powers')?.name, 'dual power');
    for (const name of ['dual powers', 'colony', '', 'constructor'])
      assert.equal(glossary.find(name), undefined, name);
  });
  it('report names that two entries claim, with both places', () => {
    const text = '## alpha\n\nAlso: gamma\n\n## beta\n\nAlso: Gamma, alpha\n\n## beta\n\nAgain.';
    const { conflicts, find } = buildGlossary([input('u', text)]);
    const places = conflicts.map(({ name, claims }) => [
      name,
      ...claims.map(
        (claim) => `${claim.term.name} ${claim.kind} ${text.slice(claim.range.start, claim.range.end)}`,
      ),
    ]);
    assert.deepEqual(places, [
      ['alpha', 'alpha name alpha', 'beta alias alpha'],
      ['gamma', 'alpha alias gamma', 'beta alias Gamma'],
      ['beta', 'beta name beta', 'beta name beta'],
    ]);
    assert.equal(find('alpha')?.name, 'alpha');
  });
  it('are in conflict across files too, yet not over plurals or over one term with two senses', () => {
    const conflicts = (...texts: string[]): string[] =>
      names(buildGlossary(texts.map((text, i) => input(`u${i}`, text))).conflicts);
    assert.deepEqual(conflicts('## a\n\nAlso: x y', '## b\n\nAlso: X-Y'), ['x y']);
    assert.deepEqual(conflicts('## a\n\nAlso: x', '## A\n\nAlso: x'), []);
    assert.deepEqual(conflicts('## force\n\n## forces'), []);
    assert.deepEqual(conflicts('## a\n\nAlso: x, x, a'), []);
  });
  it('keep `force` and `forces` apart in one file', () => {
    const glossary = buildGlossary([input('u', '## force\n\nOne.\n\n## forces\n\nTwo.')]);
    assert.equal(glossary.find('force')?.name, 'force');
    assert.equal(glossary.find('forces')?.name, 'forces');
  });
  it('may be none', () => {
    const { terms, conflicts, find } = buildGlossary([]);
    assert.deepEqual([terms, conflicts, find('x')], [[], [], undefined]);
  });
});
