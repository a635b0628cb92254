import assert from 'node:assert/strict';
import { quotationFixes } from '../../../src/core/quotations/quotationFixes.ts';
import { verify } from './support.ts';

const text = `---
id: s
---

Of H~2~O and CO~2~ the 10^3^ litres held 5 m^2^ each.

Of H₂O and C₆H₁₂O₆ the rest was said in 1912.

Of CO2 nothing more was said.

Of 10³ lamps and 103 mills, 2^10^ or 10<sup>12</sup> stones, 1_000 sacks.

Energy is $mc^2$, at $10^3$ or $10^{12}$ degrees, of $H_2O$ and $103$ lamps.
`;

function statusOf(words: string, number: number): string | undefined {
  const { results } = verify(`They say “${words}” [@s, ¶ ${String(number)}].\n`, { 'sources/s.md': text });
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

describe('digits of a formula in TeX', () => {
  for (const words of [
    'Energy is $mc^2$, at $10^3$ or $10^{12}$ degrees',
    'Energy is mc^2^, at 10^3^ or 10^12^ degrees',
    'Energy is *mc*^2^, at',
    'Energy is mc², at 10³ or 10¹² degrees',
    'of H₂O and',
    'of H~2~O and',
  ])
    it(`are those of words: ${words}`, () => assert.equal(statusOf(words, 5), 'verbatim'));
  for (const words of [
    'Energy is mc^3^, at 10^3^ or',
    'Energy is mc², at 103 or',
    'at 10² or 10¹² degrees',
    'or 1012 degrees',
    'of H₃O and',
    'and 10³ lamps',
    'and 10^3^ lamps',
  ])
    it(`are no others: ${words}`, () => assert.notEqual(statusOf(words, 5), 'verbatim'));
});

describe('a number with digits that are set high', () => {
  for (const [words, number] of [
    ['the 10^3^ litres', 1],
    ['the 10³ litres', 1],
    ['the 10^3 litres', 1],
    ['the 10<sup>3</sup> litres', 1],
    ['Of 10³ lamps', 4],
    ['Of 10^3^ lamps', 4],
    ['103 mills', 4],
    ['2^10^ or 10^12^ stones', 4],
    ['2¹⁰ or 10¹² stones', 4],
  ] as const)
    it(`is the same, however it is written: ${words}`, () =>
      assert.equal(statusOf(words, number), 'verbatim'));

  for (const [words, number, source] of [
    ['the 103 litres held', 1, '10³'],
    ['Of 103 lamps', 4, '10³'],
    ['and 10^3^ mills', 4, '103'],
    ['and 10³ mills', 4, '103'],
    ['210 or 10^12^ stones', 4, '2¹⁰'],
    ['or 1012 stones, 1_000', 4, '10¹²'],
    ['Of 10^3^ lamps […] 210 or', 4, '2¹⁰'],
    ['or 10^13^ stones', 4, '10¹²'],
  ] as const)
    it(`is no other number: ${words}`, () => {
      const { results } = verify(`They say “${words}” [@s, ¶ ${String(number)}].\n`, {
        'sources/s.md': text,
      });
      assert.deepEqual(
        results.map(({ status, diff }) => [status, diff.find(({ kind }) => kind === 'changed')?.source]),
        [['altered', source]],
      );
    });

  it('is written with characters by a fix, which leaves no mark over', () => {
    const restored = (paper: string): string | undefined => {
      const { results } = verify(paper, { 'sources/s.md': text });
      const fix = results.flatMap((result) => quotationFixes(result, paper, 'en'))[0];
      return fix?.edits.reduceRight(
        (out, { range, newText }) => out.slice(0, range.start) + newText + out.slice(range.end),
        paper,
      );
    };
    assert.equal(restored('“the 10^4^ litres held” [@s, ¶ 1]'), '“the 10³ litres held” [@s, ¶ 1]');
    assert.equal(restored('“the 103 litres held” [@s, ¶ 1]'), '“the 10³ litres held” [@s, ¶ 1]');
    assert.equal(restored('“Of H~3~O and CO~2~ the” [@s, ¶ 1]'), '“Of H₂O and CO~2~ the” [@s, ¶ 1]');
  });
});
