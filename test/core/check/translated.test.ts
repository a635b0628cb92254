import assert from 'node:assert/strict';
import { declaredTranslation } from '../../../src/core/quotations/declaredTranslation.ts';
import { languageFor } from '../../../src/core/languages.ts';
import { applyFixes, checkFixture } from '../../support/fixture.ts';

const texts = `=== sources/bread.md
---
id: bread
title: On Bread
language: en
---

Bread rises slowly in the dark.

Nobody eats it before the morning comes.
=== sources/bread-second.md
---
id: bread-second
title: On Bread
printing-of: bread
language: en
---

A word of the printers, which the first printing has not.
=== sources/pain.md
---
id: pain
title: Du pain
language: fr
translation-of: bread
---

Le pain lève lentement dans le noir.

Personne ne le mange avant le matin.
=== sources/other.md
---
id: other
title: Other
language: en
---

Wood burns quickly in the light.
`;

function findingsIn(paper: string): ReturnType<typeof checkFixture> {
  return checkFixture(`${texts}\n=== papers/a.analysis.md\n${paper}\n`);
}

describe('quotations in another language than the cited text', () => {
  const line = '“Le pain lève lentement” [@bread, ¶ 2].';
  const found = findingsIn(`
${line}
 ^^^^^^^^^^^^^^^^^^^^^^ quotation/translated: “Le pain lève lentement” stands at ¶ 1 of @pain; @bread says it in other words.
`);

  it('are found in its translation, which the citation may name instead', () => {
    assert.equal(applyFixes(`\n${line}`, found, 0), '\n“Le pain lève lentement” [@pain, ¶ 1].');
    findingsIn('“Le pain lève lentement” [@pain, ¶ 1].');
  });

  it('may be said to be the writer’s own translation', () => {
    const own = applyFixes(`\n${line}`, found, 1);
    assert.equal(own, '\n“Le pain lève lentement” [@bread, ¶ 2, my translation].');
  });

  it('are found the other way round, and under another printing of the base', () => {
    findingsIn(`
“Bread rises slowly in the dark” [@pain, ¶ 1] and “Personne ne le mange avant” [@bread-second, ¶ 1].
 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quotation/translated: of @bread
                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^ quotation/translated: of @pain
`);
  });

  it('are not sought in texts that are not related, nor in another printing', () => {
    findingsIn(`
He wrote: “Wood burns quickly in the light” [@bread, ¶ 1], “A word of the printers, which the first” [@bread, ¶ 2].
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quotation/not-found: stands in @bread
                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quotation/not-found: stands in @bread
`);
  });

  it('are said to be translated in words that are understood', () => {
    for (const lang of ['en', 'fr', 'de', 'es']) {
      const rest = `, ${languageFor(lang)?.ownTranslation ?? ''}`;
      assert.equal(declaredTranslation({ prefix: '', rest }), 'own', lang);
    }
  });
});
