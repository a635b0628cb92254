import assert from 'node:assert/strict';
import type { CodeAction, CreateFile, TextDocumentEdit } from 'vscode-languageserver-protocol';
import { TestClient } from './client.ts';
import { edited, rangeOf } from './support.ts';

const source =
  '---\nid: tale\ntitle: The Lamp\n---\n\nOne lamp.\n\nTwo lamps.\n\nThree lamps.\n\nNo lamp.[^1]\n\nDark.\n\n[^1]: A note.\n';
const canCreate = {
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] } },
};

describe('code actions, over the protocol', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  const start = async (files: Record<string, string> = {}, capabilities = {}): Promise<void> => {
    client = await TestClient.start({ 'sources/tale.md': source, ...files }, {}, capabilities);
  };
  const path = 'papers/x.analysis.md';
  const actionsAt = async (text: string, words: string, only?: string[]): Promise<CodeAction[]> => {
    const { uri } = await client.open(path, text);
    return client.request('textDocument/codeAction', {
      textDocument: { uri },
      range: rangeOf(text, words),
      context: { diagnostics: [], ...(only ? { only } : {}) },
    });
  };
  const applied = (text: string, action: CodeAction | undefined, to = path): string =>
    edited(text, action?.edit?.changes?.[client.uri(to)] ?? []);
  /** What each quick fix at some words makes of a text. */
  const fixed = async (text: string, words: string): Promise<string[]> =>
    (await actionsAt(text, words, ['quickfix'])).map((action) => applied(text, action));

  it('lead to the nearest paragraph, and to what exists of a range', async () => {
    await start();
    assert.deepEqual(await fixed('[@tale, ¶ 102]', '102'), ['[@tale, ¶ 5]']);
    assert.deepEqual(await fixed('[@tale, ¶ 0]', '0'), ['[@tale, ¶ 1]']);
    assert.deepEqual(await fixed('[@tale, ¶¶ 3-9]', '3-9'), ['[@tale, ¶¶ 3-5]']);
    assert.deepEqual(await fixed('[@tale, ¶¶ 0-3]', '0-3'), ['[@tale, ¶¶ 1-3]']);
    assert.deepEqual(await fixed('[@tale, ¶¶ 7-9]', '7-9'), ['[@tale, ¶¶ 5]']);
    assert.deepEqual(await fixed('[@tale, ¶¶ 1, 9]', '9'), ['[@tale, ¶¶ 1, 5]']);
    assert.deepEqual(await fixed('[@tale, ¶¶ 1, 5, 9]', '9'), [], 'it is cited already');
    assert.deepEqual(await fixed('[@tale, n. 4]', '4'), ['[@tale, n. 1]']);
    const [action] = await actionsAt('[@tale, ¶ 102]', '102');
    assert.equal(action?.title, 'Change to the last paragraph, ¶ 5');
    assert.equal(action.isPreferred, true);
  });

  it('turn a reversed range round, or split it', async () => {
    await start();
    assert.deepEqual(await fixed('[@tale, ¶¶ 4-2]', '4-2'), ['[@tale, ¶¶ 2-4]', '[@tale, ¶¶ 4, 2]']);
  });

  it('change a key to the nearest, or create an entry in the first .bib file', async () => {
    const bib = '@book{weil,\n  title = {On Attention},\n}';
    await start({ 'sources/works.bib': bib }, canCreate);
    const text = '[@weill, p. 3]';
    const [nearest, entry, ...others] = await actionsAt(text, '@weill');
    assert.deepEqual(others, []);
    assert.equal(applied(text, nearest), '[@weil, p. 3]');
    assert.equal(entry?.title, 'Create a bibliography entry for @weill in sources/works.bib');
    assert.equal(entry.diagnostics?.[0]?.code, 'citation/unknown-key');
    const written = applied(bib, entry, 'sources/works.bib');
    assert.equal(written, `${bib}\n\n@misc{weill,\n  author = {},\n  title = {},\n  date = {},\n}\n`);
    await client.write('sources/works.bib', written);
    await client.findings(path, (found) => found.length === 0);
  });

  it('create the file with the entry where there is none and the client can', async () => {
    await start({}, canCreate);
    const [entry] = await actionsAt('[@weil]', '@weil');
    assert.equal(entry?.title, 'Create a bibliography entry for @weil in sources/works.bib');
    const [create, change] = entry.edit?.documentChanges as [CreateFile, TextDocumentEdit];
    const uri = client.uri('sources/works.bib');
    assert.deepEqual(create, { kind: 'create', uri, options: { ignoreIfExists: true } });
    assert.equal(change.textDocument.uri, uri);
    assert.match((change.edits[0] as { newText: string }).newText, /^@misc\{weil,/);
  });

  it('offer no file to a client that cannot create one, and no entry for what no key can be', async () => {
    await start();
    assert.deepEqual(await actionsAt('[@weil]', '@weil'), []);
    await client.stop();
    await start({ 'sources/works.bib': '' });
    assert.equal((await actionsAt('[@weil]', '@weil')).length, 1);
    assert.deepEqual(await actionsAt('[@{a%b}]', '@{a%b}'), []);
  });

  it('remove a citation that its bracket has already, without a finding', async () => {
    await start();
    const removed = async (text: string, words: string): Promise<string[]> =>
      (await actionsAt(text, words)).map((action) => {
        assert.equal(action.kind, 'refactor.rewrite');
        return applied(text, action);
      });
    assert.deepEqual(await removed('[@tale, ¶ 1; @tale, ¶ 2; @tale, ¶ 1]', '¶ 2'), [
      '[@tale, ¶ 1; @tale, ¶ 2]',
    ]);
    assert.deepEqual(await removed('[see @tale, ¶ 1; @tale, para. 1; @tale, ¶ 1.]', 'see'), [
      '[see @tale, ¶ 1; @tale, ¶ 1.]',
    ]);
    assert.deepEqual(await removed('[@tale, ¶ 1; @tale, ¶ 1; @tale, ¶ 1; @tale, ¶ 2]', '@tale'), [
      '[@tale, ¶ 1; @tale, ¶ 2]',
    ]);
    for (const text of [
      '[@tale, ¶ 1; @tale, ¶ 2]',
      '[@tale, ¶ 1; -@tale, ¶ 1]',
      '[@tale, ¶ 1; but see @tale, ¶ 1]',
      '[@tale, ¶ 1] and [@tale, ¶ 1]',
    ])
      assert.deepEqual(await removed(text, '@tale'), [], text);
  });

  it('fix all of one check, or everything that is safe', async () => {
    await start();
    const text = '[@tale, par. 1], [@tale, fn. 1], [@tale, ¶ 9]. <!-- pilcrow-ignore x/y --> [@tale, par. 2]';
    const quick = await actionsAt(text, 'par. 1');
    const titles = quick.map(({ title }) => title);
    assert.deepEqual(titles, [
      'Change to “¶ 1”',
      'Fix all citation/unparsed-locator in this file',
      'Fix all that Pilcrow can fix safely',
    ]);
    assert.deepEqual(
      quick.map(({ kind }) => kind),
      ['quickfix', 'quickfix', 'source.fixAll.pilcrow'],
    );
    assert.equal(quick[1]?.diagnostics?.length, 3);
    assert.equal(
      applied(text, quick[1]),
      '[@tale, ¶ 1], [@tale, n. 1], [@tale, ¶ 9]. <!-- pilcrow-ignore x/y --> [@tale, ¶ 2]',
    );
    const [all, ...others] = await actionsAt(text, '¶ 9', ['source.fixAll']);
    assert.deepEqual(others, [], 'on save nothing is applied twice');
    assert.ok(applied(text, all).startsWith('[@tale, ¶ 1], [@tale, n. 1], [@tale, ¶ 9]. '));
    const single = await actionsAt('[@tale, par. 1], [@tale, ¶ 9]', 'par. 1', ['quickfix']);
    assert.deepEqual(
      single.map(({ title }) => title),
      ['Change to “¶ 1”'],
      'one is fixed by itself',
    );
  });
});
