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
  /** All but “Ignore here…”, which stands at the end of every list. */
  const actionsAt = async (text: string, words: string, only?: string[]): Promise<CodeAction[]> =>
    (await allActionsAt(text, words, only)).filter(({ title }) => !title.startsWith('Ignore here…'));
  const allActionsAt = async (text: string, words: string, only?: string[]): Promise<CodeAction[]> => {
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

  it('lead to what may have been typed with a digit too many, at last to the nearest paragraph', async () => {
    await start();
    assert.deepEqual(await fixed('[@tale, ¶ 102]', '102'), ['[@tale, ¶ 2]', '[@tale, ¶ 1]', '[@tale, ¶ 5]']);
    assert.deepEqual(await fixed('[@tale, ¶ 44]', '44'), ['[@tale, ¶ 4]', '[@tale, ¶ 5]']);
    assert.deepEqual(await fixed('[@tale, ¶ 55]', '55'), ['[@tale, ¶ 5]'], 'the last one once');
    assert.deepEqual(await fixed('[@tale, ¶ 0]', '0'), ['[@tale, ¶ 1]']);
    assert.deepEqual(await fixed('[@tale, ¶¶ 3-9]', '3-9'), ['[@tale, ¶¶ 3-5]']);
    assert.deepEqual(await fixed('[@tale, ¶¶ 2-44]', '2-44'), ['[@tale, ¶¶ 2-4]', '[@tale, ¶¶ 2-5]']);
    assert.deepEqual(await fixed('[@tale, ¶¶ 22-24]', '22-24'), ['[@tale, ¶¶ 2-4]', '[@tale, ¶¶ 5]']);
    assert.deepEqual(await fixed('[@tale, ¶¶ 0-3]', '0-3'), ['[@tale, ¶¶ 1-3]']);
    assert.deepEqual(await fixed('[@tale, ¶¶ 7-9]', '7-9'), ['[@tale, ¶¶ 5]']);
    assert.deepEqual(await fixed('[@tale, ¶¶ 1, 9]', '9'), ['[@tale, ¶¶ 1, 5]']);
    assert.deepEqual(await fixed('[@tale, ¶¶ 1, 5, 9]', '9'), [], 'it is cited already');
    assert.deepEqual(await fixed('[@tale, n. 4]', '4'), ['[@tale, n. 1]']);
    assert.deepEqual(await fixed('[@tale, n. 11]', '11'), ['[@tale, n. 1]']);
    assert.deepEqual(await fixed('[@tale, 3]', '3'), ['[@tale, ¶ 3]']);
    assert.deepEqual(await fixed('[@tale, 33]', '33'), [], 'a paragraph that is not there either');
    assert.deepEqual(await fixed('[@tale, p. 3]', 'p. 3'), [], 'a page is no paragraph');
    const actions = await actionsAt('[@tale, ¶ 102]', '102');
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['Change to ¶ 2: Two lamps.', 'Change to ¶ 1: One lamp.', 'Change to the last paragraph, ¶ 5: Dark.'],
    );
  });

  it('prefer none but safe ones', async () => {
    await start();
    const preferred = async (text: string, words: string): Promise<string[]> =>
      (await actionsAt(text, words, ['quickfix']))
        .filter(({ isPreferred }) => isPreferred)
        .map(({ title }) => title);
    for (const [text, words] of [
      ['[@tale, ¶ 102]', '102'],
      ['[@tale, n. 4]', '4'],
      ['[@tale, sec. 1]', 'sec. 1'],
      ['[@tale, 3]', '3'],
      ['[@tail, ¶ 3]', '@tail'],
      ['[@tale, n. 1, ¶ 2]', 'n. 1'],
      ['“Three lights” [@tale, ¶ 3]', 'lights'],
      ['“One lamp” [@tale, ¶ 3]', 'lamp'],
    ] as const)
      assert.deepEqual(await preferred(text, words), [], text);
    assert.deepEqual(await preferred('[@tale, par. 3]', 'par'), ['Change to “¶ 3”']);
  });

  it('let clients with our commands choose the passage, before what is only nearest', async () => {
    client = await TestClient.start({ 'sources/tale.md': source }, { commandLinks: true });
    const actions = await actionsAt('[@tale, ¶¶ 1, 102]', '102');
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['Change to ¶ 2: Two lamps.', 'Choose the passage…', 'Change to the last paragraph, ¶ 5: Dark.'],
    );
    assert.deepEqual(actions[1]?.command?.arguments, [
      {
        uri: client.uri(path),
        key: 'tale',
        locator: { range: rangeOf('[@tale, ¶¶ 1, 102]', '¶¶ 1, 102'), before: '', after: '' },
        number: { range: rangeOf('[@tale, ¶¶ 1, 102]', '102'), sign: '¶ ' },
        onlyNumbers: true,
      },
    ]);
    for (const text of ['[@tale]', '@tale', '[@tale, p. 3]', '[@tale, {¶ 9}]', '[@tale, see ¶ II]'])
      assert.ok(
        (await actionsAt(text, 'tale'))
          .concat(await actionsAt(text, text))
          .some(({ title }) => title === 'Choose the passage…'),
        text,
      );
    assert.deepEqual(await actionsAt('[@nobody, ¶ 3]', 'nobody'), []);
  });

  it('end with “Ignore here…”, which silences the finding', async () => {
    await start();
    const text = 'See [@tale, ¶ 102].';
    const all = await allActionsAt(text, '102', ['quickfix']);
    assert.equal(all.at(-1)?.title, 'Ignore here…');
    assert.equal(all.filter(({ title }) => title.startsWith('Ignore here…')).length, 1);
    assert.equal(all.at(-1)?.isPreferred, undefined);
    assert.equal(all.at(-1)?.command, undefined, 'a client without our commands gets the edit alone');
    const ignored = applied(text, all.at(-1));
    assert.equal(ignored, `<!-- pilcrow-ignore citation/no-such-paragraph: reason -->\n${text}`);
    await client.change(path, ignored);
    await client.findings(path, (found) => found.length === 0);
    const two = await allActionsAt(
      '“One lamp” [@tale, ¶ 3; @tale, ¶ 9]',
      '“One lamp” [@tale, ¶ 3; @tale, ¶ 9]',
    );
    assert.deepEqual(
      two.slice(-2).map(({ title }) => title),
      ['Ignore here… (quotation/elsewhere)', 'Ignore here… (citation/no-such-paragraph)'],
    );
  });

  it('put the cursor on the reason for clients with our commands', async () => {
    client = await TestClient.start({ 'sources/tale.md': source }, { commandLinks: true });
    const action = (await allActionsAt('- See [@tale, ¶ 102].', '102')).at(-1);
    assert.equal(
      applied('- See [@tale, ¶ 102].', action),
      '- <!-- pilcrow-ignore citation/no-such-paragraph: reason -->\n  See [@tale, ¶ 102].',
    );
    const start = { line: 0, character: 2 + '<!-- pilcrow-ignore citation/no-such-paragraph: '.length };
    const end = { line: 0, character: start.character + 'reason'.length };
    assert.deepEqual(action?.command?.arguments, [client.uri(path), { start, end }]);
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
