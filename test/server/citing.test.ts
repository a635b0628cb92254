import assert from 'node:assert/strict';
import { TestClient } from './client.ts';

const bread = `---
id: bread
title: On Bread
---

## 1. Flour

Flour first, and water after it.

The oven is warm while the dough rests.

## 2. Water

Water is what makes a dough of flour.

An oven that is cold makes no bread.
`;
const salt = '---\nid: salt\ntitle: Salt and Water\n---\n\nSalt keeps.\n\nSalt is no flour.\n';
const paper = 'As the text says [@bread, ¶ 2] at length.\n\nAnd again.\n';

describe('citing, over the protocol', () => {
  let client: TestClient;

  before(async () => {
    client = await TestClient.start({
      'sources/bread.md': bread,
      'sources/salt.md': salt,
      'papers/a.analysis.md': paper,
      'papers/fr.analysis.md': '---\nlang: fr\n---\n\nDit [@bread, § 2] et.\n',
    });
  });
  after(() => client.stop());

  const found = async (typed: string, uri = 'papers/a.analysis.md'): Promise<string[]> =>
    (await client.ask('pilcrow/citable', { uri: client.uri(uri), typed })).map(({ citation }) => citation);

  it('goes on in the citation at the cursor', async () => {
    const uri = client.uri('papers/a.analysis.md');
    const position = { line: 0, character: 28 };
    const edit = await client.ask('pilcrow/cite', { uri, position, citation: '[@bread, ¶ 4]' });
    assert.ok(edit);
    const { start, end } = edit.range;
    const [line = ''] = paper.split('\n');
    assert.equal(
      line.slice(0, start.character) + edit.newText + line.slice(end.character),
      'As the text says [@bread, ¶¶ 2, 4] at length.',
    );
    assert.deepEqual(edit.caret, { line: 0, character: 33 });
  });

  it('writes the language of the paper', async () => {
    const uri = client.uri('papers/fr.analysis.md');
    const edit = await client.ask('pilcrow/cite', {
      uri,
      position: { line: 4, character: 16 },
      citation: '[@salt, ¶¶ 1-2]',
    });
    assert.equal(edit?.newText, '; @salt, § 1-2');
    assert.equal(
      await client.ask('pilcrow/citationFor', { uri, citation: '[@bread, sec. 2]' }),
      '[@bread, sect. 2]',
    );
    const [item] = await client.ask('pilcrow/citable', { uri, typed: '3' });
    assert.deepEqual([item?.citation, item?.locator], ['[@bread, ¶ 3]', '§ 3']);
  });

  it('gives citations of one paper the locators of another one’s language', async () => {
    const pasted = (text: string, from: string, to: string) =>
      client.ask('pilcrow/pastedText', { uri: client.uri(to), file: client.uri(from), text });
    const [english, french] = ['papers/a.analysis.md', 'papers/fr.analysis.md'];
    const text = 'So [see @bread, ¶¶ 2-3, and on; @salt, sec. 1] “@bread [n. 1]” and a@b.c, § 2.';
    const inFrench = 'So [see @bread, § 2-3, and on; @salt, sect. 1] “@bread [n. 1]” and a@b.c, § 2.';
    assert.equal(await pasted(text, english, french), inFrench);
    assert.equal(await pasted(inFrench, french, english), text);
    assert.equal(await pasted(text, english, english), text);
    assert.equal(await pasted('`[@bread, ¶ 2]`', english, french), '`[@bread, ¶ 2]`');
  });

  it('takes numbers, ranges and lists of them as they are typed', async () => {
    assert.deepEqual((await found('2-4')).slice(0, 1), ['[@bread, ¶¶ 2-4]']);
    assert.deepEqual((await found('1, 4')).slice(0, 1), ['[@bread, ¶¶ 1, 4]']);
    assert.deepEqual((await found('1 and 4')).slice(0, 1), ['[@bread, ¶¶ 1, 4]']);
    assert.deepEqual((await found('¶ 3–4')).slice(0, 1), ['[@bread, ¶¶ 3-4]']);
    assert.deepEqual((await found('2')).slice(0, 2), ['[@bread, ¶ 2]', '[@salt, ¶ 2]']);
    assert.deepEqual((await found('salt 1-2')).slice(0, 1), ['[@salt, ¶¶ 1-2]']);
    assert.deepEqual((await found('sec. 2')).slice(0, 1), ['[@bread, sec. 2]']);
    assert.deepEqual((await found('§ 2')).slice(0, 1), ['[@bread, sec. 2]']);
    assert.deepEqual((await found('§ 2', 'papers/fr.analysis.md')).slice(0, 1), ['[@bread, ¶ 2]']);
    assert.ok(!(await found('bread 9')).includes('[@bread, ¶ 9]'));
  });

  it('ranks by the words typed, wherever they stand', async () => {
    assert.deepEqual((await found('oven'))[0], '[@bread, ¶ 2]');
    assert.deepEqual((await found('cold oven'))[0], '[@bread, ¶ 4]');
    assert.deepEqual((await found('makes no bread'))[0], '[@bread, ¶ 4]');
    assert.deepEqual((await found('dough of flour'))[0], '[@bread, ¶ 3]');
    assert.deepEqual((await found('water dough grapes'))[0], '[@bread, ¶ 3]', 'most of the words');
    assert.deepEqual(await found('grapefruits'), []);
  });

  it('has everything where nothing is typed, the source cited there first', async () => {
    const uri = client.uri('papers/a.analysis.md');
    const all = await client.ask('pilcrow/citable', { uri, typed: '', position: { line: 0, character: 20 } });
    assert.ok(all.length > 80, 'the built-in edition is there');
    assert.equal(all[0]?.citation, '[@bread, ¶ 1]');
    const own = await client.ask('pilcrow/citable', { uri, typed: '', key: 'salt' });
    assert.deepEqual(
      own.map(({ citation }) => citation),
      ['[@salt, ¶ 1]', '[@salt, ¶ 2]'],
    );
  });
});
