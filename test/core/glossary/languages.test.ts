import { checkFixture } from '../../support/fixture.ts';
import assert from 'node:assert/strict';
import { termsIn } from '../../../src/core/resolve.ts';
import { parseFixture, studyOf } from '../../support/fixture.ts';

const glossary = `=== glossary.md
## mass line

Also: line of the masses
Also (fr): ligne de masse, chair

A way of leading.

## flesh

Also (de): Fleisch
Also (fr): viande

What it is made of.

## chair

Somebody who leads a meeting.
`;

describe('names of terms in other languages', () => {
  const words = 'The mass line, the line of the masses, the ligne de masse, the chair, viande, Fleisch.';
  const study = studyOf(
    parseFixture(`${glossary}
=== sources/a.md
---
language: fr-CA
---

${words}
=== papers/en.analysis.md
${words}
=== papers/fr.analysis.md
---
lang: fr
---

${words}
`),
  );

  function usesIn(path: string): string[] {
    const file = study.files.find((each) => each.file.path === path);
    assert.ok(file?.role === 'paper' || file?.role === 'source');
    return termsIn(file, study.terms).uses.map(({ text, term }) => `${text}: ${term.name}`);
  }

  it('are sought in texts of their language alone', () => {
    const everywhere = ['mass line: mass line', 'line of the masses: mass line'];
    assert.deepEqual(usesIn('papers/en.analysis.md'), [...everywhere, 'chair: chair']);
    const inFrench = [...everywhere, 'ligne de masse: mass line', 'chair: chair', 'viande: flesh'];
    assert.deepEqual(usesIn('papers/fr.analysis.md'), inFrench);
    assert.deepEqual(usesIn('sources/a.md'), inFrench);
  });

  it('are known wherever words are marked as a term', () => {
    checkFixture(`=== glossary.md
## mass line

Also (fr): ligne de masse
Also (de): Massenlinie

A way of leading.

=== papers/a.analysis.md
The [ligne de masse]{.term}, the [Massenlinie]{.term}, the [linea]{.term}.
                                                            ^^^^^ term/undefined
`);
  });

  it('compete with those of the same language, not of others', () => {
    checkFixture(`=== glossary.md
## one

Also (fr): mot
           ^^^ term/duplicate

An entry.

## two

Also (fr): mot
           ^^^ term/duplicate
Also (de): Wort

An entry.

## three

Also (en): mot
Also (fr): Wort

An entry.
`);
  });
});
