import assert from 'node:assert/strict';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClientCapabilities } from 'vscode-languageserver-protocol';
import { TestClient, type Opened } from './client.ts';
import { uriOf } from '../../src/files/paths.ts';

const files = { 'sources/tale.md': '---\nid: tale\n---\n\nOne.\n', 'papers/a.analysis.md': '[@tale, ¶ 1]\n' };

function opened(name: string): (root: string) => Opened {
  return (root) => ({ rootUri: uriOf(root), clientInfo: { name } });
}

const registering: ClientCapabilities = {
  workspace: { didChangeWatchedFiles: { dynamicRegistration: true } },
};

/** Clients as they announce themselves: none of these tells of what other programs do to files. */
const clients: readonly [name: string, capabilities: ClientCapabilities][] = [
  ['Neovim', { workspace: { didChangeWatchedFiles: { dynamicRegistration: false } } }],
  ['codemirror', {}],
  ['helix', registering],
];

describe('what changes on disk', () => {
  for (const [name, capabilities] of clients)
    it(`is noticed though ${name} does not tell of it`, async () => {
      const client = await TestClient.announcing(capabilities, undefined, files, opened(name));
      const at = (path: string): string => join(client.root, path);
      const until = (...checks: readonly string[]): Promise<void> =>
        client.until((found) => found.join('\n') === checks.join('\n'));
      await writeFile(at('papers/a.analysis.md'), 'A slip [@tale, ¶ 9].\n');
      await until('papers/a.analysis.md 1 18 citation/no-such-paragraph');
      await mkdir(at('papers/deep'));
      await writeFile(at('papers/deep/b.analysis.md'), '[@tale, ¶ 8]\n');
      await until(
        'papers/a.analysis.md 1 18 citation/no-such-paragraph',
        'papers/deep/b.analysis.md 1 11 citation/no-such-paragraph',
      );
      await rename(at('papers/deep'), at('away'));
      await rm(at('papers/a.analysis.md'));
      await until('away/b.analysis.md 1 11 citation/no-such-paragraph');
      await mkdir(at('away/sources'));
      await writeFile(at('away/sources/story.md'), '---\nid: story\n---\n\nOne.\n');
      await until('away/b.analysis.md 1 2 citation/unknown-key');
      assert.equal(await client.request('shutdown', {}), null);
      await client.stop();
    });

  it('is noticed of files that links alone lead to', async () => {
    const linking = { ...files, 'papers/a.analysis.md': '[@tale, ¶ 1] ![a](../images/a.png)\n' };
    const client = await TestClient.announcing({}, undefined, linking, opened('codemirror'));
    const at = (path: string): string => join(client.root, path);
    const until = (...checks: readonly string[]): Promise<void> =>
      client.until((found) => found.join('\n') === checks.join('\n'));
    const broken = 'papers/a.analysis.md 1 19 link/broken';
    await until(broken);
    await mkdir(at('images'));
    await writeFile(at('images/a.png'), '');
    await until();
    await rename(at('images'), at('pictures'));
    await until(broken);
    await rename(at('pictures'), at('images'));
    await until();
    await rm(at('images/a.png'));
    await until(broken);
    await client.stop();
  });

  it('is not watched where the client does that', async () => {
    const client = await TestClient.announcing(registering, undefined, files, opened('Visual Studio Code'));
    await client.ask('pilcrow/check', {});
    assert.ok(client.unasked.some(({ method }) => method === 'client/registerCapability'));
    await client.stop();
  });
});
