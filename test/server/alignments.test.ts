import assert from 'node:assert/strict';
import { readAlignment } from '../../src/core/alignment.ts';
import { parseFixture } from '../support/fixture.ts';
import { TestClient } from './client.ts';

const fixture = `=== sources/bread.md
---
id: bread
title: On Bread
language: en
---

In 1871 the baker Anselm Vogt took 500 grams of flour and 3 eggs.

He waited until the evening, and nobody spoke.

Salt came last.
=== sources/pain.md
---
id: pain
title: Du pain
language: fr
translation-of: bread
---

En 1871 le boulanger Anselm Vogt prit 500 grammes de farine et 3 œufs.

Il attendit le soir, et personne ne parlait.

Le sel vint en dernier.
=== papers/a.analysis.md
First [@bread, ¶ 1].
`;

describe('texts side by side, over the protocol', () => {
  let client: TestClient;
  const pair = { base: 'bread', text: 'pain' };
  let content = '';

  before(async () => {
    const files = parseFixture(fixture).files.map(({ path, text }) => [path, text]);
    client = await TestClient.start(Object.fromEntries(files) as Record<string, string>);
  });
  after(() => client.stop());

  /** Waits until the server knows how many places of the file are open. */
  const written = async (newText: string, open: number): Promise<void> => {
    await client.write('alignments/bread.pain.json', newText);
    await client.findings('alignments/bread.pain.json', (found) => found.length === open);
  };

  it('knows which texts belong together, and that nobody has aligned them', async () => {
    const pairs = await client.ask('pilcrow/textPairs', {});
    assert.deepEqual(
      pairs.map(({ base, text, open }) => [base.key, text.key, text.language, open]),
      [['bread', 'pain', 'fr', undefined]],
    );
    assert.equal(await client.ask('pilcrow/alignmentReview', pair), null);
    const refused = await client.ask('pilcrow/confirmGroups', { ...pair, groups: [], by: '', content: '' });
    assert.match('problem' in refused ? refused.problem : '', /Align them first/);
  });

  it('aligns them, and says what a text without words lacks', async () => {
    const aligned = await client.ask('pilcrow/alignTexts', pair);
    assert.ok('newText' in aligned);
    assert.equal(aligned.uri, client.uri('alignments/bread.pain.json'));
    assert.equal(aligned.certain + aligned.open, readAlignment(aligned.newText).alignment?.groups.length);
    const refused = await client.ask('pilcrow/alignTexts', { base: 'bread', text: 'nobody' });
    assert.match('problem' in refused ? refused.problem : '', /@nobody/);
    assert.ok(aligned.open > 0);
    content = aligned.newText;
    await written(content, aligned.open);
  });

  it('shows every paragraph of both once, and takes what a person says of some', async () => {
    const review = await client.ask('pilcrow/alignmentReview', pair);
    assert.ok(review && 'uri' in review);
    assert.equal(review.uri, client.uri('alignments/bread.pain.json'));
    for (const side of ['base', 'text'] as const)
      assert.deepEqual(review.groups.flatMap((group) => group[side]).sort(), [1, 2, 3]);
    assert.equal(review.base.passages[1]?.words, 'He waited until the evening, and nobody spoke.');
    const said = [
      { base: [2], text: [2] },
      { base: [3], text: [] },
      { base: [], text: [3] },
    ];
    const confirmed = await client.ask('pilcrow/confirmGroups', {
      ...pair,
      groups: said,
      by: 'Anna',
      content,
    });
    assert.ok('newText' in confirmed);
    assert.equal(confirmed.confirmed, 3);
    await written(confirmed.newText, confirmed.open);
    const now = await client.ask('pilcrow/alignmentReview', pair);
    assert.ok(now && 'groups' in now);
    const alone = now.groups.filter(({ base, text }) => base.length === 0 || text.length === 0);
    assert.deepEqual(
      alone.map(({ base, text, state }) => [base, text, state]),
      [
        [[], [3], 'confirmed'],
        [[3], [], 'confirmed'],
      ],
    );
    assert.match(alone[0]?.said ?? '', /^confirmed\u00A0· Anna\u00A0· \d{4}-\d\d-\d\d$/);
  });

  it('tells what the other text has for the paragraph at a place', async () => {
    const at = (line: number) => ({ uri: client.uri('sources/bread.md'), position: { line, character: 3 } });
    const [second] = await client.ask('pilcrow/counterpartsAt', at(8));
    assert.deepEqual(
      [second?.uri, second?.ranges[0]?.start.line, second?.isCertain],
      [client.uri('sources/pain.md'), 9, true],
    );
    const [third] = await client.ask('pilcrow/counterpartsAt', at(10));
    assert.deepEqual([third?.ranges, third?.isCertain], [[], true]);
    assert.deepEqual(await client.ask('pilcrow/counterpartsAt', at(1)), []);
    const beside = await client.ask('pilcrow/textsBeside', { uri: client.uri('sources/pain.md') });
    assert.deepEqual(beside, [{ uri: client.uri('sources/bread.md'), title: 'On Bread' }]);
  });

  it('shows the notes on one text in the other, where their passage certainly corresponds', async () => {
    const uri = client.uri('sources/bread.md');
    const note = { do: 'add', uri, author: 'Ada', kind: 'question', text: 'Why?', tags: [] } as const;
    const add = (line: number, words: string) => {
      const range = { start: { line, character: 0 }, end: { line, character: words.length } };
      return client.ask('pilcrow/changeNote', { uri, action: { ...note, range } });
    };
    assert.ok('id' in (await add(8, 'He waited until the evening')));
    // Nothing corresponds to this one.
    assert.ok('id' in (await add(10, 'Salt came last')));
    const { threads, count } = await client.ask('pilcrow/documentNotes', {
      uri: client.uri('sources/pain.md'),
    });
    assert.deepEqual(
      threads.map(({ isElsewhere, place, label, words, note: { text, author } }) => [
        isElsewhere,
        place?.uri,
        place?.range.start.line,
        label,
        words,
        text,
        author,
      ]),
      [
        [
          true,
          client.uri('sources/pain.md'),
          9,
          'Question · ¶ 2 · @bread',
          'He waited until the evening',
          'Why?',
          'Ada',
        ],
      ],
    );
    assert.equal(count, 1);
  });

  it('says of a file that cannot be read that it is there', async () => {
    await client.write(
      'alignments/bread.pain.json',
      '{ "format": 9, "base": "bread", "text": "pain", "groups": [] }',
    );
    await client.findings('alignments/bread.pain.json', (found) =>
      found.some(({ message }) => typeof message === 'string' && message.includes('later version')),
    );
    const review = await client.ask('pilcrow/alignmentReview', pair);
    assert.match(
      review && 'problem' in review ? review.problem : '',
      /bread\.pain\.json was written by a later version/,
    );
    const aligned = await client.ask('pilcrow/alignTexts', pair);
    assert.match('problem' in aligned ? aligned.problem : '', /It stays as it is/);
  });
});
