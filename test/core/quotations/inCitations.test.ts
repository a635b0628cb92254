/** Quotations in the brackets of a citation, and citations in the marks of a quotation. */
import assert from 'node:assert/strict';
import { verify } from './support.ts';

const source = `---
id: s
title: The Mill
---

# The long wall of words

The river belongs to nobody, and everybody may drink from it.

# Two

It never rains. She said: “the river is mine”.
`;

/** A quotation of a paper: its status and its words. */
function quotationsOf(paper: string): string[] {
  return verify(paper, { 'sources/s.md': source }).results.map(
    ({ status, quotation }) => `${status} ${quotation.words.text}`,
  );
}

describe('a quotation in the brackets of a citation', () => {
  for (const paper of [
    'As she says [@s, ¶ 1: “belongs to somebody, and everybody”].',
    'As she says [@s, ¶ 1, "belongs to somebody, and everybody"].',
    'As she says [see “belongs to somebody, and everybody” in @s, ¶ 1].',
    'As @s [¶ 1, “belongs to somebody, and everybody”] says.',
    'As she says[^1].\n\n[^1]: [@s, ¶ 1 (“belongs to somebody, and everybody”)]',
  ])
    it(`is compared: ${paper.split('\n')[0] ?? ''}`, () =>
      assert.deepEqual(quotationsOf(paper), ['altered belongs to somebody, and everybody']));
  it('is read beside others', () =>
    assert.deepEqual(
      quotationsOf('“It ever rains” [@s, ¶ 2: “it never rains”; @s, ¶ 1, “everybody may drink”].'),
      ['altered It ever rains', 'verbatim it never rains', 'verbatim everybody may drink'],
    ));
  for (const paper of [
    '[@s, ¶ 1, “The long wall of words”]',
    '[see “On the keeping of horses”, in @s, ¶ 1]',
    '[@s, s.v. “lake”]',
    "[@s, ¶ 1, the keepers' and the millers']",
    "[@o'neil, ¶ 1; @s'x, ¶ 1]",
  ])
    it(`but no title or word: ${paper}`, () => assert.deepEqual(quotationsOf(paper), []));
});

describe('a citation in parentheses within the marks', () => {
  for (const words of [
    'belongs to nobody (@s [¶ 1])',
    'belongs to nobody (see [@s, ¶ 1])',
    'belongs (@s [¶ 1]; @s [¶ 1]) to nobody',
    'belongs to nobody (@s [¶ 1]; cf. @s [¶ 1])',
    'belongs to nobody ([@s, ¶ 1].)',
  ])
    it(words, () => assert.match(quotationsOf(`She says it “${words}”.`).join(), /^verbatim belongs/u));
  it('words before its citation are quoted in the middle', () =>
    assert.match(
      quotationsOf('She says it “belongs (@s [¶ 1]; cf. @s [¶ 1]) to nobody”.').join(),
      /^altered/u,
    ));
  it('other words there are quoted', () =>
    assert.match(quotationsOf('She says it “belongs to nobody (but see @s [¶ 1])”.').join(), /^altered/u));
});

describe('the closing mark of the source’s own quotation', () => {
  it('is no part of a changed word before it', () => {
    const { results } = verify('“the river is yours” [@s, ¶ 2]', { 'sources/s.md': source });
    assert.deepEqual(
      results[0]?.diff.filter(({ kind }) => kind !== 'same').map((part) => part.source),
      ['mine'],
    );
  });
});
