import assert from 'node:assert/strict';
import { negationIn, touchesNegation } from '../../../src/core/match/negation.ts';

describe('words that deny', () => {
  for (const [text, word] of [
    ['they do not obey', 'not'],
    ['they don’t obey', 'don’t'],
    ['No longer do they obey', 'No'],
    ['it is false that they obey', 'is false that'],
    ['they refused to obey', 'refused to'],
    ['ils n’obéissent pas', 'n’'],
    ['sie gehorchen nicht', 'nicht'],
    ['no obedecen', 'no'],
    ['они не слушаются', 'не'],
    ['de lyder inte', 'inte'],
    ['nem engedelmeskednek', 'nem'],
    ['δεν υπακούουν', 'δεν'],
    ['nie słuchają', 'nie'],
  ] as const)
    it(text, () => assert.equal(negationIn(text), word.replace('’', "'")));

  for (const text of [
    'they obey',
    'a note, a notion and a knot',
    'not only they obey',
    'no doubt they obey',
    'nonetheless they obey',
    'the rock ’n’ roll of it',
    'sinful',
  ])
    it(`not in: ${text}`, () => assert.equal(negationIn(text), undefined));
});

describe('a wording in the place of another', () => {
  for (const [one, other] of [
    ['', 'not'],
    ['never', ''],
    ['always', 'never'],
    ['never', 'hardly'],
    ['likely', 'unlikely'],
    ['violent', 'non-violent'],
    ['with yeast', 'without yeast'],
    ['can', 'can’t'],
    ['un lac', 'aucun lac'],
  ] as const)
    it(`“${one}” for “${other}” touches a negation`, () => assert.ok(touchesNegation(one, other)));

  for (const [one, other] of [
    ['midnight', 'noon'],
    ['', 'early'],
    ['the union', 'the onion'],
  ] as const)
    it(`“${one}” for “${other}” touches none`, () => assert.ok(!touchesNegation(one, other)));
});
