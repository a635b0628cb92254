import assert from 'node:assert/strict';
import { endOfReadable, limitMarks } from '../../../src/core/blocks/parserLimits.ts';
import { readCitations } from '../../../src/core/citations/readCitations.ts';
import { parseMarkdown } from '../../../src/core/blocks/document.ts';
import { assertSoon, repeated } from '../../support/runs.ts';

describe('repetition that nobody writes', () => {
  it('is left alone as long as somebody might', () => {
    const text = `${'A title\n=======\n\n'.repeat(500)}${'- a\n  - *b* and _c_\n'.repeat(500)}\n${'*word* '.repeat(900)}`;
    assert.equal(limitMarks(text), text);
    assert.equal(endOfReadable(text), text.length);
    const flat = `${'  - a line of a long list\n'.repeat(3000)}\n${'* * *\n\n'.repeat(3000)}`;
    assert.equal(endOfReadable(flat), flat.length);
    const loose = `- a\n\n  - b\n\nA paragraph.\n\n`.repeat(3000);
    assert.equal(endOfReadable(loose), loose.length);
    const code = `~~~~\n${'- - - a\n~~~\n'.repeat(3000)}~~~~\n\nThe end.\n`;
    assert.equal(endOfReadable(code), code.length);
  });

  it('is plain text, in which citations are still read', () => {
    const text = `${'- - - a\n'.repeat(3000)}\nAs it says [@reading, ¶ 2].\n`;
    assert.ok(endOfReadable(text) < text.length);
    const document = parseMarkdown(text);
    assert.equal(document.tree.children.at(-1)?.type, 'paragraph');
    assert.deepEqual(
      readCitations(document).map(({ key }) => key),
      ['reading'],
    );
  });

  const lists = ['  - a\n', '1. a\n   ', '- - - a\n', '- a\n\n  - b\n\n', '- a\n~~~\n- a\n  - b\n'];
  const lines = ['---\n', 'a\n---\n', '> a\nb\n', '- a\nb\nb\nb\nb\nb\n', '-- a\n'];
  for (const unit of [
    ...lists,
    ...lines,
    '+ a\n  - b <c>\n',
    'a*',
    '*a',
    '_*a',
    '**a',
    '~~a',
    '[^a]',
    '``` \n',
    '`x` a-b ',
    '<b> a-b ',
  ])
    // Each took minutes when it was 200,000 characters long.
    it(`is read to the end: ${JSON.stringify(unit)}`, () => {
      assertSoon(
        (part) => repeated(unit, part),
        (text) => {
          assert.equal(limitMarks(text).length, text.length);
          assert.ok(parseMarkdown(text).tree.children.length > 0);
        },
      );
    }).timeout(0);
});
