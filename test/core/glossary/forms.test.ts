import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  exclusionsOf,
  formsOf,
  needsCapitals,
  pluralsOf,
  singularsOf,
} from '../../../src/core/glossary/forms.ts';
import { keyOfTokens, nameKey } from '../../../src/core/glossary/termTokens.ts';

const forms = (name: string, aliases: string[] = [], not: string[] = []): string[] => {
  const named = (names: string[]) => names.map((each) => ({ name: each }));
  return formsOf({ name, aliases: named(aliases), not: named(not) }).map(
    (form) => `${form.key} ${form.kind}`,
  );
};

describe('the forms of a term', () => {
  it('are its name and aliases, their plurals, and the singular of the name alone', () => {
    assert.deepEqual(forms('internal colonies', ['inner colonies', 'enclave']), [
      'internal colonies name',
      'inner colonies alias',
      'enclave alias',
      'enclaves plural',
      'internal colony singular',
    ]);
  });
  it('put the noun before the preposition into the plural', () => {
    assert.deepEqual(forms('basis of unity'), ['basis of unity name', 'bases of unity plural']);
    assert.deepEqual(forms('schools of music'), ['schools of music name', 'school of music singular']);
  });
  it('are closed up behind a prefix', () => {
    assert.deepEqual(forms('neo-colonialism'), [
      'neo colonialism name',
      'neo colonialisms plural',
      'neocolonialism closed',
      'neocolonialisms closed',
    ]);
    assert.deepEqual(forms('re-form'), ['re form name', 're forms plural']);
  });
  it('leave out what is derived and denied, not what is written', () => {
    assert.deepEqual(forms('party', ['red party'], ['red parties']), [
      'party name',
      'red party alias',
      'parties plural',
    ]);
    assert.deepEqual(forms('party', ['parties'], ['parties']), ['party name', 'parties alias']);
  });
  it('count once however they are spelt', () => {
    assert.deepEqual(forms('Mass-Line', ['mass line', 'mass lines', 'mass  line']), [
      'mass line name',
      'mass lines alias',
    ]);
    assert.equal(nameKey('People’s\u00A0Power'), nameKey("people's power"));
  });
  it('have the key of their tokens, by which plain names need none', () => {
    for (const name of [
      'Mass-Line',
      'G8 of 7',
      'a - b',
      '-a',
      'a-',
      'a--b',
      'a  b',
      'A\u00ADb',
      'é-a',
      'a b\n',
    ])
      assert.equal(nameKey(name), keyOfTokens(name), name);
  });
  it('of a sentence or of nothing are none', () => {
    assert.deepEqual(forms('word '.repeat(100)), []);
    assert.deepEqual(forms(''), []);
    assert.deepEqual(exclusionsOf(' '), []);
  });
  it('need capitals where an acronym spells a common word', () => {
    assert.equal(needsCapitals({ text: 'US', key: 'us' }), true);
    assert.equal(needsCapitals({ text: 'NATO', key: 'nato' }), false);
    assert.equal(needsCapitals({ text: 'us', key: 'us' }), false);
  });
});

const pairs = `analysis/analyses basis/bases thesis/theses church/churches class/classes monarch/monarchs box/boxes
  party/parties essay/essays life/lives half/halves belief/beliefs leaf/leaves child/children phenomenon/phenomena
  criterion/criteria woman/women spokesman/spokesmen human/humans hero/heroes photo/photos quiz/quizzes bus/buses
  gas/gases apparatus/apparatuses tendency/tendencies idea/ideas movement/movements case/cases base/bases house/houses`;

describe('plurals and singulars', () => {
  for (const pair of pairs.split(/\s+/)) {
    const [singular = '', plural = ''] = pair.split('/');
    it(pair, () => {
      assert.deepEqual(pluralsOf(singular), [plural]);
      assert.ok(singularsOf(plural).includes(singular), `${plural}: ${singularsOf(plural).join()}`);
      assert.deepEqual(pluralsOf(plural), [], `${plural} is a plural already`);
    });
  }
  it('of two usages are both', () => {
    assert.deepEqual(pluralsOf('manifesto'), ['manifestos', 'manifestoes']);
    assert.deepEqual(pluralsOf('index'), ['indexes', 'indices']);
  });
  it('are not derived where they mean something else or do not exist', () => {
    for (const noun of [
      'news',
      'politics',
      'bourgeois',
      'masses',
      'series',
      'goods',
      'means',
      'revolutionaries',
      'crisis',
      'unity',
    ])
      assert.deepEqual(singularsOf(noun), [], noun);
    for (const noun of ['news', 'politics', 'bourgeois', 'series', 'new', 'good', 'x', '', '12', 'people’'])
      assert.deepEqual(pluralsOf(noun), [], noun);
  });
});
