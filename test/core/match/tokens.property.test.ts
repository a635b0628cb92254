import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tokensOf } from '../../../src/core/match.ts';

/** What a token is, as patterns: slow to be compiled, and easy to read. */
const word = String.raw`[\p{L}\p{N}\p{M}_]+(?:'[\p{L}\p{M}]+|[.,](?=\p{N})[\p{N}]+)*`;
const ofSources = new RegExp(String.raw`${word}|[^\s\p{L}\p{N}\p{M}_]`, 'gu');
const ofQuotations = new RegExp(
  String.raw`\[ ?\u2026 ?\]|\( ?\u2026 ?\)|\u2026|\[[^[\]\u0001]{0,400}\]|${word}|[^\s\p{L}\p{N}\p{M}_]`,
  'gu',
);

function kindOf(text: string, quotation: boolean): string {
  if (/^[\p{L}\p{N}\p{M}_]/u.test(text)) return 'word';
  if (!quotation) return 'point';
  if (/^[[(]? ?\u2026 ?[\])]?$/u.test(text)) return 'ellipsis';
  return text.length > 1 && text.startsWith('[') ? 'bracket' : 'point';
}

function byPatterns(text: string, quotation: boolean): unknown[] {
  return [...text.matchAll(quotation ? ofQuotations : ofSources)]
    .filter(([found]) => !quotation || !/^\[sic[!?.]?\]$/i.test(found))
    .map((match) => ({
      kind: kindOf(match[0], quotation),
      text: match[0],
      folded: match[0].toLowerCase(),
      start: match.index,
      end: match.index + match[0].length,
    }));
}

const parts = [
  'a',
  'Bc',
  'é',
  'e\u0301',
  'İ',
  'Σ',
  '中',
  '𝒜',
  '1',
  '23',
  '𝟙',
  '²',
  "'",
  '.',
  ',',
  '_',
  ' ',
].concat(
  [
    '\u00a0',
    '\u2028',
    '[',
    ']',
    '(',
    ')',
    '\u2026',
    '[sic]',
    '[SIC!]',
    '\u0001',
    '-',
    '😀',
    '\ud800',
    '\udc00',
  ],
  ['x'.repeat(399), '[ \u2026 ]', '(\u2026)'],
);

describe('words and points of comparable text', () => {
  for (const quotation of [true, false])
    it(`are those that the patterns say, ${quotation ? 'in quotations' : 'in sources'}`, () => {
      fc.assert(
        fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 12 }), (chosen) => {
          const text = chosen.join('');
          const tokens = tokensOf(text, quotation).map(({ kind, text: own, folded, start, end }) => ({
            kind,
            text: own,
            folded,
            start,
            end,
          }));
          assert.deepEqual(tokens, byPatterns(text, quotation));
        }),
        { numRuns: 1000 },
      );
    });
});
