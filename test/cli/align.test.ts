import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { inRoot } from '../../scripts/support/paths.ts';
import { type Desk, useDesks } from '../support/commandLine.ts';

describe('pilcrow align', () => {
  const deskWith = useDesks();

  /** A folder with a text and its translation. */
  async function twoTexts(): Promise<Desk> {
    const desk = await deskWith();
    for (const name of ['reading.en', 'reading.fr'])
      await desk.write(
        `sources/${name}.md`,
        await readFile(inRoot('test', 'data', 'translations', `${name}.md`), 'utf8'),
      );
    await desk.write('pilcrow.json', '{}');
    return desk;
  }

  it('says which paragraphs correspond, and writes nothing', async () => {
    const desk = await twoTexts();
    const { code, out, err } = await desk.run(['align', 'reading', 'reading-fr']);
    assert.equal(code, 0);
    assert.match(out, /^¶ 1 +¶ 1 +certain$/m);
    assert.match(out, /^¶ 10 +¶ 10 +open$/m);
    assert.match(err, /20 groups certain, 1 group open/);
    await assert.rejects(desk.read('alignments/reading.reading-fr.json'));
  });

  it('takes the base from the front matter, whatever the order', async () => {
    const desk = await twoTexts();
    const { out } = await desk.run(['align', 'reading-fr', 'reading', '--format', 'json']);
    const { base, text, groups } = JSON.parse(out) as { base: string; text: string; groups: unknown[] };
    assert.deepEqual([base, text, groups.length], ['reading', 'reading-fr', 21]);
  });

  it('writes a file that keeps what a person confirmed, and checks it', async () => {
    const desk = await twoTexts();
    const path = 'alignments/reading.reading-fr.json';
    await desk.run(['align', 'reading', 'reading-fr', '--write']);
    const open = await desk.run(['check', path]);
    assert.match(open.out, / It is not certain that ¶ 10 and ¶ 10 correspond\. +alignment\/open/);
    const confirmed = '"state":"confirmed","by":"Anna","on":"2026-11-29"}';
    await desk.write(path, (await desk.read(path)).replace(/"state":"open".*\}/, confirmed));
    await desk.run(['align', 'reading', 'reading-fr', '--write']);
    assert.match(await desk.read(path), /"state":"confirmed","by":"Anna"/);
    assert.equal((await desk.run(['check', path])).out.includes('alignment/'), false);
    const source = await desk.read('sources/reading.en.md');
    await desk.write('sources/reading.en.md', source.replace('an old temptation', 'a new temptation'));
    assert.match((await desk.run(['check', path])).out, /Words of @reading have changed since Anna/);
  });

  it('gives texts whose keys have one name as a file two', async () => {
    const desk = await deskWith();
    await desk.write('pilcrow.json', '{}');
    await desk.write('sources/en.md', '---\nid: bread\nlanguage: en\n---\n\nIn 1871 he took 500 grams.\n');
    for (const [name, key] of ['pain/a', 'pain-a', 'Pain-A'].entries())
      await desk.write(
        `sources/fr${String(name)}.md`,
        `---\nid: ${key}\nlanguage: fr\ntranslation-of: bread\n---\n\nEn 1871 il prit 500 grammes.\n`,
      );
    const names = ['bread.pain-a.json', 'bread.pain-a-2.json', 'bread.Pain-A-3.json'];
    for (const key of ['pain/a', 'pain-a', 'Pain-A']) {
      const { err } = await desk.run(['align', 'bread', key, '--write']);
      assert.match(err, /says so now/);
    }
    for (const round of [1, 2]) {
      const texts = await Promise.all(names.map((name) => desk.read(`alignments/${name}`)));
      assert.deepEqual(
        texts.map((text) => (JSON.parse(text) as { text: string }).text),
        ['pain/a', 'pain-a', 'Pain-A'],
        `round ${String(round)}`,
      );
      await desk.run(['align', 'bread', 'pain-a', '--write']);
    }
  });

  it('does not write over a file that it cannot read', async () => {
    const desk = await twoTexts();
    await desk.write('alignments/reading.reading-fr.json', '{"format": 9, "base": "reading", "text": "x"}');
    const { code, err } = await desk.run(['align', 'reading', 'reading-fr', '--write']);
    assert.equal(code, 2);
    assert.match(err, /later version/);
  });

  it('merges versions for git', async () => {
    const desk = await twoTexts();
    await desk.run(['align', 'reading', 'reading-fr', '--write']);
    const text = await desk.read('alignments/reading.reading-fr.json');
    const confirmed = (number: number): string =>
      text.replace(new RegExp(`(\\{"base":\\[\\[${number},.*"state":)"computed"`), '$1"confirmed","by":"Bo"');
    for (const [name, version] of [
      ['base', text],
      ['ours', confirmed(2)],
      ['theirs', confirmed(5)],
    ] as const)
      await desk.write(name, version);
    const { code } = await desk.run(['align', '--merge', 'base', 'ours', 'theirs']);
    assert.equal(code, 0);
    assert.equal((await desk.read('ours')).match(/"by":"Bo"/g)?.length, 2);
    assert.equal((await desk.run(['align', '--merge', 'base', 'ours'])).code, 2);
  });

  it('says what is missing', async () => {
    const desk = await twoTexts();
    assert.match((await desk.run(['align', 'reading', 'nobody'])).err, /nobody/);
    assert.match((await desk.run(['align', 'reading', 'reading'])).err, /two texts/);
    assert.match((await desk.run(['align', 'masswork', 'reading'])).err, /only its numbers/);
  });
});
