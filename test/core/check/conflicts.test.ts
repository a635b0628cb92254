import { inWords } from '../../../src/core/messages.ts';
import assert from 'node:assert/strict';
import { safeFixes } from '../../../src/core/check/fixes.ts';
import { findingsOf } from '../../../src/core/check/findings.ts';
import { quotationRows } from '../../../src/core/present/listings/listingRows.ts';
import { parseable } from '../../../src/core/study/analyse.ts';
import { checkFixture, paperOf, parseFixture, studyOf } from '../../support/fixture.ts';
import { tale } from '../../support/sample.ts';

const both = `<<<<<<< HEAD
As [@tale, par. 3].
=======
As [@tale, ¶ 99] and “no such words at all” [@tale, ¶ 1].
>>>>>>> a branch
`;

describe('document/conflict', () => {
  it('is one error, and nothing between the marks is checked or fixed', () => {
    checkFixture(`${tale}
=== papers/a.analysis.md
A lamp [@tale, ¶ 98].
                 ^^ citation/no-such-paragraph

<<<<<<< HEAD
^^^^^^^^^^^^ document/conflict: Git could not merge the upper lines (“HEAD”) and the lower lines (“a branch”) here
As [@tale, par. 3].
=======
As [@tale, ¶ 99] and “no such words at all” [@tale, ¶ 1].
>>>>>>> a branch
`);
  });

  it('takes the mark of the common ancestor along, and line ends of Windows', () => {
    for (const text of [
      both.replace('=======', '||||||| base\nAs [@tale].\n======='),
      both.replaceAll('\n', '\r\n'),
    ]) {
      const study = studyOf(parseFixture(tale + '\n=== papers/a.analysis.md\n'));
      assert.ok(study);
      assert.equal(parseable(text, true).conflicts.length, 1, text);
    }
  });

  it('makes no quotation of a mark, and no heading', () => {
    const paper = `Before it.\n\n${both}\nAfter it.\n`;
    const study = studyOf(parseFixture(`${tale}\n=== papers/a.analysis.md\n${paper}`));
    const [first] = study.papers;
    assert.ok(first);
    assert.deepEqual(
      quotationRows(first, study, ({ file }) => file.path).map(({ quote }) => quote),
      ['no such words at all'],
    );
    assert.ok(!first.document.tree.children.some(({ type }) => type === 'heading' || type === 'blockquote'));
    assert.equal(first.text.length, paper.length);
  });

  it('is left alone by what fixes all', () => {
    const study = studyOf(parseFixture(`${tale}\n=== papers/a.analysis.md\nAs [@tale, par. 2].\n\n${both}`));
    const [paper] = study.papers;
    assert.ok(paper);
    const { edits } = safeFixes(findingsOf(paper, study));
    assert.deepEqual(
      edits.map(({ newText }) => newText),
      ['¶ 2'],
    );
  });

  it('has fixes that keep one side, the other, or both', () => {
    const study = studyOf(parseFixture(`${tale}\n=== papers/a.analysis.md\n${both}End.\n`));
    const paper = paperOf(study);
    const [finding] = findingsOf(paper, study);
    assert.ok(finding);
    assert.deepEqual(
      finding.fixes?.map(({ title, safe, edits: [edit] }) => [
        inWords(title),
        safe,
        edit && paper.text.slice(0, edit.range.start) + edit.newText + paper.text.slice(edit.range.end),
      ]),
      [
        ['Keep the upper lines: “As [@tale, par. 3].”', false, 'As [@tale, par. 3].\nEnd.\n'],
        [
          'Keep the lower lines: “As [@tale, ¶ 99] and “no such words at a…”',
          false,
          'As [@tale, ¶ 99] and “no such words at all” [@tale, ¶ 1].\nEnd.\n',
        ],
        [
          'Keep the lines of both',
          false,
          'As [@tale, par. 3].\nAs [@tale, ¶ 99] and “no such words at all” [@tale, ¶ 1].\nEnd.\n',
        ],
      ],
    );
    assert.deepEqual(
      finding.related?.map(({ message }) => inWords(message)),
      ['Here begin the upper lines (“HEAD”)', 'Here begin the lower lines (“a branch”)'],
    );
  });

  it('is found in every kind of file, in place of what else would be said of the file', () => {
    checkFixture(`
=== pilcrow.json
{
<<<<<<< HEAD
^^^^^^^^^^^^ document/conflict
  "failOn": "error"
=======
  "failOn": "warning"
>>>>>>> a branch
}

=== sources/tale.md
---
id: tale
<<<<<<< HEAD
^^^^^^^^^^^^ document/conflict
title: A Tale
=======
title: The Tale
>>>>>>> a branch
---

Words.

=== sources/w.bib
@book{one,
<<<<<<< HEAD
^^^^^^^^^^^^ document/conflict
  title = {One}
=======
  title = {The One}
>>>>>>> a branch
}

=== notes/tale.jsonld
[
<<<<<<< HEAD
^^^^^^^^^^^^ document/conflict
=======
>>>>>>> a branch
]

=== glossary.md
# Glossary

## lamp

<<<<<<< HEAD
^^^^^^^^^^^^ document/conflict
It shines.
=======
It burns [@tole].
>>>>>>> a branch

=== papers/a.analysis.md
---
<<<<<<< HEAD
^^^^^^^^^^^^ document/conflict
title: One
=======
title: Two
>>>>>>> a branch
---

[@one]
`);
  });

  it('needs the whole sequence, at the beginning of lines and in no code', () => {
    for (const text of [
      'A heading\n=======\n\nWords.\n',
      '<<<<<<< HEAD\n\nWords.\n',
      'Words.\n\n>>>>>>> branch\n',
      '<<<<<<< HEAD\nWords.\n>>>>>>> branch\n',
      '>>>>>>> branch\n=======\n<<<<<<< HEAD\n',
      '    <<<<<<< HEAD\n    a\n    =======\n    b\n    >>>>>>> branch\n',
      '```\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> branch\n```\n',
      '~~~ diff\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> branch\n~~~\n',
      '<<<<<<<< HEAD\na\n========\nb\n>>>>>>>> branch\n',
      '> <<<<<<< HEAD\n> a\n> =======\n> b\n> >>>>>>> branch\n',
    ])
      assert.deepEqual(parseable(text, true).conflicts, [], text);
  });

  it('is found after code, and where a side opens code', () => {
    for (const text of ['```\ncode\n```\n\n', 'A `code`.\n'])
      assert.equal(parseable(text + both, true).conflicts.length, 1);
    assert.equal(parseable('<<<<<<< HEAD\n```\na\n```\n=======\nb\n>>>>>>> x\n', true).conflicts.length, 1);
    assert.equal(parseable(both + both, true).conflicts.length, 2);
  });

  it('keeps every offset of the text', () => {
    const text = `Words.\r\n${both.replaceAll('\n', '\r\n')}`;
    const masked = parseable(text, true).text;
    assert.equal(masked.length, text.length);
    assert.equal(masked.replace(/[ ]/g, ''), text.replace(/[<=>]{7}.*/g, '').replace(/[ ]/g, ''));
  });
});
