import assert from 'node:assert/strict';
import { htmlToMarkdown } from '../../../src/core/bibliography.ts';
import { asHtmlMarkup, readStyled } from '../../../src/core/bibliography/cslMarkup.ts';

describe('the markup of bibliographies', () => {
  const asHtml = (text: string): string => asHtmlMarkup(readStyled(text, 'markdown'));

  it('reads styles in each other', () => {
    assert.equal(asHtml('a **b *c* d** e^f^'), 'a <b>b <i>c</i> d</b> e<sup>f</sup>');
    assert.equal(htmlToMarkdown('a <b>b <i>c</i> d</b>'), 'a **b *c* d**');
  });

  it('takes spans that citation processors do not know for text', () => {
    assert.equal(
      asHtml('[An]{.nocase} [old]{.smallcaps} [lamp]{.dim}'),
      '<span class="nocase">An</span> <span style="font-variant:small-caps;">old</span> lamp',
    );
  });

  it('reads texts of any length, closed or not', () => {
    const count = 10_000;
    assert.equal(asHtml('*a* '.repeat(count)), '<i>a</i> '.repeat(count));
    assert.equal(readStyled('<i>a</i> '.repeat(count), 'html').length, 2 * count);
    const open = '<i>'.repeat(count);
    assert.deepEqual(readStyled(open, 'html'), [{ text: open, styles: [] }]);
    const nested = `${'<b>'.repeat(100)}a${'</b>'.repeat(100)}`;
    assert.ok(readStyled(nested, 'html').every(({ styles }) => styles.length <= 8));
  });
});
