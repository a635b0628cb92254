import assert from 'node:assert/strict';
import type {
  CompletionList,
  Hover,
  Location,
  LocationLink,
  DocumentSymbol,
  CodeAction,
  FoldingRange,
} from 'vscode-languageserver-protocol';
import { TestClient } from './client.ts';

const source = `---
id: bread
title: On Bread
author:
  - family: Miller
issued: 1999
---

Flour is the beginning.[^1]

## (1) Rising

Yeast makes it rise slowly.

### (i) Waiting

A day is long enough for any dough.

[^1]: Rye flour too.
`;
const glossary = `# Glossary

## dough

Also: sponge
See also: yeast
Defined at: [@bread, ¶ 3]

Flour and water before baking.

## yeast

What makes bread rise.
`;
const files = {
  'sources/bread.md': source,
  'glossary.md': glossary,
  'papers/a.analysis.md': 'See [@bread, ¶ 2].\n',
};

describe('the server, over the protocol', () => {
  let client: TestClient;
  beforeEach(async () => {
    client = await TestClient.start(files);
  });
  afterEach(() => client.stop());

  const hover = async (text: string): Promise<string> => {
    const { uri, position } = await client.open('papers/b.analysis.md', text);
    const found = await client.request<Hover | null>('textDocument/hover', {
      textDocument: { uri },
      position,
    });
    return found === null ? '' : (found.contents as { value: string }).value;
  };

  it('shows the passage behind a citation, its section, and how often it is cited', async () => {
    const text = await hover('As [@bread, ¶ $02] says.\n');
    assert.match(text, /On Bread, Miller \(1999\)/);
    assert.match(text, /¶ 2 · \(1\) Rising/);
    assert.match(text, /Yeast makes it rise slowly/);
    assert.match(text, /Cited 2 times in 2 papers, 1 time here/);
  });

  it('shows a section with its paragraphs, and a note', async () => {
    assert.match(await hover('[@bread, sec. $01]\n'), /Rising \(¶¶ 2–3\)/);
    assert.match(await hover('[@bread, n. $01]\n'), /n\. 1 · to ¶ 1\s+> Rye flour too/);
  });

  it('explains a term with its definition and defining passage', async () => {
    const text = await hover('The spo$0nge rests.\n');
    assert.match(text, /\*\*dough\*\*/);
    assert.match(text, /Flour and water before baking/);
    assert.match(text, /Defined at ¶ 3 of On Bread:\s+> A day is long enough/);
    assert.match(text, /also sponge/);
    assert.match(text, /See also yeast/);
  });

  it('knows the built-in edition without its text', async () => {
    const text = await hover('[@masswork, ¶ 12$0]\n');
    assert.match(text, /Mass Work and Proletarian Revolutionaries/);
    assert.match(text, /¶ 12 · \\?\(1\\?\)/);
  });

  it('reports what does not resolve, as one types, and follows the fix', async () => {
    await client.open('papers/b.analysis.md', 'See [@bread, ¶ 9] and [@bred, ¶ 1].\n');
    const [missing, unknown] = await client.findings('papers/b.analysis.md', (found) => found.length === 2);
    assert.equal(missing?.code, 'citation/no-such-paragraph');
    assert.ok(JSON.stringify(missing.message).includes('¶ 1–3'));
    assert.deepEqual(missing.range, { start: { line: 0, character: 15 }, end: { line: 0, character: 16 } });
    assert.equal(unknown?.code, 'citation/unknown-key');
    assert.ok(JSON.stringify(unknown.message).includes('Did you mean @bread?'));
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: client.uri('papers/b.analysis.md') },
      range: unknown.range,
      context: { diagnostics: [unknown] },
    });
    assert.equal(actions[0]?.title, 'Change to @bread');
    await client.change('papers/b.analysis.md', 'See [@bread, ¶ 3] and [@bread, ¶ 1].\n');
    await client.findings('papers/b.analysis.md', (found) => found.length === 0);
  });

  it('finds what in pilcrow.json cannot be used, as the command line does, and offers what may be meant', async () => {
    await client.open('pilcrow.json', '{ "checks": { "citation/no-locater": "off" } }');
    const [found] = await client.findings('pilcrow.json', (all) => all.length === 1);
    assert.ok(found);
    assert.deepEqual([found.code, found.severity, found.range.start.character], ['settings/invalid', 1, 14]);
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: client.uri('pilcrow.json') },
      range: found.range,
      context: { diagnostics: [found] },
    });
    assert.equal(actions[0]?.title, 'Change to “citation/no-locator”');
    await client.change('pilcrow.json', '{ "checks": { "citation/no-locator": "off" } }');
    await client.findings('pilcrow.json', (all) => all.length === 0);
    await client.change('pilcrow.json', '{}');
  });

  it('gives an edition with a text that is imported, and notices from then on what moves', async () => {
    const reply = await client.request<{ text: string; uri: string; edition: { uri: string; text: string } }>(
      'pilcrow/import',
      {
        folder: client.uri('').replace(/\/$/, ''),
        fileName: 'meal.md',
        key: 'meal',
        base64: Buffer.from('One.\n\nTwo words.\n\nThree words here.\n').toString('base64'),
      },
    );
    assert.equal(reply.uri, client.uri('sources/meal.md'));
    assert.equal(reply.edition.uri, client.uri('editions/meal/edition.json'));
    await client.write('editions/meal/edition.json', reply.edition.text);
    await client.write('sources/meal.md', reply.text.replace('One.', 'New.\n\nOne.'));
    const [found] = await client.findings('sources/meal.md', (all) => all.length === 1);
    assert.equal(found?.code, 'source/changed');
    assert.match(JSON.stringify(found.message), /3 paragraphs moved/);
  });

  it('follows files that change on disk', async () => {
    await client.findings('papers/a.analysis.md', (found) => found.length === 0);
    await client.write('sources/bread.md', source.replace(/## \(1\)[\s\S]*enough for any dough\./, ''));
    const [found] = await client.findings('papers/a.analysis.md', (all) => all.length === 1);
    assert.equal(found?.code, 'citation/no-such-paragraph');
    await client.write('pilcrow.json', '{ "checks": { "citation/no-such-paragraph": "off" } }');
    await client.findings('papers/a.analysis.md', (all) => all.length === 0);
  });

  it('completes keys, and locators by number and by words', async () => {
    const complete = async (text: string): Promise<CompletionList> => {
      const { uri, position } = await client.open('papers/c.analysis.md', text);
      return client.request<CompletionList>('textDocument/completion', { textDocument: { uri }, position });
    };
    const keys = await complete('See [@br$0');
    assert.deepEqual(keys.items.map((item) => item.label).sort(), ['bread', 'masswork']);
    const all = await complete('See [@bread, $0]');
    assert.deepEqual(
      all.items.map((item) => item.label),
      ['¶ 1', '¶ 2', '¶ 3', 'sec. 1', 'sec. 1(i)', 'n. 1'],
    );
    const byWords = await complete('See [@bread, long dough$0]');
    assert.deepEqual(
      byWords.items.map((item) => item.label),
      ['¶ 3'],
    );
    const code = await client.open('papers/d.analysis.md', '`[@br$0`');
    assert.equal(
      await client.request('textDocument/completion', {
        textDocument: { uri: code.uri },
        position: code.position,
      }),
      null,
    );
  });

  it('leads to the passage, the section and the entry', async () => {
    const define = async (text: string): Promise<LocationLink[]> => {
      const { uri, position } = await client.open('papers/c.analysis.md', text);
      return client.request('textDocument/definition', { textDocument: { uri }, position });
    };
    const [passage] = await define('[@bread, ¶ 3$0]');
    assert.equal(passage?.targetUri, client.uri('sources/bread.md'));
    assert.equal(passage.targetRange.start.line, 16);
    const [entry] = await define('Good dou$0gh.');
    assert.equal(entry?.targetUri, client.uri('glossary.md'));
    assert.equal(entry.targetRange.start.line, 2);
  });

  it('finds every citation of a paragraph from the source', async () => {
    await client.open('papers/b.analysis.md', 'All of [@bread, ¶¶ 1-3], and [@bread, sec. 1].\n');
    const { uri, position } = await client.open(
      'sources/bread.md',
      source.replace('Yeast', 'Ye$0ast'),
      'markdown',
    );
    const found = await client.request<Location[]>('textDocument/references', {
      textDocument: { uri },
      position,
      context: { includeDeclaration: false },
    });
    assert.deepEqual(
      found.map((location) => [location.uri, location.range.start.character]),
      [
        [client.uri('papers/a.analysis.md'), 5],
        [client.uri('papers/b.analysis.md'), 8],
        [client.uri('papers/b.analysis.md'), 30],
      ],
    );
  });

  it('outlines and folds', async () => {
    const { uri } = await client.open('sources/bread.md', source, 'markdown');
    const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri },
    });
    assert.deepEqual(
      symbols.map((symbol) => symbol.name),
      ['¶ 1', '(1) Rising'],
    );
    assert.deepEqual(
      symbols[1]?.children?.map((symbol) => symbol.name),
      ['¶ 2', '(i) Waiting'],
    );
    const folds = await client.request<FoldingRange[]>('textDocument/foldingRange', {
      textDocument: { uri },
    });
    assert.ok(folds.some((fold) => fold.startLine === 0 && fold.endLine === 6));
    assert.ok(folds.some((fold) => fold.startLine === 10 && fold.endLine === 18));
  });

  it('fills the sidebar', async () => {
    const sources = await client.ask('pilcrow/sources', {});
    assert.deepEqual(
      sources.nodes.map((node) => [node.kind, node.label]),
      [
        ['source', 'On Bread'],
        ['editionOnly', 'Mass Work and Proletarian Revolutionaries'],
      ],
    );
    const essay = sources.nodes[1]?.children ?? [];
    assert.equal(essay.filter((node) => node.kind === 'passage').length, 7);
    const row = sources.nodes[0]?.children?.find((node) => node.kind === 'passage')?.id ?? '';
    assert.match((await client.ask('pilcrow/sourceTooltip', { row })) ?? '', /^> .*\n\nNot cited yet$/);
    assert.equal(await client.ask('pilcrow/sourceTooltip', { row: 'passage:bread:99' }), null);
    const { uri } = await client.open('papers/b.analysis.md', 'See [@bread, ¶ 9] and [@bread, ¶ 1].\n');
    const paper = await client.ask('pilcrow/paper', { uri });
    assert.deepEqual(
      paper.nodes.map((node) => [node.label, node.icon]),
      [
        ['@bread, ¶ 9', 'error'],
        ['@bread, ¶ 1', 'pass'],
      ],
    );
    assert.equal(paper.badge, 1);
    const terms = await client.ask('pilcrow/terms', {});
    const dough = terms.nodes.find((node) => node.label === 'dough');
    assert.match(dough?.description ?? '', /^1 use · /);
    assert.equal((await client.ask('pilcrow/termUses', { row: dough?.id ?? '' })).length, 1);
  });
});
