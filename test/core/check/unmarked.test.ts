import assert from 'node:assert/strict';
import { applyFixes, checkFixture } from '../../support/fixture.ts';

const source = `
=== sources/tale.md
---
id: tale
title: The Lamp
---

## The Miller and the Road and the Lamp and the Mill and the Weir

The miller lit it every evening of the long year, and nobody in the village asked him why he did so.

He who has light shall share it, said the miller’s wife to the road and to all who walked there at night.[^1]

[^1]: It cost two coins a year, and that was what the village paid for the oil, no more.
`;

const check = (paper: string, others = '') =>
  checkFixture(`=== papers/a.analysis.md\n${paper.replace(/^\n/, '')}\n${source}${others}`);

/** Checks that the fix of the only finding turns a line into another, which has none. */
function fixes(line: string, marks: string, fixed: string, others = ''): void {
  const findings = check(`${line}\n${marks}\n`, others);
  assert.equal(applyFixes(line, findings, 0), fixed);
  check(fixed, others);
}

describe('words of a source outside quotation marks', () => {
  it('are reported with their passage, and the fix marks and cites them', () => {
    fixes(
      'In it the miller lit it every evening of the long year, and nobody in the village asked, for fear.',
      '      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quotation/unmarked: 16 words of @tale, ¶ 1, word for word',
      'In it “the miller lit it every evening of the long year, and nobody in the village asked” [@tale, ¶ 1], for fear.',
    );
  });

  it('are only marked where the citation is there', () => {
    fixes(
      'Nobody in the village asked him why he did so, he who has light shall share it, said the miller’s wife to the road and to all (see the book [@tale, ¶ 2]).',
      '                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quotation/unmarked: 17 words of @tale, ¶ 2',
      'Nobody in the village asked him why he did so, “he who has light shall share it, said the miller’s wife to the road and to all” (see the book [@tale, ¶ 2]).',
    );
  });

  it('may be those of a note, across emphasis and lines, in a list or a note of the paper', () => {
    check(`
- It was *two* coins a year, and that was what the **village paid**
          ^^… quotation/unmarked: 14 words of @tale, n. 1
  for the oil. See.[^x]

[^x]: And the miller lit it every evening of the long year, and nobody in the village asked.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quotation/unmarked
`);
  });

  it('are none in quotations, headings and code, in fewer than twelve words, with a word or a comma changed', () => {
    check(`
# The miller lit it every evening of the long year, and nobody in the village asked

The miller and the road and the lamp and the mill and the weir.

“The miller lit it every evening of the long year, and nobody in the village asked” [@tale, ¶ 1].

> He who has light shall share it, said the miller’s wife to the road and to all who walked there at night.
>
> — [@tale, ¶ 2]

Nobody in the village asked him why he did so. And he who has light shall share it.

And the miller lit it on every evening of the year and nobody in the village asked.

    The miller lit it every evening of the long year, and nobody in the village asked
`);
  });

  it('are none where the paper quotes them elsewhere, or a glossary has them', () => {
    check(
      `
He says: “The miller lit it every evening of the long year, and nobody in the village asked” [@tale, ¶ 1].

That the miller lit it every evening of the long year, and nobody in the village asked, is strange.

A light is what he who has light shall share it, said the miller’s wife to the road and to all.
`,
      `
=== glossary.md
## Light

What he who has light shall share it, said the miller’s wife to the road and to all. [@tale, ¶ 2]
`,
    );
  });

  it('count from as many words as a group says', () => {
    const settings = (words: number): string => `
=== pilcrow.json
{"unmarkedWords": ${String(words)}}
`;
    const paper = 'So the miller lit it every evening of the long year, and nobody in the village asked.';
    check(paper, settings(17));
    check(
      `${paper}\n   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quotation/unmarked\n`,
      settings(16),
    );
  });

  it('are marked as the language of the paper does', () => {
    const words = 'the miller lit it every evening of the long year, and nobody in the village asked';
    const [finding] = check(
      `---\nlang: de\n---\n\nSo ${words}.\n   ${'^'.repeat(words.length)} quotation/unmarked\n`,
    );
    assert.deepEqual(
      finding?.fixes?.[0]?.edits.map(({ newText }) => newText),
      ['„', '“ [@tale, ¶ 1]'],
    );
    const [french] = check(
      `---\nlang: fr\n---\n\nSo ${words}.\n   ${'^'.repeat(words.length)} quotation/unmarked\n`,
    );
    assert.match(
      french?.fixes?.[0]?.edits.map(({ newText }) => newText).join('|') ?? '',
      /^«\u202F\|\u202F» \[@tale/,
    );
  });
});
