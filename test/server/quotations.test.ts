import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { TestClient } from './client.ts';
import { accepted, completionsAt, hoverAt } from './support.ts';

const tale = `---
id: tale
title: The Ferry
author: Nobody
---

## (1) The River

The ferry crosses at noon, when the wind is low; nobody pays before the other bank. Those who hurry, walk.

The ferryman said “no wind, no crossing” and lay down in the shade of his boat.

The ferry crosses at noon on holidays too.

> A river is no reason to be late. It is only an excuse.

[^1]: The ferryman's name was never written down.
`;
const other = `---
id: other
title: Another Ferry
---

The ferry crosses at noon, and again at night!
`;

describe('quotations that are being written', () => {
  let client: TestClient;
  before(async () => {
    client = await TestClient.start({ 'sources/tale.md': tale, 'sources/another.md': other });
  });
  after(() => client.stop());

  /** What each of the first items makes of the text. */
  const offered = async (text: string): Promise<string[]> =>
    (await completionsAt(client, text)).map((item) => accepted(text, item));

  it('go on to the end of the phrase, the clause and the sentence', async () => {
    assert.deepEqual(await offered('[@tale] says “nobody pays before$0'), [
      '[@tale] says “nobody pays before the other bank” [@tale, ¶ 1]',
    ]);
    assert.deepEqual((await offered('[@tale] says “The ferry crosses$0')).slice(0, 3), [
      '[@tale] says “The ferry crosses at noon” [@tale, ¶ 1]',
      '[@tale] says “The ferry crosses at noon, when the wind is low” [@tale, ¶ 1]',
      '[@tale] says “The ferry crosses at noon, when the wind is low; nobody pays before the other bank” [@tale, ¶ 1]',
    ]);
  });

  it('offer every place, those of sources that the paper cites first', async () => {
    const ends = async (text: string): Promise<string[]> =>
      (await completionsAt(client, text)).map(({ labelDetails }) => labelDetails?.description ?? '');
    assert.deepEqual(await ends('“the ferry crosses at$0 [@tale, ¶ 9]. See [@tale, ¶ 1].'), [
      '¶ 1 · tale',
      '¶ 1 · tale',
      '¶ 1 · tale',
      '¶ 3 · tale',
      '¶ 1 · other',
      '¶ 1 · other',
    ]);
    assert.equal((await ends('See [@other, ¶ 1]. “the ferry crosses at$0'))[0], '¶ 1 · other');
  });

  it('are closed with the mark that fits, whatever the source writes', async () => {
    const first = async (text: string): Promise<string | undefined> => (await offered(text))[0];
    assert.equal(await first('“A river is no$0'), '“A river is no reason to be late” [@tale, ¶ 4]');
    assert.equal(await first('"A river is no$0'), '"A river is no reason to be late" [@tale, ¶ 4]');
    assert.equal(await first("'A river is no$0"), "'A river is no reason to be late' [@tale, ¶ 4]");
    assert.equal(await first('‘A river is no$0'), '‘A river is no reason to be late’ [@tale, ¶ 4]');
    assert.equal(await first('„A river is no$0'), '„A river is no reason to be late“ [@tale, ¶ 4]');
    assert.equal(await first('« A river is no$0'), '« A river is no reason to be late » [@tale, ¶ 4]');
    assert.deepEqual(await offered('“The ferryman said$0'), [
      '“The ferryman said ‘no wind, no crossing’ and lay down in the shade of his boat” [@tale, ¶ 2]',
    ]);
    assert.deepEqual(await offered('“no wind, no$0'), ['“no wind, no crossing” [@tale, ¶ 2]']);
  });

  it('add neither mark nor citation where they stand already', async () => {
    assert.deepEqual(await offered('“A river is no$0”'), ['“A river is no reason to be late” [@tale, ¶ 4]']);
    assert.deepEqual(await offered('“A river is no$0” [@tale, ¶ 4].'), [
      '“A river is no reason to be late” [@tale, ¶ 4].',
    ]);
    assert.deepEqual(await offered('“A river is no$0 [@tale, ¶ 4].'), [
      '“A river is no reason to be late” [@tale, ¶ 4].',
    ]);
    assert.deepEqual(await offered('@tale writes “a river is no$0'), [
      '@tale writes “a river is no reason to be late” [-@tale, ¶ 4]',
    ]);
  });

  it('go on in the middle of a word, behind words left out and in a block quotation', async () => {
    assert.deepEqual(await offered('“nobody pays before the ot$0'), [
      '“nobody pays before the other bank” [@tale, ¶ 1]',
    ]);
    assert.deepEqual(await offered('“A river … It is only$0'), [
      '“A river … It is only an excuse” [@tale, ¶ 4]',
    ]);
    assert.deepEqual(await offered('Hm.\n\n> A river is\n> no$0'), [
      'Hm.\n\n> A river is\n> no reason to be late. [@tale, ¶ 4]',
    ]);
    assert.deepEqual(await offered('Hm.\n\n> A river is no$0\n>\n> — [@tale, ¶ 4]'), [
      'Hm.\n\n> A river is no reason to be late.\n>\n> — [@tale, ¶ 4]',
    ]);
    assert.deepEqual(await offered('“A river is no reason to be late$0'), [
      '“A river is no reason to be late” [@tale, ¶ 4]',
      '“A river is no reason to be late. It is only an excuse” [@tale, ¶ 4]',
    ]);
  });

  it('are left alone before the third word, in code, in plain prose and where they are closed', async () => {
    for (const text of [
      '“A river$0',
      'A river is no$0',
      '“A river is no$0 reason to be late” [@tale, ¶ 4]',
      '“A river was no$0',
      '`“A river is no$0`',
      '```\n“A river is no$0\n```\n',
      '```\n“A river is no$0',
      '    “A river is no$0',
      '<!-- “A river is no$0 -->',
      '<!-- “A river is no$0',
      '---\ntitle: “A river is no$0\n---\n',
    ])
      assert.deepEqual(await offered(text), [], text);
  });

  it('explain themselves when they are looked at', async () => {
    const [item] = await completionsAt(client, '“A river is no$0');
    assert.equal(item?.documentation, undefined);
    const { documentation } = await client.request<{ documentation?: { value: string } }>(
      'completionItem/resolve',
      item ?? {},
    );
    assert.match(
      documentation?.value ?? '',
      /River[^]*> A river is no reason to be late\. It is only an excuse/,
    );
  });
});

