import assert from 'node:assert/strict';
import { TestClient } from './client.ts';

const long = `Bread ${'rises and falls and '.repeat(12)}rises.`;
const source = `---
id: bread
title: On Bread
---

## 1. Flour

Flour *first*, she said: “no [water] yet”.[^1]

1\\. Then wait. Or don’t.

${long}

[^1]: A note of five words.
`;

/** The words from `from` to `to` in the source, each standing there once. */
function rangeOf(from: string, to: string): { start: object; end: object } {
  const position = (offset: number): { line: number; character: number } => {
    const lines = source.slice(0, offset).split('\n');
    return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  };
  const end = source.indexOf(to);
  assert.ok(end >= 0);
  return { start: position(source.indexOf(from)), end: position(end + to.length) };
}

describe('what is selected in a source, over the protocol', () => {
  let client: TestClient;

  before(async () => {
    client = await TestClient.start({ 'sources/bread.md': source });
  });
  after(() => client.stop());

  const citationOf = async (from: string, to: string) => {
    const range = rangeOf(from, to) as Parameters<typeof client.ask<'pilcrow/citationOf'>>[1]['range'];
    return client.ask('pilcrow/citationOf', { uri: client.uri('sources/bread.md'), range });
  };

  it('is a quotation for a sentence where it is short', async () => {
    const found = await citationOf('Flour *first*', 'yet”');
    assert.deepEqual(found, {
      citation: '[@bread, ¶ 1]',
      quotation: '“Flour first, she said: ‘no \\[water\\] yet’” [@bread, ¶ 1]',
      block: null,
      paragraphs: 1,
    });
  });

  it('is a block quotation where it is long, or of several paragraphs', async () => {
    assert.equal((await citationOf(long, long))?.block, `> ${long}\n>\n> — [@bread, ¶ 3]`);
    assert.equal(
      (await citationOf('no [water]', 'Then wait.'))?.block,
      '> no \\[water\\] yet”.\n>\n> 1\\. Then wait.\n>\n> — [@bread, ¶¶ 1-2]',
    );
  });

  it('may be words of a note, but not a heading', async () => {
    assert.equal((await citationOf('five words', 'five words'))?.quotation, '“five words” [@bread, n. 1]');
    assert.deepEqual(await citationOf('## 1', 'Flour'), {
      citation: '[@bread, sec. 1]',
      quotation: null,
      block: null,
      paragraphs: 0,
    });
  });

  it('is verbatim once it stands in a paper', async () => {
    const quotations = await Promise.all([
      citationOf('Flour *first*', 'yet”'),
      citationOf(long, long),
      citationOf('Flour *first*', 'don’t.'),
    ]);
    const text = quotations
      .map((found) => `He says:\n\n${found?.block ?? found?.quotation ?? ''}\n`)
      .join('\n');
    await client.open('papers/a.analysis.md', text);
    const { nodes } = await client.ask('pilcrow/paper', { uri: client.uri('papers/a.analysis.md') });
    const states = nodes.filter(({ kind }) => kind === 'quotation').map(({ description }) => description);
    assert.equal(states.length, 3);
    for (const state of states) assert.match(state ?? '', /^verbatim/i);
  });
});
