import assert from 'node:assert/strict';
import { completionAt } from '../../../../src/core/present/completion.ts';
import { bilingualStudy } from '../../../support/bilingual.ts';

describe('completion of keys', () => {
  it('lists a translation under its base', () => {
    const study = bilingualStudy(`=== sources/aaa.md
---
id: aaa
title: First
---

Words.
=== sources/notes.md
---
id: notes
title: Later
---

Words.
=== papers/a.analysis.md
Cited is [@soirees, ¶ 1], and [@
`);
    const [paper] = study.papers;
    assert.ok(paper);
    const completion = completionAt(paper, paper.text.indexOf('[@\n') + 2, study);
    const items = [...(completion?.items ?? [])].filter(({ label }) => study.sources.has(label));
    assert.deepEqual(
      items
        .sort((a, b) => (a.sortText < b.sortText ? -1 : 1))
        .map(({ label, description }) => [label, description.startsWith('↳ ')]),
      [
        ['evenings', false],
        ['soirees', true],
        ['aaa', false],
        ['notes', false],
      ],
    );
  });
});
