import assert from 'node:assert/strict';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { URI } from 'vscode-uri';
import type { CodeLens, Diagnostic, Location, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { pathOfFileUri, uriOf } from '../../src/files/paths.ts';
import { fileName, speller, type Speller } from '../support/fileNames.ts';
import { TestClient } from './client.ts';
import { runs } from '../support/runs.ts';

const source = '---\nid: tale\n---\n\nOne day it rained.\n\nThen it stopped.\n';
const paper = 'Well [@tale, ¶ 1]. A slip [@tale, ¶ 9].\n';
const other = 'Also [@tale, ¶ 2], and [@tale, ¶ 1].\n';

/** What a study says of itself: findings, references, counts and edits, with files named by what they are. */
async function whatItSays(names: Names, spell: Speller, spellAgain: Speller): Promise<unknown> {
  const client = await TestClient.start({
    [names.source]: source,
    [names.paper]: paper,
    [names.other]: other,
  });
  try {
    const path = (name: keyof Names): string => join(client.root, names[name]);
    const nameOf = (uri: string): string => {
      const found = (Object.keys(names) as (keyof Names)[]).find((name) => path(name) === pathOfFileUri(uri));
      // An open document is named by exactly the URI under which it was opened.
      if (found === 'paper' || found === 'source') assert.equal(uri, spell(path(found)));
      return found ?? uri;
    };
    const open = async (name: keyof Names, languageId: string, text: string): Promise<void> => {
      const textDocument = { uri: spell(path(name)), languageId, version: 1, text };
      await client.connection.sendNotification('textDocument/didOpen', { textDocument });
    };
    await open('paper', 'analysis', paper);
    await open('source', 'markdown', source);
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: spellAgain(path('paper')), version: 2 },
      contentChanges: [{ range: rangeAt(0, 0), text: 'So. ' }],
    });
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: spellAgain(path('other')), type: 2 }],
    });
    const textDocument = { uri: spellAgain(path('paper')) };
    const position = { line: 0, character: 12 };
    const asked = { textDocument, position };
    const references = await client.request<Location[]>('textDocument/references', {
      ...asked,
      context: { includeDeclaration: true },
    });
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', { ...asked, newName: 'story' });
    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', {
      textDocument: { uri: spellAgain(path('source')) },
    });
    const view = await client.ask('pilcrow/sources', { uri: spellAgain(path('paper')) });
    const slips = await client.findingsAt(spell(path('paper')), (found) => isSlip(found, 30));
    return {
      references: references.map(({ uri, range }) => [nameOf(uri), range]),
      edit: Object.entries(edit.changes ?? {}).map(([uri, edits]) => [nameOf(uri), edits]),
      lenses: lenses.map(({ command }) => command?.title),
      sources: view.nodes
        .filter(({ kind }) => kind === 'source')
        .map(({ label, description }) => [label, description]),
      slips: slips.map(({ code, range }) => [code, range]),
      files: client.urisWithFindings.map(nameOf),
    };
  } finally {
    await client.stop();
  }
}

interface Names {
  readonly source: string;
  readonly paper: string;
  readonly other: string;
}

function isSlip(found: readonly Diagnostic[], character: number): boolean {
  return found.some(
    ({ code, range }) => code === 'citation/no-such-paragraph' && range.start.character >= character - 6,
  );
}

function rangeAt(line: number, character: number) {
  return { start: { line, character }, end: { line, character } };
}

function named(name: string): Names {
  return {
    source: `sources/a${name}.md`,
    paper: `papers/b${name}/b${name}.analysis.md`,
    other: `papers/c${name}.analysis.md`,
  };
}

