import assert from 'node:assert/strict';
import type {
  CodeLens,
  DocumentHighlight,
  InlayHint,
  LinkedEditingRanges,
  SelectionRange,
  SemanticTokens,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver-protocol';
import type { WirePosition } from '../../src/server/protocol.ts';
import { capable } from './capableClient.ts';
import { TestClient } from './client.ts';

const files = {
  'sources/bread.md':
    '---\nid: bread\ntitle: On Bread\n---\n\nFlour first.\n\n## (1) Rising\n\nYeast next.\n',
  'glossary.md': '## dough\n\nDefined at: [@bread, ¶ 1]\n\nFlour and water.\n',
  'works.bib': '',
  'papers/a.analysis.md':
    '---\ntitle: First\n---\n\nSee [@bread, ¶ 2] and [-@bread, sec. 1]; [@brod, ¶ 1]. Good dough, [dough]{.term}.\n',
};

/** As our own extension announces them. */
const ownTokens = {
  ...capable.textDocument,
  semanticTokens: {
    ...capable.textDocument.semanticTokens,
    tokenTypes: ['citation', 'locator', 'term'],
    tokenModifiers: ['unresolved', 'suppressedAuthor'],
  },
};

describe('marks, symbols and renaming, over the protocol', () => {
  let client: TestClient;
  let uri: string;
  beforeEach(async () => {
    client = await TestClient.start(files, { commandLinks: true }, { textDocument: ownTokens });
    uri = client.uri('papers/a.analysis.md');
  });
  afterEach(() => client.stop());

  it('colours keys, locators and marked terms, the unresolved apart', async () => {
    const { data } = await client.request<SemanticTokens>('textDocument/semanticTokens/full', {
      textDocument: { uri },
    });
    const tokens = [];
    for (let i = 0; i < data.length; i += 5) tokens.push(data.slice(i + 2, i + 5).join(' '));
    assert.deepEqual(tokens, ['6 0 0', '3 1 0', '6 0 2', '6 1 0', '5 0 1', '3 1 1', '5 2 0']);
  });

  it('numbers the paragraphs of a source and names the section behind a locator', async () => {
    const all = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const source = await client.request<InlayHint[]>('textDocument/inlayHint', {
      textDocument: { uri: client.uri('sources/bread.md') },
      range: all,
    });
    assert.deepEqual(
      source.map((hint) => [hint.label, hint.position.line]),
      [
        ['¶ 1', 5],
        ['¶ 2', 9],
      ],
    );
    const paper = await client.request<InlayHint[]>('textDocument/inlayHint', {
      textDocument: { uri },
      range: all,
    });
    assert.deepEqual(
      paper.map((hint) => hint.label),
      ['Rising'],
    );
  });

  it('says above a paragraph who cites it', async () => {
    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', {
      textDocument: { uri: client.uri('sources/bread.md') },
    });
    assert.deepEqual(
      lenses.map((lens) => lens.command?.title),
      ['Cited 2 times in 1 paper'],
    );
    const [, position, of] = lenses[0]?.command?.arguments as [string, WirePosition, 'citations'];
    const places = await client.ask('pilcrow/lensPlaces', {
      uri: client.uri('sources/bread.md'),
      position,
      of,
    });
    assert.deepEqual(
      places.map((place) => [place.uri, place.range.start.character, place.range.end.character]),
      [
        [uri, 5, 16],
        [uri, 24, 38],
      ],
    );
  });

  it('highlights what leads to the same passage', async () => {
    const found = await client.request<DocumentHighlight[]>('textDocument/documentHighlight', {
      textDocument: { uri },
      position: { line: 4, character: 14 },
    });
    assert.deepEqual(
      found.map((highlight) => highlight.range.start.character),
      [5, 24],
    );
  });

  it('finds sections, papers and terms by name', async () => {
    const found = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'ris' });
    assert.ok(found.some((symbol) => symbol.name === '(1) Rising' && symbol.containerName === 'On Bread'));
    const papers = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'first' });
    assert.ok(papers.some((symbol) => symbol.name === 'First'));
  });

  it('grows a selection from the locator to the bracket to the paragraph', async () => {
    const [selection] = await client.request<SelectionRange[]>('textDocument/selectionRange', {
      textDocument: { uri },
      positions: [{ line: 4, character: 14 }],
    });
    const starts = [];
    for (let at: SelectionRange | undefined = selection; at; at = at.parent)
      starts.push(at.range.start.character);
    assert.deepEqual(starts, [13, 5, 4, 0, 0]);
  });

  it('edits the label of a note where it stands and where it is defined', async () => {
    const note = await client.open(
      'papers/n.analysis.md',
      'One[^a$0], two[^b], three[^a].\n\n[^a]: A.\n[^b]: B.\n',
    );
    const found = await client.request<LinkedEditingRanges>('textDocument/linkedEditingRange', {
      textDocument: { uri: note.uri },
      position: note.position,
    });
    assert.deepEqual(
      found.ranges.map(({ start }) => [start.line, start.character]),
      [
        [0, 5],
        [0, 25],
        [2, 2],
      ],
    );
  });

  it('renames a key in papers, glossary and source, with braces where they are needed', async () => {
    const rename = (newName: string) =>
      client.request<WorkspaceEdit>('textDocument/rename', {
        textDocument: { uri },
        position: { line: 4, character: 7 },
        newName,
      });
    const { changes } = await rename('loaf');
    assert.deepEqual(
      Object.keys(changes ?? {}).sort(),
      [client.uri('glossary.md'), uri, client.uri('sources/bread.md')].sort(),
    );
    assert.deepEqual(
      changes?.[uri]?.map((edit) => edit.newText),
      ['@loaf', '@loaf'],
    );
    assert.deepEqual(
      (await rename('loaf,new')).changes?.[uri]?.map((edit) => edit.newText),
      ['@{loaf,new}', '@{loaf,new}'],
    );
    await assert.rejects(rename('masswork'), /taken/);
  });

  it('renames a term: the entry and marked uses, plain ones only where the person can be asked', async () => {
    const { changes } = await client.request<WorkspaceEdit>('textDocument/rename', {
      textDocument: { uri: client.uri('glossary.md') },
      position: { line: 0, character: 4 },
      newName: 'paste',
    });
    const edits = changes ?? {};
    assert.equal(edits[client.uri('glossary.md')]?.length, 1);
    const paper = files['papers/a.analysis.md'];
    const lineStart = paper.lastIndexOf('\n', paper.indexOf('dough]')) + 1;
    const marked = paper.indexOf('dough]') - lineStart;
    assert.deepEqual(
      edits[uri]?.map((edit) => edit.range.start.character),
      [marked],
    );
    const said = client.unasked.find(({ method }) => method === 'window/showMessage');
    assert.deepEqual(said?.params, {
      type: 3,
      message: '1 use was not renamed, as it may not mean the term or is quoted: papers/a.analysis.md:5:61.',
    });
  });

  it('renames the plain use that the cursor is in, in the form it has', async () => {
    const paper = await client.open('papers/r.analysis.md', 'A dough, and do$0ughs.\n');
    const { uri: own, position } = paper;
    const place = { textDocument: { uri: own }, position };
    assert.deepEqual(await client.request('textDocument/prepareRename', place), {
      range: { start: { line: 0, character: 13 }, end: { line: 0, character: 19 } },
      placeholder: 'dough',
    });
    const { changes } = await client.request<WorkspaceEdit>('textDocument/rename', {
      ...place,
      newName: 'paste',
    });
    assert.deepEqual(
      changes?.[own]?.map(({ range, newText }) => [range.start.character, newText]),
      [[13, 'pastes']],
    );
  });

  for (const written of [
    'They write: “flour and do$0ugh” [@bread, ¶ 1].\n',
    '> Flour and *do$0ugh*.\n>\n> — [@bread, ¶ 1]\n',
    '> Flour and [do$0ugh]{.term}.\n>\n> — [@bread, ¶ 1]\n',
  ])
    it(`does not rename words of a source, wherever the cursor is: ${written.trim()}`, async () => {
      const { uri: own, position } = await client.open('papers/q.analysis.md', written);
      const { changes } = await client.request<WorkspaceEdit>('textDocument/rename', {
        textDocument: { uri: own },
        position,
        newName: 'paste',
      });
      assert.equal(changes?.[own], undefined);
      assert.equal(changes?.[client.uri('glossary.md')]?.length, 1);
      const said = client.unasked.find(({ method }) => method === 'window/showMessage');
      assert.match(JSON.stringify(said?.params), /may not mean the term or are quoted/);
    });

  it('keeps the key of a built-in edition', async () => {
    const { uri: other, position } = await client.open('papers/b.analysis.md', '[@mass$0work, ¶ 1]');
    await assert.rejects(
      client.request('textDocument/prepareRename', { textDocument: { uri: other }, position }),
      /built in/,
    );
  });
});