describe('the hover of a quotation', () => {
  let client: TestClient;
  before(async () => {
    client = await TestClient.start({ 'sources/tale.md': tale, 'sources/another.md': other });
  });
  after(() => client.stop());

  it('shows the quoted words in bold with a sentence either side', async () => {
    const text = await hoverAt(client, '“Those who hu$0rry, walk” [@tale, ¶ 1].');
    assert.match(text, /^\*\*Quotation: verbatim\*\* · The Ferry, Nobody/);
    assert.match(
      text,
      /¶ 1[^\n]*\n\n> The ferry crosses at noon, when the wind is low; nobody pays before the other bank\. \*\*Those who hurry, walk\*\*\.$/,
    );
    const second = await hoverAt(client, '“It is on$0ly an excuse.” [@tale, ¶ 4]');
    assert.match(second, /> A river is no reason to be late\. \*\*It is only an excuse\.\*\*$/);
  });

  it('marks what was altered, and says where the words stand', async () => {
    const altered = await hoverAt(client, '“A river is a re$0ason to be late” [@tale, ¶ 4].');
    assert.match(altered, /Quotation: altered/);
    assert.match(
      altered,
      /In the paper\n\n> “A river is ~~a~~ reason to be late”\n\n¶ 4[^\n]*\n\n> A river is \*\*no\*\* reason to be late\. …$/,
    );
    const elsewhere = await hoverAt(client, '“A river is no re$0ason to be late” [@tale, ¶ 2].');
    assert.match(elsewhere, /^\*\*Quotation: stands elsewhere\*\* · The Ferry[^\n]*\n\n¶ 4/);
    assert.match(elsewhere, /\*\*A river is no reason to be late\*\*\. It is only an excuse\./);
    const missing = await hoverAt(client, '“Bridges are what makes gen$0tlemen of us” [@tale, ¶ 3].');
    assert.match(missing, /not found[^]*Cited: ¶ 3[^]*> The ferry crosses at noon on holidays too\./);
  });

  it('shows two sentences and the difference, and nothing that the finding says', async () => {
    const text = '“Nobody pays … the other bank. Those who hu$0rry, swim.” [@tale, ¶ 1].';
    const hover = await hoverAt(client, text);
    const [finding] = await client.findings('papers/x.analysis.md', (found) => found.length > 0);
    assert.ok(typeof finding?.message === 'string' && !hover.includes(finding.message), hover);
    assert.equal(hover.split('~~').length, 3, hover);
  });

  it('says what fingerprints prove, and shows the gist in place of the words', async () => {
    const text = await hoverAt(client, '“mo$0de” [@masswork, ¶ 1].');
    assert.match(text, /not verified[^]*Too short[^]*¶ 1/);
  });

  it('stands below the definition of a term in it', async () => {
    const text = await hoverAt(client, '“mass wo$0rk” [@masswork, ¶ 3].');
    assert.match(text, /^\*\*mass work\*\*[^]*\n\n---\n\n\*\*Quotation: not verified\*\*/);
  });
});

const essay = fileURLToPath(new URL('../../../shared/essay/essay.md', import.meta.url));

describe('quotations of the essay', () => {
  let client: TestClient;
  before(async function () {
    if (!existsSync(essay)) {
      console.log('      skipped: the essay is not at ../shared/essay');
      return void this.skip();
    }
    client = await TestClient.start({ 'sources/masswork.md': readFileSync(essay, 'utf8') });
  });
  after(async () => {
    if (existsSync(essay)) await client.stop();
  });

  it('go on in the essay’s own words, verbatim', async () => {
    const passages = await client.ask('pilcrow/citable', {});
    assert.ok(passages.length > 80);
    const words = readFileSync(essay, 'utf8')
      .split('\n\n')
      .find((block) => /^[A-Z][a-z]+ [a-z]+ [a-z]+ [a-z]+ [a-z]+ [a-z]+/.test(block))!
      .split(' ');
    const start = words.slice(0, 5).join(' ');
    const text = `See [@masswork, ¶ 1]. “${start}$0`;
    const [item] = await completionsAt(client, text);
    const whole = accepted(text, item);
    const state = await hoverAt(client, whole.replace(start, `${start}$0`));
    assert.match(state, /\*\*Quotation: verbatim\*\* · Mass Work and Proletarian Revolutionaries/);
  });
});
