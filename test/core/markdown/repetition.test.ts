import assert from 'node:assert/strict';
import { limitRepetition } from '../../../src/core/markdown/repetition.ts';
import { parseMarkdown } from '../../../src/core/markdown/document.ts';

describe('repetition that nobody writes', () => {
  it('is left alone as long as somebody might', () => {
    const text = `${'A title\n=======\n\n'.repeat(500)}${'- a\n  - *b* and _c_\n'.repeat(500)}\n${'*word* '.repeat(900)}`;
    assert.equal(limitRepetition(text), text);
  });

  for (const unit of ['a\n---\n', '+ a\n  - b <c>\n', 'a*', '*a', '_*a', '**a', '~~a'])
    // A hang guard: each took minutes at this size.
    it(`is read to the end: ${JSON.stringify(unit)}`, () => {
      const text = unit.repeat(Math.ceil(200_000 / unit.length));
      assert.equal(limitRepetition(text).length, text.length);
      assert.ok(parseMarkdown(text).tree.children.length > 0);
    }).timeout(120_000);
});
