import assert from 'node:assert/strict';
import { findingsOf } from '../../../src/core/check/findings.ts';
import { paperOf, studyOf } from '../../support/fixture.ts';

/** The findings of `footnote/…` in a paper, as `undefined label` or `unused label`, in order of position. */
function notes(text: string): string[] {
  const files = [{ path: 'papers/a.analysis.md', text, marks: [] }];
  const study = studyOf({ files, cursor: undefined });
  return findingsOf(paperOf(study), study).flatMap(({ check, range }) =>
    check.startsWith('footnote/')
      ? [`${check.slice(9)} ${text.slice(range.start, range.end).replace(/^\[\^|\]$/g, '')}`]
      : [],
  );
}

/** The text with the first fix of its first finding. */
function fixed(text: string, choose = 0): string | undefined {
  const files = [{ path: 'papers/a.analysis.md', text, marks: [] }];
  const study = studyOf({ files, cursor: undefined });
  const edit = findingsOf(paperOf(study), study)[0]?.fixes?.[choose]?.edits[0];
  return edit && text.slice(0, edit.range.start) + edit.newText + text.slice(edit.range.end);
}

describe('footnote/undefined and footnote/unused', () => {
  it('report what Pandoc prints as it stands, and what it leaves out', () => {
    for (const [text, expected] of [
      ['A[^1] b.\n\n[^1]: One.\n', []],
      ['A[^1] b[^2].\n\n[^1]: One.\n', ['undefined 2']],
      ['A[^Note].\n\n[^note]: One.\n', ['undefined Note', 'unused note']],
      ['A[^1].\n\n[^1]: One[^2].\n\n[^2]: Two.\n', ['undefined 2', 'unused 2']],
      ['A[^1].\n\n[^1]: One.\n\n[^1]: Two.\n', ['unused 1']],
      ['A[^1] b.\n[^1]: One.\n', ['undefined 1']],
      ['> A[^1].\n>\n> [^1]: One.\n\n- x[^2]\n\n    [^2]: Two\n\nC[^1]\n', []],
      [
        '*A[^1]* ^[in[^1]line] [l[^1]](u) **[^9]** and ^[in [^8]].\n\n[^1]: One.\n',
        ['undefined 9', 'undefined 8'],
      ],
      ['A[^é] [^x.y:z] [^a_b]\n\n[^é]: 1\n\n[^x.y:z]: 2\n\n[^a_b]: 3\n', []],
      ['# A heading[^1]\n\n| a[^2] |\n|---|\n| b |\n\n[^1]: One.\n', ['undefined 2']],
      ['A.\n\n[^1]: One.\n[^2]: Two.\n', ['unused 1', 'unused 2']],
      ['A[^1][^2].\n\n[^1]: One.\n[^2]: Two.\n', []],
      ['A[^1].\r\n\r\n[^1]: One\r\n    and more.\r\n\r\n    And more.\r\n', []],
      ['<div>\n\nA[^1].\n\n</div>\n\n::: note\nB[^2].\n:::\n\n[^1]: One.\n\n[^2]: Two.\n', []],
      ['---\ntitle: A[^1]\nabstract: |\n  B[^2]\n---\n\nC.\n\n[^1]: One.\n\n[^2]: Two.\n', []],
      ['![A[^1] b[^2]](a.png)\n\n[^1]: One.\n', ['undefined 2']],
      ['A[^1][^2].\n\n::: b\nc\n:::\n[^1]: One.\n\n::: note\n[^2]: Two.\n:::\n', []],
      ['A[^1].\n\n- b\n  - c\n[^1]: One.\n', ['undefined 1']],
      ['A[^1].\n\n> b\n[^1]: One.\n', ['undefined 1']],
      ['A[^1].\n\n# b\n[^1]: One.\n[^2]: Two.\n', ['unused 2']],
    ] as const)
      assert.deepEqual(notes(text), expected, JSON.stringify(text));
  });

  it('look at no code, comments, formulas, escapes and character classes', () => {
    for (const text of [
      'A `[^1]` b.\n\n```\n[^2]\n```\n\n    [^3]\n',
      'A <!-- [^1] --> b.\n\n<!--\n[^2]\n-->\n',
      'A $x[^1]$ b \\[^1] c [^a-z]+ d [^ x] e [^] f.\n',
      'A [text](http://x.org/[^1]) b.\n',
      'A.\n\n<pre>\n[^1]\n</pre>\n\n![`[^2]`](a.png)\n',
    ])
      assert.deepEqual(notes(text), [], text);
    assert.deepEqual(notes('A `[^1]`.\n\n[^1]: One.\n'), ['unused 1']);
  });

  it('have fixes', () => {
    assert.equal(fixed('A[^notes].\n\n[^note]: One.\n'), 'A[^note].\n\n[^note]: One.\n');
    assert.equal(fixed('A[^1].\n'), 'A[^1].\n\n[^1]: \n');
    assert.equal(fixed('A[^1] b.\n[^1]: One.\n'), 'A[^1] b.\n\n[^1]: One.\n');
    assert.equal(fixed('> A[^1] b.\n> [^1]: One.\n'), '> A[^1] b.\n>\n> [^1]: One.\n');
    assert.equal(fixed('A[^1].\n\n- b\n[^1]: One.\n'), 'A[^1].\n\n- b\n\n[^1]: One.\n');
  });
});
