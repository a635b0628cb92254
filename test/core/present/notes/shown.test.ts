import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { shownText } from '../../../../src/core/present/notes/shown.ts';
import { StudyFolder } from '../../../../src/workspace/studyFolder.ts';
import { harmIn } from '../../../support/rendered.ts';

const root = 'file:///study';

describe('the text of a note, as it is shown', () => {
  const folder = new StudyFolder(root);
  const source = '---\nid: mill\ntitle: Mill\n---\n\nA lamp stands in the mill.\n';
  folder.setFile(`${root}/sources/mill.md`, 'sources/mill.md', { text: source });
  const { study } = folder;
  const reader = new MarkdownIt('default', { html: true });
  reader.validateLink = () => true;
  const rendered = (markdown: string): string => reader.render(markdown).replace(/\n/g, '');

  /** Whether a note is rendered as its own text is, by another reader. */
  const checkSame = (text: string): void => {
    const shown = shownText(`${text}\n\n<!-- -->`, study);
    assert.equal(rendered(shown), rendered(`${text}\n\n\\<!-- --\\>`), shown);
  };
  const check = (text: string, html: string): void => {
    const shown = shownText(text, study);
    assert.equal(rendered(shown), html, shown);
    assert.deepEqual(
      harmIn(shown, (address) => address.startsWith(root)),
      [],
    );
  };

  it('keeps the blocks and inlines of Markdown', () => {
    const kept = [
      'Words, *stressed*, **strong** and ~~struck~~, `a*b`, ``a`b``.',
      'Two lines\nof one paragraph\\\nand a third.',
      '# A heading & more\n\n> Quoted\n> twice\n>\n> > inner',
      '- one\n- two\n  - inner\n\n3. three\n4. four\n\n   more of four',
      '```js\nlet a = "<b>";\n```\n\n***\n\n    indented code',
      '| a | b |\n|:--|--:|\n| `x` | *y* |',
      '[the mill](https://mill.example/a_b?c=d&e=f), [mail](mailto:a@mill.example), [there](../a%20b.md#x)',
      '[the mill][m] and [m]\n\n[m]: https://mill.example/',
      '1986\\. was a year, \\- and = and + and 2\\) and #1 and a | b and 5 < 6 and &amp; &copy; a_b_c $x$',
      '- - a\n\n1. > b\n   > c',
    ];
    for (const text of kept) checkSame(text.replace('```js', '```'));
  });

  it('links what it cites, and addresses of the web', () => {
    const link = (words: string): string =>
      `<a href="file:///study/sources/mill.md#L6" title="A lamp stands in the mill.">${words}</a>`;
    check('See @mill [¶ 1] <b>', `<p>See ${link('@mill [¶ 1')}] &lt;b&gt;</p>`);
    check(
      '> *a*\n> b [@mill, ¶ 1] c\n> d\\*',
      `<blockquote><p><em>a</em>b [${link('@mill, ¶ 1')}] cd*</p></blockquote>`,
    );
    check(
      'At https://mill.example/a_b?c=d&e=f, or so.',
      '<p>At <a href="https://mill.example/a_b?c=d&amp;e=f">https://mill.example/a_b?c=d&amp;e=f</a>, or so.</p>',
    );
  });

  it('shows everything else as the text that it is', () => {
    check('a <b onclick=x>c</b>', '<p>a &lt;b onclick=x&gt;c&lt;/b&gt;</p>');
    check('![a *lamp*](https://x.invalid/p.png)', '<p>a <em>lamp</em></p>');
    check('[run *it*](command:evil)', '<p>[run *it*](command:evil)</p>');
    check(
      '[\\[run\\](command:evil)](https://mill.example)',
      '<p><a href="https://mill.example">[run](command:evil)</a></p>',
    );
    check('<div>\n\n![p](x.png)', '<p>&lt;div&gt;</p><p>p</p>');
    check('[x](//host/share) [y](\\\\\\\\host)', '<p>[x](//host/share) [y](\\\\\\\\host)</p>');
  });
});
