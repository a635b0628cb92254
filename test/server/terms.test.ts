import assert from 'node:assert/strict';
import type { CodeAction, Hover, MarkupContent, TextDocumentEdit } from 'vscode-languageserver-protocol';
import type { WireRange } from '../../src/server/protocol.ts';
import { positionIn, TestClient } from './client.ts';

const bread = `---
id: bread
title: On Bread
---

Dough rests. A proof comes later.

## (1) Rising

By a proof is meant the last rise. Dough is a thing of patience.

> A baker's
> proof takes an hour.
`;
const glossary = `## dough

Also: sponge
See also: yeast, oven
Defined at: [@bread, ¶ 1]

Flour and water.

## yeast

It rises.
`;
const creates = {
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] } },
};

describe('terms, over the protocol', () => {
  let client: TestClient;
  const start = async (
    files: Record<string, string>,
    options: { commandLinks?: boolean } = {},
    capabilities = {},
  ): Promise<void> => {
    client = await TestClient.start({ 'sources/bread.md': bread, ...files }, options, capabilities);
  };
  afterEach(() => client.stop());

  const actionsAt = async (
    path: string,
    text: string,
    words: string,
    length = words.length,
  ): Promise<CodeAction[]> => {
    const { uri } = await client.open(path, text, path.startsWith('papers') ? 'analysis' : 'markdown');
    const at = text.indexOf(words);
    const range = { start: positionIn(text, at), end: positionIn(text, at + length) };
    const found = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [] },
    });
    return found.filter(({ title }) => title.endsWith('to the glossary'));
  };

  const hoverOf = async (marked: string): Promise<string> => {
    const { uri, position } = await client.open('papers/a.analysis.md', marked);
    const found = await client.request<Hover>('textDocument/hover', { textDocument: { uri }, position });
    return (found.contents as MarkupContent).value;
  };

  describe('adding to the glossary', () => {
    it('proposes the paragraph that defines the words, rather than the first that uses them', async () => {
      await start({ 'glossary.md': glossary }, { commandLinks: true });
      const [action] = await actionsAt('papers/a.analysis.md', 'Good *proof* [@bread, ¶ 1].\n', 'proof');
      assert.equal(action?.title, 'Add “proof” to the glossary');
      assert.equal(action.kind, 'refactor.extract');
      const [edit] = action.edit?.changes?.[client.uri('glossary.md')] ?? [];
      assert.equal(edit?.newText, '\n\n## proof\n\nDefined at: [@bread, ¶ 2]\n\n');
      assert.deepEqual(action.command?.arguments, [client.uri('glossary.md'), { line: 16, character: 0 }]);
      assert.deepEqual(edit.range, { start: { line: 10, character: 9 }, end: { line: 11, character: 0 } });
    });

    it('from a source, across the lines of a block quotation', async () => {
      await start({ 'glossary.md': '' });
      const [action] = await actionsAt('sources/bread.md', bread, "baker's\n> proof");
      const [edit] = action?.edit?.changes?.[client.uri('glossary.md')] ?? [];
      assert.equal(edit?.newText, "## baker's proof\n\nDefined at: [@bread, ¶ 3]\n\n");
      assert.equal(action?.command, undefined);
    });

    it('from an undefined marked term, as a quick fix of its finding', async () => {
      await start({ 'glossary.md': glossary });
      const [action] = await actionsAt('papers/a.analysis.md', 'An [oven]{.term}.\n', 'oven', 0);
      assert.equal(action?.kind, 'quickfix');
      assert.equal(action.diagnostics?.[0]?.code, 'term/undefined');
      const [edit] = action.edit?.changes?.[client.uri('glossary.md')] ?? [];
      assert.equal(edit?.newText, '\n\n## oven\n\n');
    });

    it('makes the glossary where there is none, if the editor can create files', async () => {
      await start({}, {}, creates);
      const [action] = await actionsAt('papers/a.analysis.md', 'Dough [@bread, ¶ 1].\n', 'Dough');
      const [create, edit] = action?.edit?.documentChanges ?? [];
      assert.deepEqual(create, {
        kind: 'create',
        uri: client.uri('glossary.md'),
        options: { ignoreIfExists: true },
      });
      assert.equal(
        (edit as TextDocumentEdit).edits.map((each) => ('newText' in each ? each.newText : '')).join(''),
        '# Glossary\n\n## Dough\n\nDefined at: [@bread, ¶ 2]\n\n',
      );
    });

    it('offers nothing where it cannot create files', async () => {
      await start({});
      assert.deepEqual(await actionsAt('papers/a.analysis.md', 'Dough.\n', 'Dough'), []);
    });

    for (const [why, text, words] of [
      ['a name that has an entry', 'The sponges rest.', 'sponges'],
      ['no words', 'Some -- dashes', '--'],
      [
        'a sentence',
        'One two three four five six seven eight nine.',
        'One two three four five six seven eight nine',
      ],
      ['a citation', 'See [@bread, ¶ 1].', '[@bread, ¶ 1]'],
      ['code', 'Some `oven code` here.', 'oven code'],
      ['two paragraphs', 'End\n\nstart.', 'End\n\nstart'],
    ] as const)
      it(`offers nothing for ${why}`, async () => {
        await start({ 'glossary.md': glossary });
        assert.deepEqual(await actionsAt('papers/a.analysis.md', `${text}\n`, words), []);
      });
  });

  describe('hovers', () => {
    const other = '## Dough\n\nDefined at: [@rye, ¶ 1]\n\nRye and time.\n';
    const rye = '---\nid: rye\ntitle: On Rye\n---\n\nDough of rye is sour.\n';

    it('link related terms to their entries where the editor opens such links', async () => {
      await start({ 'glossary.md': glossary }, { commandLinks: true });
      const text = await hoverOf('Good do$0ugh, dough.\n');
      assert.ok(text.includes(`See also [yeast](<${client.uri('glossary.md')}#L9>), oven`));
      assert.ok(text.startsWith(`**[dough](<${client.uri('glossary.md')}#L1>)** · also sponge`));
    });

    it('have no links otherwise', async () => {
      await start({ 'glossary.md': glossary });
      const text = await hoverOf('Good do$0ugh, dough [@bread, ¶ 1].\n');
      assert.ok(!text.includes(']('));
      assert.ok(text.endsWith('See also yeast, oven · 2 uses in this paper, 2 in On Bread'));
    });

    it('set the sense of the source under discussion first', async () => {
      await start({ 'glossary/a.md': glossary, 'glossary/b.md': other, 'sources/rye.md': rye });
      const senses = async (cited: string): Promise<number[]> => {
        const text = await hoverOf(`Do$0ugh [@${cited}, ¶ 1].\n`);
        return [text.indexOf('_In On Bread:_ Flour'), text.indexOf('_In On Rye:_ Rye')];
      };
      const [breadFirst = -1, ryeSecond = -1] = await senses('bread');
      assert.ok(0 < breadFirst && breadFirst < ryeSecond);
    });

    it('are read in ten seconds, however long the entry', async () => {
      const long = 'many words '.repeat(300);
      await start({
        'glossary.md': `## dough\n\nAlso: ${Array.from({ length: 40 }, (_, i) => `name${String(i)}`).join(', ')}\n\n${long}\n`,
      });
      assert.ok((await hoverOf('Do$0ugh.\n')).split(/\s+/u).length < 120);
    });
  });

  it('underlines the first use in a section, or all, and never where a finding stands', async () => {
    const paper = `# Dough

Dough, dough, [sponge]{.term}, \`dough\`, yeast. See [dough @bread, ¶ 1].

By *yeast* we mean a plant.

## Next

[dough]{.term} and dough. Sponge
`;
    await start({ 'glossary.md': glossary, 'papers/a.analysis.md': paper });
    const lines = paper.split('\n');
    const looks = async (look: 'first' | 'all', path = 'papers/a.analysis.md'): Promise<string[]> => {
      const ranges: readonly WireRange[] = await client.ask('pilcrow/termRanges', {
        uri: client.uri(path),
        look,
      });
      return ranges.map(
        ({ start: { line, character }, end }) =>
          `${String(line)}: ${lines[line]?.slice(character, end.character) ?? ''}`,
      );
    };
    assert.deepEqual(await looks('first'), ['2: Dough', '2: yeast']);
    assert.deepEqual(await looks('all'), [
      '0: Dough',
      '2: Dough',
      '2: dough',
      '2: yeast',
      '8: dough',
      '8: Sponge',
    ]);
    assert.deepEqual(await looks('all', 'glossary.md'), []);
    assert.deepEqual(await looks('all', 'nowhere.md'), []);
  });

  it('sorts the uses in the Terms view and counts them in its tooltips', async () => {
    await start({ 'glossary.md': glossary, 'papers/a.analysis.md': 'Dough zero.\n\nDough alone.\n' });
    const uses = async (order?: 'next' | 'position'): Promise<(string | undefined)[]> => {
      const { nodes } = await client.ask('pilcrow/terms', {});
      const dough = nodes.find(({ label }) => label === 'dough');
      assert.ok(dough?.lazy);
      const tooltip = await client.ask('pilcrow/termTooltip', { row: dough.id });
      assert.match(tooltip ?? '', /\| Sources 2, papers 2 \| Uses \|\n\| :-- \| --: \|\n/);
      const rows = await client.ask('pilcrow/termUses', { row: dough.id, ...(order ? { order } : {}) });
      return rows.map(({ label }) => /ough (\w+)/.exec(label)?.[1]);
    };
    assert.deepEqual(await client.ask('pilcrow/termUses', { row: 'term:nothing' }), []);
    assert.equal(await client.ask('pilcrow/termTooltip', { row: 'term:nothing' }), null);
    assert.deepEqual(await uses(), ['zero', 'alone', 'rests', 'is']);
    assert.deepEqual(await uses('next'), ['alone', 'is', 'rests', 'zero']);
  });

  it('makes a handout of the glossary', async () => {
    await start({ 'glossary.md': glossary });
    const { text, terms, path } = await client.ask('pilcrow/handout', {});
    assert.equal(terms, 2);
    assert.equal(path, 'glossary-handout.md');
    assert.ok(text.includes('# dough {#term-dough}\n\n*Also:* sponge\n\nFlour and water.\n\n> Dough rests.'));
    assert.ok(text.includes('*See also:* [yeast](#term-yeast), oven'));
  });
});
