import assert from 'node:assert/strict';
import { checkFixture } from '../../support/fixture.ts';
import { tale } from '../../support/sample.ts';

const glossary = `=== glossary.md
## lamp

Also: oil lamp
Defined at: [@tale, ¶ 1]

A light that stands in a window.

## miller

Who lights the lamp.

`;

/** A paper in a study folder with the sample source and two terms. */
function checkPaper(paper: string, others = ''): void {
  checkFixture(`${tale}\n${glossary}${others}=== papers/a.analysis.md\n${paper}`);
}

describe('term/conflict', () => {
  it('a definition that cites another paragraph of the same source', () => {
    checkPaper(`By *lamp* we mean a sign on the road [@tale, ¶ 5].
    ^^^^ term/conflict: The glossary says that @tale defines “lamp” at ¶ 1, not at ¶ 5.
`);
  });

  it('a definition in other words that cites nothing', () => {
    checkPaper(`By an *oil lamp* we mean a warning.
       ^^^^^^^^ term/conflict: The glossary defines “lamp” in other words.

We define the miller as an owner. Nothing else.
              ^^^^^^ term/conflict: “miller” in other words

[Lamps]{.term} means trouble here.
 ^^^^^ term/conflict: “lamp” in other words

- [miller]{.term}: a man of means
   ^^^^^^ term/conflict: “miller” in other words
`);
  });

  it('entries of definition lists, tight and loose', () => {
    checkPaper(`lamp
^^^^ term/conflict: in other words
:   A thing that burns.

*Miller*
 ^^^^^^ term/conflict: in other words

:   A man.

lamp
^^^^ term/conflict: not at ¶ 3
~ A thing that burns [@tale, ¶ 3].
`);
  });

  const fine: readonly (readonly [string, string])[] = [
    ['the same paragraph', 'By “lamp” we mean a sign [@tale, ¶ 1].'],
    ['the same paragraph behind the full stop', 'By “lamp” we mean a sign. [@tale, ¶ 1]'],
    ['the same paragraph among others', 'By “lamp” we mean a sign [@tale, ¶¶ 1-3].'],
    ['the same paragraph in the next sentence', 'By lamp we mean a sign. Compare [@tale, ¶ 1].'],
    ['the words of the glossary', 'By “lamp” we mean a light that stands in a window.'],
    ['the words of the glossary as a list', 'Lamp\n:   A *light* that stands in a window'],
    ['another source', 'By “lamp” we mean a sign [@masswork, ¶ 1].'],
    ['a term without a paragraph', 'By “miller” we mean an owner [@tale, ¶ 2].'],
    ['a whole source', 'By “lamp” we mean a sign [@tale].'],
    ['a question', 'By “lamp” we mean a sign?'],
    ['a condition', 'If by lamp we mean a sign, all is lost.'],
    ['a denial', 'By lamp we do not mean a sign. By lamp we never mean a sign.'],
    ['mere use', 'We mean the lamp. The lamp means light: we define nothing as a lamp.'],
    ['words of the source', '> By lamp we mean a sign.'],
    ['marked within a sentence', 'Here a [lamp]{.term}: how bright.'],
    ['code', '`By lamp we mean a sign.`'],
    ['no term', 'By “window” we mean a hole.\n\nwindow\n:   A hole.'],
    ['what only looks like a list', 'lamp\nA thing that burns.\n\nlamp : thing'],
  ];
  for (const [name, paper] of fine)
    it(`nothing: ${name}`, () => {
      const findings = checkFixture(
        `${tale}\n${glossary}=== pilcrow.json\n{"checks": {"citation/no-locator": "off", "quotation/not-found": "off", "quotation/not-verified": "off", "quotation/uncited": "off", "citation/unknown-key": "off"}}\n=== papers/a.analysis.md\n${paper}\n`,
      );
      assert.deepEqual(findings, []);
    });

  it('any of several senses will do, and the paper can be silenced', () => {
    checkPaper(
      `By “lamp” we mean a thing that burns.

<!-- pilcrow-ignore term/conflict: our own use -->
By “lamp” we mean a sign.
`,
      `=== glossary/more.md
## Lamp

A thing that burns.

`,
    );
  });
});

describe('term/unused', () => {
  const on = '=== pilcrow.json\n{"checks": {"term/unused": "hint"}}\n\n';

  it('marks own entries that neither papers nor sources use, when it is on', () => {
    checkFixture(`${tale}
${on}=== glossary.md
## lamp

## wind mill
   ^^^^^^^^^ term/unused: No paper and no source uses “wind mill”.

## oil

## dark road

## road

=== papers/a.analysis.md
The dark roads [oil]{.term}.
`);
  });

  it('a term within a longer one is used; so is one under another name', () => {
    checkFixture(`${on}=== glossary.md
## oil lamp

## lamp

## owner

Also: miller

=== papers/a.analysis.md
Oil lamps of a miller.
`);
  });

  it('is off by default', () => {
    checkFixture('=== glossary.md\n## lamp\n');
  });
});

describe('term/undefined', () => {
  it('however the class is written', () => {
    checkPaper(`An [owner]{class=term} and a [road]{#x class="y term"}.
    ^^^^^ term/undefined: no entry “owner”
                              ^^^^ term/undefined: no entry “road”
`);
  });

  it('is looked for in linear time', () => {
    checkPaper(`${'{'.repeat(300_000)}\n`);
  });
});
