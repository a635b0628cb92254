import assert from 'node:assert/strict';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { uriOf } from '../../src/files/paths.ts';
import { studyRootOf } from '../../src/files/roots.ts';
import { Desk } from '../support/commandLine.ts';
import { TestClient, type Opened } from './client.ts';
import { runs } from '../support/runs.ts';

const source = '---\nid: tale\n---\n\nOne day it rained.\n';
const slip = 'A slip [@tale, ¶ 9], and [what is it]{.term}. [@tael]\n';

/** A study folder of each form, with the paths of its files. */
const looks: Readonly<Record<string, readonly string[]>> = {
  'papers beside sources': ['sources/tale.md', 'papers/a.analysis.md', 'papers/deep/er/b.analysis.md'],
  'a paper beside sources': ['sources/tale.md', 'a.analysis.md', 'drafts/b.analysis.md'],
  'a glossary beside sources': ['sources/tale.md', 'glossary.md', 'drafts/b.analysis.md'],
  'a pilcrow.json': ['pilcrow.json', 'sources/tale.md', 'work/sources/x.md', 'work/papers/b.analysis.md'],
};

function contentOf(path: string): string {
  if (path.endsWith('.analysis.md')) return slip;
  if (path.endsWith('.json')) return '{}';
  return path.endsWith('glossary.md')
    ? '## Rain\n\nWater.\n'
    : source.replace('tale', path.endsWith('x.md') ? 'x' : 'tale');
}

function filesOf(look: string, folder: string): Record<string, string> {
  return Object.fromEntries((looks[look] ?? []).map((path) => [`${folder}/${path}`, contentOf(path)]));
}

/** What `pilcrow check` says of folders and files below a folder. */
async function checked(root: string, paths: readonly string[]): Promise<readonly string[]> {
  const desk = Object.assign(Object.create(Desk.prototype) as Desk, { root });
  const { out } = await desk.run(['check', '--format=json', ...paths]);
  const rows = JSON.parse(out) as { file: string; line: number; column: number; check: string }[];
  return rows.map(({ file, line, column, check }) => [file, line, column, check].join(' ')).sort();
}

function folders(...paths: readonly string[]): (root: string) => Opened {
  return (root) => ({
    workspaceFolders: paths.map((path) => ({ uri: uriOf(join(root, path)), name: path })),
  });
}

async function findingsAre(client: TestClient, expected: readonly string[]): Promise<void> {
  await client.until((checks) => checks.join('\n') === expected.join('\n'));
}

describe('the study folder of a file', () => {
  it('is the same from wherever a person looks', async function () {
    this.timeout(300_000);
    const somewhere = fc.record({
      look: fc.constantFrom(...Object.keys(looks)),
      from: fc.constantFrom('below', 'at', 'above', 'several', 'rootUri', 'rootPath', 'none'),
    });
    await fc.assert(
      fc.asyncProperty(somewhere, async ({ look, from }) => {
        const files = looks[look] ?? [];
        const paper = files.find((path) => path.endsWith('.analysis.md')) ?? '';
        const below = join('work/study', dirname(files.at(-1) ?? ''));
        const ways: Readonly<Record<string, (root: string) => Opened>> = {
          below: folders(below),
          at: folders('work/study'),
          above: folders('.'),
          several: folders(below, 'work/study/sources', 'work'),
          rootUri: (root) => ({ rootUri: uriOf(join(root, below)) }),
          rootPath: (root) => ({ rootPath: join(root, below), rootUri: null, workspaceFolders: null }),
          none: () => ({ rootUri: null, workspaceFolders: null }),
        };
        const client = await TestClient.start(filesOf(look, 'work/study'), {}, {}, ways[from]);
        if (from === 'none') await client.open(`work/study/${paper}`, slip);
        const expected = await checked(client.root, ['work/study']);
        assert.ok(expected.length >= 2);
        await findingsAre(client, expected);
        await client.stop();
      }),
      { numRuns: runs(14) },
    );
  });

  it('is never the home folder or above it, nor above a repository', async () => {
    const client = await TestClient.start({
      'sources/tale.md': source,
      'papers/a.analysis.md': slip,
      'repository/.git/HEAD': '',
      'repository/deep/b.analysis.md': slip,
    });
    const { root } = client;
    assert.equal(studyRootOf(join(root, 'papers')), root);
    assert.equal(studyRootOf(join(root, 'papers'), root), undefined);
    assert.equal(studyRootOf(join(root, 'papers'), join(root, 'papers/me')), undefined);
    assert.equal(studyRootOf(join(root, 'repository/deep')), undefined);
    assert.equal(studyRootOf(homedir()), undefined);
    const expected = await checked(root, ['.']);
    assert.ok(expected.every((each) => each.startsWith('papers/')));
    await findingsAre(client, expected);
    await client.open('repository/deep/b.analysis.md', slip);
    await findingsAre(client, [...expected, ...(await checked(root, ['repository/deep/b.analysis.md']))]);
    await client.stop();
  });

  it('may come and go while it is open', async () => {
    const client = await TestClient.start({ 'group/sources/tale.md': source, 'group/b.analysis.md': slip });
    const tell = (path: string, type: 1 | 3): Promise<void> =>
      client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: client.uri(path), type }],
      });
    const here = async (): Promise<void> => findingsAre(client, await checked(client.root, ['.']));
    await here();
    await mkdir(join(client.root, 'group/inner/papers'), { recursive: true });
    await mkdir(join(client.root, 'group/inner/sources'));
    await writeFile(join(client.root, 'group/inner/papers/c.analysis.md'), slip);
    await tell('group/inner', 1);
    await here();
    await rename(join(client.root, 'group/inner'), join(client.root, 'elsewhere'));
    await tell('group/inner', 3);
    await tell('elsewhere', 1);
    await here();
    await rm(join(client.root, 'elsewhere/sources'), { recursive: true });
    await tell('elsewhere/sources', 3);
    await here();
    await client.stop();
  });
});

describe('folders of a workspace', () => {
  const change = (client: TestClient, added: readonly string[], removed: readonly string[]): Promise<void> =>
    client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: {
        added: added.map((path) => ({ uri: client.uri(path), name: path })),
        removed: removed.map((path) => ({ uri: client.uri(path), name: path })),
      },
    });

  for (const isPromised of [true, false])
    it(`that are added are read, those that are removed cleared${isPromised ? '' : ', promised or not'}`, async () => {
      const files = {
        ...filesOf('papers beside sources', 'one'),
        ...filesOf('a paper beside sources', 'two'),
      };
      const capabilities = isPromised ? { workspace: { workspaceFolders: true } } : {};
      const client = await TestClient.start(files, {}, capabilities, folders('one'));
      const announced = client.initialized.capabilities.workspace?.workspaceFolders?.changeNotifications;
      assert.equal(announced, isPromised ? true : undefined);
      const [one, two] = [await checked(client.root, ['one']), await checked(client.root, ['two'])];
      await findingsAre(client, one);
      await change(client, ['two'], []);
      await findingsAre(client, [...one, ...two]);
      await change(client, [], ['one']);
      await findingsAre(client, two);
      assert.equal((await client.ask('pilcrow/check', {})).papers, 2);
      await client.open('two/a.analysis.md', slip);
      await change(client, ['one'], ['two']);
      await findingsAre(client, [...one, ...two]);
      await client.connection.sendNotification('textDocument/didClose', {
        textDocument: { uri: client.uri('two/a.analysis.md') },
      });
      await findingsAre(client, one);
      await client.stop();
    });
});
