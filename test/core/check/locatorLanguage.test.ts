import assert from 'node:assert/strict';
import { applyFixes, checkFixture } from '../../support/fixture.ts';

const texts = `=== sources/bread.md
---
id: bread
title: On Bread
language: en
---

# One

Bread rises slowly in the dark.

Nobody eats it before the morning comes.

# Two

Salt is weighed last of all.
=== sources/pain.md
---
id: pain
title: Du pain
language: fr
translation-of: bread
---

# Un

Le pain lève lentement dans le noir.

Personne ne le mange avant le matin.

# Deux

Le sel se pèse en dernier.
=== sources/other.md
---
id: other
title: Other
language: en
---

# First

Wood burns quickly in the light.
`;

function findingsIn(paper: string): ReturnType<typeof checkFixture> {
  return checkFixture(`${texts}\n=== papers/a.analysis.md\n${paper}\n`);
}

describe('citation/locator-language', () => {
  it('tells of a term that names another kind of place in the other language of the text', () => {
    const lines = ['---', 'lang: fr', '---', '', 'Le pain [@pain, § 1], et [@pain, § 1-2].'].join('\n');
    const found = findingsIn(`${lines}
                ^^^ citation/locator-language: “§ 1” is “paragr. 1” in this paper; where the language is en, which is a language of the cited text too, it is “sec. 1”
                                 ^^^^^ citation/locator-language: it is “secs. 1-2”`);
    const clear = lines.replaceAll('§', 'paragr.');
    assert.equal(applyFixes(lines, found), clear);
    assert.equal(applyFixes(lines, found.slice(0, 1), 1), clear);
    findingsIn(clear);
  });

  it('tells of it in a paper of the original language, too', () => {
    const line = 'Bread [@bread, § 1] and {braces} [@bread, {§ 1}].';
    const found = findingsIn(`${line}
               ^^^ citation/locator-language: “§ 1” is “sec. 1” in this paper; where the language is fr, which is a language of the cited text too, it is “paragr. 1”
                                          ^^^^^ citation/locator-language: “§ 1” is`);
    assert.equal(applyFixes(line, found), line.replaceAll('§', 'sec.'));
  });

  it('is silent of terms that are read alike, and of texts in one language', () => {
    findingsIn('Bread [@bread, ¶ 1], [@bread, sec. 1], wood [@other, § 1].');
  });

  it('is silent where the text has only one of both places, or both are the same words', () => {
    findingsIn('---\nlang: fr\n---\n\nLe sel [@pain, § 3].');
    const pair = ['en', 'fr'].map((language) => {
      const front = `id: ${language}\ntitle: ${language}\nlanguage: ${language}`;
      const base = language === 'fr' ? '\ntranslation-of: en' : '';
      return `=== sources/${language}.md\n---\n${front}${base}\n---\n\n# I\n\nOne two three four.\n\n# II\n\nFive six.\n`;
    });
    const paper = '=== papers/a.analysis.md\n---\nlang: fr\n---\n\nVoir [@fr, § 2], [@en, § 1-2].\n';
    checkFixture(pair.join('') + paper);
  });
});
