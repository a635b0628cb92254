import assert from 'node:assert/strict';
import { selfMapped } from '../../../src/core/match.ts';
import { wantedOf } from '../../../src/core/quotations/quotationText.ts';
import { respellings } from '../../../src/core/quotations/respellings.ts';
import { verify } from './support.ts';

const [quotation] = verify('“Of 5 kg” [@s].\n', {}).quotations;
assert.ok(quotation);
const plain = quotation;

/** The other spellings of some words. */
function spellings(words: string): string[] {
  const wanted = wantedOf({ ...plain, words: selfMapped(words), breaks: [] });
  return respellings(wanted).map((other) => other.wanted.quotation.words.text);
}

describe('other spellings of quoted words', () => {
  it('close the space between a unit and any digit that Unicode has', () => {
    let digits = 0;
    for (let code = 0; code < 0x10000; code++) {
      const digit = String.fromCharCode(code);
      if (!/\p{N}/u.test(digit)) continue;
      digits++;
      assert.ok(spellings(`${digit} kg`).includes(`${digit}kg`), `U+${code.toString(16)}`);
    }
    assert.ok(digits > 600);
  });

  for (const [words, other] of [
    ['z. B. flour', 'z.B. flour'],
    ['J.R. Miller', 'J. R. Miller'],
    ['𐐀.\u00A0𐐀. Miller', '𐐀.𐐀. Miller'],
    ['w[o]n a mill', 'won a mill'],
    ['the we [sic] mill', 'the we mill'],
    ['a well-\nknown mill', 'a wellknown mill'],
    ['sold it.† And', 'sold it. And'],
    ['sold it.¹² And', 'sold it. And'],
    ['the cœur of', 'the coeur of'],
    ['of CO₂ in', 'of CO2 in'],
    ['the 1917 mills', 'the 1 917 mills'],
  ] as const)
    it(`have ${JSON.stringify(other)} for ${JSON.stringify(words)}`, () =>
      assert.ok(spellings(words).includes(other), JSON.stringify(spellings(words))));

  it('are none of plain words', () => assert.deepEqual(spellings('the mill by the road, he said'), []));
});
