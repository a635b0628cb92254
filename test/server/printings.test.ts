import assert from 'node:assert/strict';
import { parseFixture } from '../support/fixture.ts';
import { note, page } from '../core/notes/notes.ts';
import { TestClient } from './client.ts';

const fixture = `=== sources/bread.md
---
id: bread
title: On Bread
language: en
---

The flour comes first of all that there is.

Then water is poured over it, slowly and warm.

Salt comes last, as my grandmother always used to say.
=== sources/bread-second.md
---
id: bread-second
title: On Bread, second printing
language: en
printing-of: bread
---

A word to the second printing, which nobody asked us for.

The flour comes first of all that there is.

Then water is poured over it, slowly and warm.
=== sources/pain.md
---
id: pain
title: Du pain
language: fr
translation-of: bread
---

La farine vient d’abord.
=== papers/a.analysis.md
First [@bread, ¶ 1], then [@bread, ¶ 3].
`;

describe('citations of another printing, over the protocol', () => {
  let client: TestClient;
  before(async () => {
    const files = Object.fromEntries(parseFixture(fixture).files.map(({ path, text }) => [path, text]));
    const notes = page(note(1)).replace(/"value": "[^"]*"/, '"value": "See [@bread, ¶ 2]."');
    client = await TestClient.start({ ...files, 'notes/a.jsonld': notes });
  });
  after(() => client.stop());

  it('tells which texts are printings of each other', async () => {
    const texts = await client.ask('pilcrow/printings', {});
    assert.deepEqual(
      texts
        .filter(({ key }) => key.startsWith('bread') || key === 'pain')
        .map(({ key, printings }) => [key, printings]),
      [
        ['bread', ['bread-second']],
        ['bread-second', ['bread']],
        ['pain', []],
      ],
    );
  });

  it('gives the edits of papers and notes, and what stays', async () => {
    const moves = await client.ask('pilcrow/moveCitations', { old: 'bread', now: 'bread-second' });
    assert.ok(moves);
    assert.deepEqual([moves.moved, moves.stays.length], [2, 1]);
    const [paper, notes] = moves.files;
    assert.deepEqual(paper, {
      uri: client.uri('papers/a.analysis.md'),
      edits: [
        {
          range: { start: { line: 0, character: 7 }, end: { line: 0, character: 18 } },
          newText: '@bread-second, ¶ 2',
        },
      ],
    });
    assert.equal(notes?.uri, client.uri('notes/a.jsonld'));
    assert.match(notes.edits[0]?.newText ?? '', /See \[@bread-second, ¶ 3\]\./);
    assert.equal(moves.stays[0]?.range.start.character, 27);
  });

  it('has nothing for a text that is not there, or for one alone', async () => {
    for (const now of ['nobody', 'bread'])
      assert.equal(await client.ask('pilcrow/moveCitations', { old: 'bread', now }), null);
  });
});
