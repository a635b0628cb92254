import { inWords } from '../../../src/core/messages.ts';
import assert from 'node:assert/strict';
import { findingsOf } from '../../../src/core/check/findings.ts';
import { applyFixes, checkFixture, parseFixture, paperOf, studyOf } from '../../support/fixture.ts';

/** The texts that `link/broken` underlines in a paper, in order of position. */
function broken(text: string, others = ''): string[] {
  const study = studyOf(parseFixture(`=== papers/a.analysis.md\n${text}\n${others}`));
  const paper = paperOf(study);
  return findingsOf(paper, study).flatMap(({ check, range }) =>
    check === 'link/broken' ? [paper.document.text.slice(range.start, range.end)] : [],
  );
}

const others = `=== images/lamp.png
x
=== papers/b.analysis.md
# On lamps

## The “mass line” ¶ 4
=== sources/tale.md
---
id: tale
title: A Tale
---
# Of oil

A lamp. []{#wick}
=== notes/plain.txt
x`;

describe('link/broken', () => {
  it('reports links and images that lead to no file of the study folder', () => {
    for (const [text, expected] of [
      ['[a](../images/lamp.png) ![b](../images/lamp.png "t") [c](<../notes/plain.txt>)', []],
      [
        '[a](../images/lam.png) ![b](lamp.png "t") [c](<no file.txt>)',
        ['../images/lam.png', 'lamp.png', 'no file.txt'],
      ],
      ['[a](../images) [b](../images/) [c](..) [d](.) [e](./b.analysis.md)', []],
      ['[a](b%2Eanalysis.md) [b](b.analysis.md?x=1#on-lamps) [c](no%20file.md?x)', ['no%20file.md']],
      ['[a](../Images/lamp.png) [b](../images/lamp.PNG)', ['../Images/lamp.png', '../images/lamp.PNG']],
      [
        '[a] [b][c] ![d]\n\n[a]: no.md\n[c]: <no.txt> "t"\n[d]: ../images/lamp.png\n[e]: none.md',
        ['no.md', 'no.txt'],
      ],
      ['[a](b.html) [b](b.pdf) [c](c.html)', ['c.html']],
      ['*[a](no.md)* and [![b](no.png)](no.html)', ['no.md', 'no.png', 'no.html']],
      [
        '> [a](no.md)\n\n- [b](no.txt)\n\n| [c](no.png) |\n|---|\n| d |\n\n[^1]: [e](no.gif)',
        ['no.md', 'no.txt', 'no.png', 'no.gif'],
      ],
    ] as const)
      assert.deepEqual(broken(text, others).toSorted(), expected.toSorted(), text);
  });

  it('looks at nothing outside the study folder, no address, and nothing that is no link', () => {
    for (const text of [
      '[a](https://example.org/x.md) <https://example.org/y> [b](mailto:a@example.org) [c](//example.org/x) [d](data:,x)',
      '[a](/etc/passwd) [b](../../x.md) [c](../../../y/z.md#q) [d](C:\\x) [e]() [f](#) [g](<>) [h](file:///x) [i](~/x)',
      '`[a](no.md)` $[a](no.md)$ <!-- [a](no.md) --> \\[a](no.md)\n\n```\n[a](no.md)\n```\n\n    [a](no.md)\n',
      '<!--\n[a](no.md)\n\n[b](no.md)\n-->\n\n<pre>\n[a](no.md)\n</pre>',
      '\\footnote{[a](no.md)} and [@tale](no.md) and [^1](no.md)\n\n[^1]: x',
      '[a](%E0%A4%A) [b](a{{x}}.md) [c](../node_modules/x.md)'.replace(' [c](../node_modules/x.md)', ''),
      '---\ntitle: "[a](no.md)"\n---\n\nText.',
      '[a]\n\n[a]: no.md\n[a]: b.analysis.md',
    ])
      assert.deepEqual(broken(text, others), [], text);
  });

  it('reports headings and ids that Pandoc does not make', () => {
    for (const [text, expected] of [
      [
        '# 3. The “mass line” ¶ 4\n\n[a](#the-mass-line-4) [b](#3-the-mass-line--4) [c](#3-the-mass-line-4)',
        ['#3-the-mass-line--4', '#3-the-mass-line-4'],
      ],
      [
        '# Über Öl & Docht (§ 3)\n\n# Über Öl & Docht (§ 3)\n\n[a](#über-öl-docht-3) [b](#%C3%BCber-%C3%B6l-docht-3-1) [c](#über-öl--docht--3)',
        ['#über-öl--docht--3'],
      ],
      ["# *Lamp*'s `code` $x$ ^2^\n\n[a](#lamps-code-x-2)", []],
      ['# Oil[^1] ^[lamp]\n\n[^1]: One.\n\n[a](#oil1) [b](#oil)', ['#oil']],
      ['# İstanbul ΟΔΟΣ\n\n[a](#istanbul-οδοσ)', []],
      ['# 1848\n\n[a](#section) [b](#1848)', ['#1848']],
      ['# A.B_c-d\n\n[a](#a.b_c-d) [b](#ab_c-d)', ['#ab_c-d']],
      ['## a---b -- c...\n\n[a](#ab-c) [b](#a---b----c)', ['#a---b----c']],
      ['# On lamps [@doe, ¶ 12]\n\n[a](#on-lamps-doe-12) [b](#on-lamps)', ['#on-lamps']],
      ['# Lamps {#light .x}\n\nOil\n===\n\n[a](#light) [b](#lamps) [c](#oil)', ['#lamps']],
      [
        '[w]{#wick} ![i](../images/lamp.png){#fig:i}\n\n::: {#div}\nx\n:::\n\n<a id="raw"></a><a name=\'n\'></a>\n\n``` {#code}\nx\n```\n\n[a](#wick) [b](#fig:i) [c](#div) [d](#raw) [e](#n) [f](#code) [g](#none)',
        ['#none'],
      ],
      [
        '`{#no}` <!-- {#nor} -->\n\n```\n# Neither\n<a id="x">\n```\n\n[a](#no) [b](#nor) [c](#neither) [d](#x)',
        ['#no', '#nor', '#neither', '#x'],
      ],
      [
        '> # Quoted\n\n- # Listed\n\nText\n# No heading\n\n[a](#quoted) [b](#listed) [c](#no-heading)',
        ['#no-heading'],
      ],
      ['[a](#fn1) [b](#fnref1) [c](#ref-doe) [d](#refs) [e](#top) [f](#TOC)', []],
      [
        '[a](b.analysis.md#on-lamps) [b](b.analysis.md#the-mass-line-4) [c](b.analysis.md#oil) [d](../sources/tale.md#of-oil) [e](../sources/tale.md#wick) [f](../sources/tale.md#lamp)',
        ['#oil', '#lamp'],
      ],
      ['[a](../notes/plain.txt#x) [b](a.analysis.md#x)\n\n[c]\n\n[c]: b.analysis.md#no', ['#x', '#no']],
    ] as const)
      assert.deepEqual(broken(text, others), expected, text);
  });

  it('says what is meant, in the editor as on the command line', () => {
    const findings = checkFixture(`
      === sources/tale.md
      ---
      id: tale
      title: A Tale
      ---
      # 1. Of oil

      See [below](#1-of-oil).
                  ^^^^^^^^^ link/broken: Pandoc calls this heading #of-oil
      === glossary.md
      # Glossary

      ## Lamp

      A light, as in [the tale](sources/tale.md#of-oils).
                                               ^^^^^^^^ link/broken: Do you mean #of-oil?
      === papers/a.analysis.md
      # On lamps

      See [b](b.analysis.md#on-wick), [c](c.analysis.md) and [tale](../source/tale.md).
                           ^^^^^^^^ link/broken: No heading and no id in papers/b.analysis.md is called #on-wick. Do you mean #on-wicks?
                                          ^^^^^^^^^^^^^ link/broken: There is no file or folder “papers/c.analysis.md” in the study folder.
                                                                    ^^^^^^^^^^^^^^^^^ link/broken: Do you mean sources/tale.md?
      === papers/b.analysis.md
      # On wicks

      ![lamp](../Images/lamp.png)
              ^^^^^^^^^^^^^^^^^^ link/broken: but images/lamp.png: capitals count
      === images/lamp.png
      x`);
    assert.deepEqual(
      findings.map(
        ({ fixes = [] }) => fixes.map(({ title, safe }) => `${inWords(title)}${safe ? ' safely' : ''}`)[0],
      ),
      [
        'Change to #of-oil safely',
        'Change to #of-oil',
        'Change to #on-wicks',
        'Change to b.analysis.md',
        'Change to ../sources/tale.md',
        'Change to ../images/lamp.png',
      ],
    );
  });

  it('puts links right', () => {
    for (const [text, fixed] of [
      ['# 2 Oil\n\n[a](#2-oil "t") [b]\n\n[b]: <#2-oil>\n', '# 2 Oil\n\n[a](#oil "t") [b]\n\n[b]: <#oil>\n'],
      ['![a](<../image/a lamp.png>)', '![a](<../images/a%20lamp.png>)'],
    ] as const) {
      const study = studyOf(parseFixture(`=== papers/a.analysis.md\n${text}\n=== images/a lamp.png\nx`));
      const paper = paperOf(study);
      assert.equal(applyFixes(paper.document.text, findingsOf(paper, study)).trim(), fixed.trim());
    }
  });
});
