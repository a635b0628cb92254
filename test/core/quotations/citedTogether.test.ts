/** Quotations whose sentence lists several citations, and block quotations between two that cite. */
import assert from 'node:assert/strict';
import { verify } from './support.ts';

const source = `---
id: d
numbering: blocks
---

The dike held.

A second flood came.

The sea does not vote, and the cows are sold.
`;

/** The outcomes of the quotations of a paper. */
function outcomes(paper: string): string {
  return verify(paper, { 'sources/d.md': source })
    .results.map(({ status }) => status)
    .join(' ');
}

describe('citations that a sentence lists', () => {
  for (const paper of [
    '“The dike held” and “The sea does not vote”: see @d [¶ 1] and @d [¶ 3].',
    '“The dike held” and “The sea does not vote” [@d, ¶ 1] and [@d, ¶ 3].',
    '“The dike held” and “The sea does not vote” ([@d, ¶ 1], [@d, ¶ 3]).',
    '„The dike held“ und „The sea does not vote“ (vgl. @d [¶ 1] sowie @d [¶ 3]).',
    '“The dike held” and “The sea does not vote”; cf. [@d, ¶ 3] and also [@d, ¶ 1].',
    'As in @d [¶ 1] and @d [¶ 3], “the dike held” and “the sea does not vote”.',
  ])
    it(`are those of all its quotations: ${paper}`, () => assert.equal(outcomes(paper), 'verbatim verbatim'));
  it('are those of all three', () =>
    assert.equal(
      outcomes(
        '“The dike held”, “A second flood came” and “the cows are sold” (see @d [¶ 1], @d [¶ 2] and @d [¶ 3]).',
      ),
      'verbatim verbatim verbatim',
    ));
  for (const [paper, expected] of [
    ['“The dike held” [@d, ¶ 2] and “A second flood came” [@d, ¶ 1].', 'elsewhere elsewhere'],
    ['“The dike held” [@d, ¶ 2], and @d [¶ 1] says “A second flood came”.', 'elsewhere elsewhere'],
    ['“The dike held” [@d, ¶ 2]. “A second flood came” [@d, ¶ 1].', 'elsewhere elsewhere'],
    ['“The dike held” [@d, ¶ 2] in the text that [@d, ¶ 1] is from.', 'elsewhere'],
    ['“The dike broke” and “the sea does vote” [@d, ¶ 1] and [@d, ¶ 3].', 'altered altered'],
  ] as const)
    it(`are not those of others: ${paper}`, () => assert.equal(outcomes(paper), expected));
});

describe('a paragraph that only cites, after a block quotation', () => {
  for (const [paper, expected] of [
    ['“The dike held” [@d, ¶ 1]\n\n> The sea does not vote\n\n(@d [¶ 3])\n', 'verbatim verbatim'],
    ['On voting [@d, ¶ 1]\n\n> The sea does not vote\n\n[@d, ¶ 3]\n', 'verbatim'],
    ['As @d [¶ 3] has it:\n\n> The sea does not vote\n\n[@d, ¶ 1]\n', 'verbatim'],
    ['As @d [¶ 3] has it\n\n> The sea does not vote\n\n[@d, ¶ 1] is on dikes.\n', 'verbatim'],
  ] as const)
    it(`is that of the block: ${paper.replaceAll('\n', '⏎')}`, () => assert.equal(outcomes(paper), expected));
});

describe('works that are cited together', () => {
  const other = source.replace('id: d', 'id: e').replace('The dike held.', 'The dike held not.');
  for (const [citations, expected] of [
    ['@e, ¶ 1; @d, ¶ 1', 'd'],
    ['@d, ¶ 1; @e, ¶ 1', 'd'],
    ['@d, ¶ 2; @e, ¶ 3; @d, ¶ 1', 'd'],
    ['@e, ¶ 1', 'e'],
  ] as const)
    it(`give a quotation to the one that has its words: ${citations}`, () => {
      const paper = `“The dike held${expected === 'e' ? ' not' : ''}.” [${citations}]`;
      const { results } = verify(paper, { 'sources/d.md': source, 'sources/e.md': other });
      assert.deepEqual(
        results.map(({ status, citation }) => [status, citation?.key]),
        [['verbatim', expected]],
      );
    });
  it('are all looked into where none has the words in its place', () => {
    const { results } = verify('“The dike held not” [@d, ¶ 1; @e, ¶ 2]', {
      'sources/d.md': source,
      'sources/e.md': other,
    });
    assert.deepEqual(
      results.map(({ status, citation }) => [status, citation?.key]),
      [['altered', 'd']],
    );
  });
});

describe('a citation right behind a quotation that cites', () => {
  for (const [paper, expected] of [
    ['“The dike [@x, p. 3] held” [@d, ¶ 1].', 'verbatim'],
    ['“The dike [@x, p. 3] broke” ([@d, ¶ 1]).', 'altered'],
    ['“The dike [@x, p. 3] broke.”[^1]\n\n[^1]: [@d, ¶ 1]', 'altered'],
    ['“The dike [@d, ¶ 1] held”, as [@x, p. 3] says.', 'verbatim'],
    ['“The dike held [@d, ¶ 1].” @x [p. 3] disagrees.', 'verbatim'],
    ['“The dike [@d, ¶ 3] held” [@d, ¶ 2].', 'elsewhere'],
    ['“The dike broke”[^1] as [@x, p. 3] says, too.\n\n[^1]: [@d, ¶ 1]', 'altered'],
    ['“The dike held”[^1] as [@d, ¶ 2] says, too.\n\n[^1]: [@d, ¶ 1]', 'verbatim'],
    ['“The dike held”[^1] is said there [@d, ¶ 1].\n\n[^1]: So also [@x, p. 3].', 'verbatim'],
    ['“The dike broke”[^1] is said there [@d, ¶ 1].\n\n[^1]: So also [@x, p. 3].', 'altered'],
  ] as const)
    it(`says where it is from: ${paper}`, () => assert.equal(outcomes(paper), expected));
});
