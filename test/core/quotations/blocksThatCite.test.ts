/** Block quotations whose paragraphs cite each for themselves, and what else stands in one that is not quoted. */
import assert from 'node:assert/strict';
import { verify } from './support.ts';

const source = `---
id: s
---

The river belongs to nobody; therefore everybody may drink from it.

The first wall was of wood. The second wall was of stone.

They told us to wait, and we waited for 9 years.
`;

function told(paper: string): string[] {
  return verify(paper, { 'sources/s.md': source }).results.map(
    ({ status, cited, quotation }) =>
      `${status} ${cited.join()} ${quotation.words.text.replace(/\s+/gu, ' ')}`,
  );
}

const cases: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'paragraphs that cite each for themselves are quotations each': [
    '> “The first wall was of wood.” [@s, ¶ 2]\n>\n> The river belongs to nobody [@s, ¶ 1].',
    'verbatim 2 The first wall was of wood.',
    'verbatim 1 The river belongs to nobody',
  ],
  'and so are items, and paragraphs with a line that cites behind them': [
    '> - The first wall was of wood. [@s, ¶ 2]\n> - The river belongs to me [@s, ¶ 1]\n>\n> They told us\n>\n> — @s [¶ 3]',
    'verbatim 2 The first wall was of wood.',
    'altered 1 The river belongs to me',
    'verbatim 3 They told us',
  ],
  'what no citation follows goes with the paragraph before': [
    '> The river belongs to nobody [@s, ¶ 1].\n>\n> The first wall [@s, ¶ 2]\n>\n> was of wood.',
    'verbatim 1 The river belongs to nobody',
    'verbatim 2 The first wall was of wood.',
  ],
  'paragraphs with one citation are one quotation': [
    '> The river belongs to nobody; therefore everybody may drink from it.\n>\n> The first wall [@s, ¶¶ 1-2]',
    'verbatim 1,2 The river belongs to nobody; therefore everybody may drink from it. The first wall',
  ],
  'a citation between the words is no end of them': [
    '> The first wall [@s, ¶ 2] was of wood.\n>\n> They told us [@s, ¶ 3] to wait',
    'altered 2 The first wall was of wood. They told us to wait',
  ],
  'punctuation after a citation before the words': [
    '> [@s, ¶ 2]: The first wall\n\n> @s [¶ 2] — The second wall',
    'verbatim 2 The first wall',
    'verbatim 2 The second wall',
  ],
  'a paragraph that introduces the next block is not about the one before': [
    '> The first wall was of wood. The second wall was of stone.\n\nAs @s [¶ 3] has it,\n\n> They told us to wait',
    'uncited  The first wall was of wood. The second wall was of stone.',
    'verbatim 3 They told us to wait',
  ],
  'the number of a paragraph before its words': [
    '> ¶ 2: The first wall\n>\n> [@s, ¶ 2]\n\n> 2 The first wall [@s, ¶ 2]\n\n> ¶ 3 The first wall [@s, ¶ 2]',
    'verbatim 2 ¶ 2: The first wall',
    'verbatim 2 2 The first wall',
    'altered 2 ¶ 3 The first wall',
  ],
};

describe('block quotations that cite', () => {
  for (const [name, [paper, ...quotations]] of Object.entries(cases))
    it(name, () => assert.deepEqual(told(paper), quotations));
});
