import assert from 'node:assert/strict';
import type { ApplyWorkspaceEditParams } from 'vscode-languageserver-protocol/node';
import type { Result } from '../../src/server/protocol.ts';
import { positionIn, TestClient } from './client.ts';

const bread = '---\nid: bread\ntitle: On Bread\n---\n\nFlour first.\n\nProof is a rest of the dough.\n';

describe('“Add to Glossary” as a command, over the protocol', () => {
  let client: TestClient;
  let asked: ApplyWorkspaceEditParams[];
  let isWritable: boolean;
  afterEach(() => client.stop());

  /** Asks for the words between two `|`, or at one. */
  const add = async (
    path: string,
    marked: string,
    files: Record<string, string> = {},
  ): Promise<Result<'pilcrow/addTerm'>> => {
    asked = [];
    isWritable = true;
    client = await TestClient.start({ 'sources/bread.md': bread, ...files });
    client.connection.onRequest('workspace/applyEdit', (params: ApplyWorkspaceEditParams) => {
      asked.push(params);
      return { applied: isWritable };
    });
    return again(path, marked);
  };
  const again = async (path: string, marked: string): Promise<Result<'pilcrow/addTerm'>> => {
    const text = marked.replaceAll('|', '');
    const { uri } = await client.open(path, text);
    const start = positionIn(text, marked.indexOf('|'));
    const end = positionIn(text, Math.max(marked.indexOf('|'), marked.lastIndexOf('|') - 1));
    return client.ask('pilcrow/addTerm', { uri, range: { start, end } });
  };
  const written = (): string[] =>
    asked.flatMap(({ edit }) => [
      ...Object.values(edit.changes ?? {}).flatMap((edits) => edits.map(({ newText }) => newText)),
      ...(edit.documentChanges ?? []).flatMap((change) =>
        'edits' in change
          ? change.edits.map((each) => ('newText' in each ? each.newText : ''))
          : [`${change.kind} ${'uri' in change ? change.uri.slice(client.uri('').length) : ''}`],
      ),
    ]);
  const paper = 'papers/a.analysis.md';

  it('makes an entry of the selected words, and says where its definition goes', async () => {
    const reply = await add(paper, 'The |slow rise| of it.\n', { 'glossary.md': '# Words\n' });
    assert.deepEqual(written(), ['\n\n## slow rise\n\n']);
    const at = { line: 4, character: 0 };
    assert.deepEqual(reply, {
      added: true,
      name: 'slow rise',
      place: { uri: client.uri('glossary.md'), range: { start: at, end: at } },
    });
  });

  for (const [where, marked] of [
    ['in', 'A long pr|oof [@bread, ¶ 2].\n'],
    ['at the beginning of', 'A long |proof [@bread, ¶ 2].\n'],
    ['at the end of', 'A long proof| [@bread, ¶ 2].\n'],
  ] as const)
    it(`makes an entry of the word when the cursor is ${where} it`, async () => {
      await add(paper, marked, { 'glossary.md': '# Words\n' });
      assert.deepEqual(written(), ['\n\n## proof\n\nDefined at: [@bread, ¶ 2]\n\n']);
    });

  it('keeps hyphens and apostrophes of a word', async () => {
    await add(paper, "The baker's-do|zen rests.\n");
    assert.deepEqual(written(), ['create /glossary.md', "# Glossary\n\n## baker's-dozen\n\n"]);
  });

  it('makes the glossary where there is none', async () => {
    const reply = await add(paper, 'The |rise|.\n');
    assert.deepEqual(written(), ['create /glossary.md', '# Glossary\n\n## rise\n\n']);
    assert.ok(reply && 'place' in reply && reply.place.uri === client.uri('glossary.md'));
  });

  it('makes the glossary that pilcrow.json names', async () => {
    await add(paper, 'The |rise|.\n', {
      'pilcrow.json': '{ "glossaries": ["terms/*.txt", "terms/ours.md"] }',
    });
    assert.deepEqual(written(), ['create /terms/ours.md', '# Glossary\n\n## rise\n\n']);
  });

  for (const [how, marked] of [
    ['selected in another form', 'The |long rises| of it.\n'],
    ['at the cursor', 'The long ri|ses of it.\n'],
  ] as const)
    it(`leads to the entry that words have, ${how}, and writes nothing`, async () => {
      const glossary = '# Words\n\n## slow rise\n\nAlso: long rise\n\nIt takes a night.\n';
      const reply = await add(paper, marked, { 'glossary.md': glossary });
      assert.deepEqual(written(), []);
      assert.ok(reply && 'place' in reply && !reply.added);
      assert.equal(reply.place.range.start.line, 2);
    });

  for (const [what, marked] of [
    ['a citation', 'See [@br|ead, ¶ 1].\n'],
    ['code', 'Some `ov|en` here.\n'],
    ['front matter', '---\ntitle: Ov|en\n---\n\nWords.\n'],
    ['nothing', 'Words.\n\n|\n\nWords.\n'],
    ['a sentence', '|One two three four five six seven eight nine.|\n'],
  ] as const)
    it(`says that there is no term in ${what}`, async () => {
      const reply = await add(paper, marked);
      assert.deepEqual(written(), []);
      assert.ok(reply && 'problem' in reply);
      assert.match(reply.problem, /^Select the words of a term/);
    });

  it('says that the glossary cannot be written', async () => {
    await add(paper, '|Words|.\n', { 'glossary.md': '# Words\n\n## Words\n\nThese.\n' });
    isWritable = false;
    const reply = await again('papers/b.analysis.md', '|Others|.\n');
    assert.ok(reply && 'problem' in reply);
    assert.match(reply.problem, /read-only/);
  });
});