describe('a file is a file however it is spelled', () => {
  it('whatever its name, and however a client writes that', async function () {
    this.timeout(300_000);
    const node: Speller = uriOf;
    const expected = await whatItSays(named(''), node, node);
    const vsCode: Speller = (path) => URI.file(path).toString();
    const legal = fileName.filter((name) => Buffer.byteLength(name) < 200);
    for (const name of [' (draft)', ', together', "'s & +1;=@!*$", ' 100% sure', 'é', 'e\u0301', '%20'])
      assert.deepEqual(await whatItSays(named(name), vsCode, node), expected, name);
    await fc.assert(
      fc.asyncProperty(legal, speller, speller, async (name, spell, spellAgain) => {
        assert.deepEqual(await whatItSays(named(name), spell, spellAgain), expected);
      }),
      { numRuns: runs(10) },
    );
  });

  it('two names that differ on disk are two files', async () => {
    const pairs = [
      ['a%20b', 'a b'],
      ['caf\u00e9', 'cafe\u0301'],
      ['A', 'a'],
    ];
    for (const [one, two] of pairs) {
      const papers = {
        [`papers/${one ?? ''}.analysis.md`]: paper,
        [`papers/${two ?? ''}.analysis.md`]: other,
      };
      const client = await TestClient.start({ 'sources/tale.md': source, ...papers });
      const { papers: count, citations } = await client.ask('pilcrow/check', {});
      assert.deepEqual({ count, citations }, { count: 2, citations: 4 }, one);
      await client.stop();
    }
  });

  it('two links to one file are one file', async () => {
    const client = await TestClient.start({ 'sources/tale.md': source, 'papers/z.analysis.md': paper });
    const link = join(client.root, 'papers/a.analysis.md');
    await symlink('z.analysis.md', link);
    await symlink('papers', join(client.root, 'again'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf(link), type: 1 }],
    });
    const open = (uri: string, text: string): Promise<void> =>
      client.connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'analysis', version: 1, text },
      });
    const counts = async (): Promise<unknown> => {
      const { papers, citations } = await client.ask('pilcrow/check', {});
      return { papers, citations };
    };
    assert.deepEqual(await counts(), { papers: 1, citations: 2 });
    const throughFolder = uriOf(join(client.root, 'again/z.analysis.md'));
    await open(uriOf(link), paper);
    await client.findingsAt(uriOf(link), (found) => found.length === 1);
    await client.findingsAt(client.uri('papers/z.analysis.md'), (found) => found.length === 0);
    await open(throughFolder, paper);
    await client.findingsAt(throughFolder, (found) => found.length === 1);
    assert.deepEqual(await counts(), { papers: 1, citations: 2 });
    // Each of the two documents is asked about as it is.
    const words = [
      [uriOf(link), 'A slip [@tale, ¶ 8].\n'],
      [throughFolder, 'Two slips [@tale, ¶ 8], [@tale, ¶ 7].\n'],
    ] as const;
    for (const [uri, text] of words)
      await client.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: 2 },
        contentChanges: [{ text }],
      });
    for (const [uri, text] of words) {
      const { text: read } = (await client.ask('pilcrow/preview', { uri })) ?? { text: '' };
      assert.equal(read, text);
    }
    for (const uri of [throughFolder, uriOf(link)])
      await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    assert.deepEqual(await counts(), { papers: 1, citations: 2 });
    await client.stop();
  });

  it('a folder that is reached through a link keeps the name that the client has for it', async () => {
    const client = await TestClient.start({});
    const [real, link] = [join(client.root, 'real'), join(client.root, 'link')];
    for (const [path, text] of [
      ['sources/tale.md', source],
      ['papers/a.analysis.md', paper],
    ] as const) {
      await mkdir(dirname(join(real, path)), { recursive: true });
      await writeFile(join(real, path), text);
    }
    await symlink('real', link);
    const opened = uriOf(join(link, 'papers/b.analysis.md'));
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: opened, languageId: 'analysis', version: 1, text: paper },
    });
    await client.findingsAt(opened, (found) => found.length === 1);
    await client.findingsAt(uriOf(join(link, 'papers/a.analysis.md')), (found) => found.length === 1);
    await client.stop();
  });
});
