import { messageOf } from '../../../src/core/messages.ts';
import assert from 'node:assert/strict';
import { analyse } from '../../../src/core/study/analyse.ts';
import { buildStudy } from '../../../src/core/study/buildStudy.ts';
import { findingsOf } from '../../../src/core/check/findings.ts';
import { freezeEdition } from '../../../src/core/source/editionSource.ts';
import { checkFixture, parseFixture, studyOf } from '../../support/fixture.ts';
import { tale, withTale } from '../../support/sample.ts';

describe('source and paper checks', () => {
  it('source/duplicate-key marks both and says which one counts', () => {
    checkFixture(`
=== sources/a.md
---
id: one
    ^^^ source/duplicate-key: also names sources/b.md. Citations lead here.
---
Words.

=== sources/b.md
---
id: one
    ^^^ source/duplicate-key: also names sources/a.md. Citations lead there, not here.
---
Other words.
`);
  });

  it('source/front-matter: no id, none at all, broken YAML', () => {
    checkFixture(`
=== sources/anonymous.md
---
title: No id
| source/front-matter: cited as @anonymous
---
Words.

=== sources/plain.md
Words alone.
| source/front-matter: Write “id: plain”

=== sources/broken.md
---
id: [broken
           | source/front-matter: cannot be read
---
Words.
`);
  });

  it('a source without an id is cited after its file', () => {
    checkFixture(`
=== sources/plain.md
Words alone.
| source/front-matter

=== papers/a.analysis.md
[@plain, ¶ 1]
`);
  });

  it('paper/front-matter: the rest of the paper is still checked', () => {
    checkFixture(
      withTale(`---
title: "On method
                 | paper/front-matter: cannot be read
---

[@tale, ¶ 9]
          ^ citation/no-such-paragraph
`),
    );
  });

  it('an unreadable file is one finding, and the others are checked', () => {
    const study = studyOf(parseFixture(withTale('[@tale, ¶ 9]\n')));
    const broken = analyse({
      uri: 'file:///study/papers/b.analysis.md',
      path: 'papers/b.analysis.md',
      role: 'paper',
      content: { problem: messageOf('files.noText', { name: 'b.analysis.md' }) },
    });
    const whole = buildStudy([...study.files, broken]);
    const found = whole.files.flatMap((file) => findingsOf(file, whole).map(({ check }) => check));
    assert.deepEqual(found, ['citation/no-such-paragraph', 'paper/front-matter']);
  });

  it('a broken edition is a finding of its own', () => {
    checkFixture(`
=== editions/tale/edition.json
{ "format": 1 }
| source/front-matter: not an edition
`);
  });
});

describe('source/changed', () => {
  const [original] = studyOf(parseFixture(tale)).sources.values();
  assert.ok(original?.file);
  const edition = JSON.stringify(freezeEdition('tale', original.file.source));

  function checkChanged(change: (text: string) => string): void {
    checkFixture(`${change(tale)}\n=== editions/tale/edition.json\n${edition}\n`);
  }

  it('is silent where the words are the same, however they are set', () => {
    checkChanged((text) =>
      text.replace('the window of', 'the  window\nof').replace('## (1) The Miller', '## (1) *The Miller*'),
    );
  });

  it('reports a changed paragraph where it stands', () => {
    checkChanged((text) =>
      text.replace(
        'Oil was dear that winter.[^1]',
        'Oil was cheap that winter.[^1]\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ source/changed: ¶ 4 has other words',
      ),
    );
  });

  it('says what was put together or parted, and not that it is lacking', () => {
    checkChanged((text) =>
      text.replace(
        'Oil was dear that winter.[^1]\n\nNobody lost the road again.',
        `Oil was dear that winter.[^1] Nobody lost the road again.\n${'^'.repeat(57)} source/changed: ¶ 4, ¶ 5 of the edition are put together here, as ¶ 4: from ¶ 5 on`,
      ),
    );
  });

  it('reports added, missing and changed notes', () => {
    checkChanged((text) =>
      text.replace(
        'The miller lit it',
        'A new paragraph.\n^^^^^^^^^^^^^^^^ source/changed: from ¶ 2 on\n\nThe miller lit it',
      ),
    );
    checkChanged((text) =>
      text
        .replace('id: tale\n', 'id: tale\n    ^^^^ source/changed: lacks ¶ 5\n')
        .replace('Nobody lost the road again.\n', ''),
    );
    checkChanged((text) =>
      text.replace(
        'It cost two coins.',
        'It cost ten coins.\n^^^^^^^^^^^^^^^^^^^^^^^^ source/changed: Note 1',
      ),
    );
  });
});

describe('term checks', () => {
  it('term/undefined names the nearest entries, in papers and sources', () => {
    checkFixture(
      withTale(`=== glossary.md
## mass line

What it is.

=== papers/a.analysis.md
The [mass line]{.term} and the [mas line]{.term}.
                                ^^^^^^^^ term/undefined: Did you mean “mass line”?
`),
    );
  });

  it('term/duplicate marks every claim', () => {
    checkFixture(`
=== glossary.md
## lamp

Also: light
      ^^^^^ term/duplicate: also claimed by “sun”

It shines.

## sun

Also: light
      ^^^^^ term/duplicate: also claimed by “lamp”

It shines too.
`);
  });
});
