import assert from 'node:assert/strict';
import { withoutMarkdown } from '../../../../src/core/present/wording/withoutMarkdown.ts';

describe('Markdown for clients that take none', () => {
  const check = (markdown: string, expected: string): void => {
    assert.equal(withoutMarkdown(markdown), expected);
  };

  it('has no marks, escapes or addresses', () => {
    check('**On Bread** · `bread`', 'On Bread · bread');
    check('_Rising_ and [its entry](file:///g.md#L3) \\[1\\]', 'Rising and its entry [1]');
    check('# Title\n\nText  \nnext', 'Title\n\nText\nnext');
    check('a\n\n---\n\nb', 'a\n\n———\n\nb');
  });

  it('keeps what is a quotation and what is a list', () => {
    check('¶ 2\n\n> Yeast next.\n>\n> Then salt.', '¶ 2\n\n> Yeast next.\n>\n> Then salt.');
    check('- one\n- two\n  - three', '- one\n- two\n  - three');
    check('3. one\n4. two', '3. one\n4. two');
  });

  it('keeps which words differ', () => {
    check('Flour ~~always~~ **never** first.', 'Flour [-always-] *never* first.');
    check('**Flour** first.', '*Flour* first.');
    check('**Quotation: altered** · On Bread', 'Quotation: altered · On Bread');
  });
});
