/** Quotations of a source that itself cites. */
import assert from 'node:assert/strict';
import { quotationFixes } from '../../../src/core/quotations/quotationFixes.ts';
import { verify } from './support.ts';

const source = `---
id: s
---

Every wage is a truce [@lind, p. 3]. The truce ends, as @roth [p. 4] says, at the gate.

[@lind] is of another mind [see @roth, ¶ 1; @lind, ¶ 2], and asks x@y.org. See note[^1].

[^1]: So says @lind, too.
`;

function told(paper: string): string[] {
  return verify(paper, { 'sources/s.md': source }).results.map(
    ({ status, quotation }) => `${status} ${quotation.words.text.trim()}`,
  );
}

describe('quotations of a source that cites', () => {
  for (const [words, as] of [
    ['Every wage is a truce [@lind, p. 3]. The truce ends', 'Every wage is a truce. The truce ends'],
    ['Every wage is a truce. The truce ends'],
    ['Every wage is a truce … The truce ends'],
    ['The truce ends, as @roth [p. 4] says, at the gate', 'The truce ends, as says, at the gate'],
    ['is of another mind, and asks x@y.org'],
    ['is of another mind [see @roth, ¶ 1; @lind, ¶ 2], and asks', 'is of another mind, and asks'],
  ] as const)
    it(`are its words: ${words}`, () =>
      assert.deepEqual(told(`“${words}” [@s].`), [`verbatim ${as ?? words}`]));

  it('are compared', () =>
    assert.deepEqual(told('“Every wage is a peace [@lind, p. 3]. The truce ends” [@s, ¶ 1].'), [
      'altered Every wage is a peace. The truce ends',
    ]));

  it('in a block are compared', () =>
    assert.deepEqual(told('> Every wage is a truce [@lind, p. 3]. The truce never ends\n>\n> [@s, ¶ 1]'), [
      'altered Every wage is a truce. The truce never ends',
    ]));

  it('get back what was changed alone', () => {
    const paper = '“Every wage is a peace. The truce ends” [@s, ¶ 1].';
    const { results } = verify(paper, { 'sources/s.md': source });
    const [fix] = results.flatMap((result) => quotationFixes(result, paper, 'en'));
    const [edit] = fix?.edits ?? [];
    assert.equal(
      edit && paper.slice(0, edit.range.start) + edit.newText + paper.slice(edit.range.end),
      '“Every wage is a truce. The truce ends” [@s, ¶ 1].',
    );
  });
});
