import assert from 'node:assert/strict';
import { verify } from './support.ts';

const source = `---
id: s
---

Of H~2~O and CO~2~ the 10^3^ litres held 5 m^2^ each.

Of H₂O and C₆H₁₂O₆ the rest was said in 1912.

Of CO2 nothing more was said.
`;

function statusOf(words: string, number: number): string | undefined {
  const { results } = verify(`They say “${words}” [@s, ¶ ${String(number)}].\n`, { 'sources/s.md': source });
  return results[0]?.status;
}

describe('digits that are set low in a formula', () => {
  for (const [words, number] of [
    ['Of H₂O and CO₂ the', 1],
    ['Of H2O and CO2 the', 1],
    ['Of H~2~O and CO~2~ the', 1],
    ['Of H2O and C6H12O6 the rest was said in 1912', 2],
    ['Of H~2~O and C~6~H~12~O~6~ the rest', 2],
    ['Of CO₂ nothing more', 3],
    ['Of CO~2~ nothing more', 3],
  ] as const)
    it(`are the same, however they are written: ${words} in ¶ ${String(number)}`, () =>
      assert.equal(statusOf(words, number), 'verbatim'));

  it('are the digits that they are', () => {
    assert.equal(statusOf('Of H₃O and CO₂ the', 1), 'altered');
    assert.equal(statusOf('Of H3O and C6H12O6 the rest', 2), 'altered');
  });
});

describe('digits that are set high', () => {
  for (const words of [
    'the 10^3^ litres held 5 m^2^ each',
    'the 10³ litres held 5 m² each',
    'held 5 m2 each',
  ])
    it(`are the same, however they are written: ${words}`, () =>
      assert.equal(statusOf(words, 1), 'verbatim'));

  it('are the digits that they are', () => {
    assert.equal(statusOf('the 10⁴ litres held 5 m² each', 1), 'altered');
    assert.equal(statusOf('held 5 m³ each', 1), 'altered');
  });
});
