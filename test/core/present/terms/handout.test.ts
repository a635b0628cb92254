import assert from 'node:assert/strict';
import { glossaryHandout } from '../../../../src/core/present/terms/handout.ts';
import { loadBuiltIns, packageFolder } from '../../../../src/files/builtIns.ts';
import { parseFixture, studyOf } from '../../../support/fixture.ts';
import { tale } from '../../../support/sample.ts';

describe('handout of the glossary', () => {
  const builtIns = loadBuiltIns(packageFolder(import.meta.dirname));
  const handout = (files: string): ReturnType<typeof glossaryHandout> =>
    glossaryHandout(studyOf(parseFixture(files), builtIns));

  it('has terms by name, each with its words, passage and related terms', () => {
    const { text, terms } = handout(`${tale}
=== glossary.md
## road

See also: Oil, Nothing

The *way* [@tale, ¶ 5].

## oil

Also: lamp oil
Defined at: [@tale, ¶ 4; @tale, n. 1]

Burns.
`);
    assert.equal(terms, 2);
    assert.equal(
      text,
      `---
title: Glossary
lang: en
---

# oil {#term-oil}

*Also:* lamp oil

Burns.

> Oil was dear that winter. [@tale, ¶ 4]

> It cost two coins. [@tale, n. 1]

# road {#term-road}

The *way* [@tale, ¶ 5].

*See also:* [Oil](#term-oil), Nothing
`,
    );
  });

  it('keeps senses apart, and has no two anchors alike', () => {
    const { text } = handout(`${tale}
=== glossary.md
## oil

### In @tale

Dear.

### In @masswork

Defined at: [@masswork, ¶ 8]

Other.

## C+

## C-
`);
    assert.match(
      text,
      /\*In\* The Lamp\*:\*\n\nDear\.\n\n\*In\* Mass Work and Proletarian Revolutionaries\*:\*\n\nOther\./,
    );
    assert.match(text, /Defined at \[@masswork, ¶ 8\]: \*[^*]+\*\n/);
    assert.match(text, /\{#term-c\}[^]*\{#term-c-2\}/);
  });

  it('takes of the built-in terms those that are used; all where there is nothing else', () => {
    assert.equal(handout('=== papers/a.analysis.md\nThe mass line [@masswork, ¶ 1].\n').terms, 1);
    assert.ok(handout('=== papers/a.analysis.md\nNothing [@masswork, ¶ 1].\n').terms > 50);
    assert.equal(handout('=== papers/a.analysis.md\nThe mass line.\n').terms, 0);
  });

  it('shows what looks like Markdown as it stands', () => {
    const { text } = handout('=== glossary.md\n## a\\*b \\<i>\n\nAlso: c\\_d\n');
    assert.match(text, /# a\\\*b \\<i\\> \{#term-a-b-i\}\n\n\*Also:\* c\\_d/);
  });
});
