import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { uriOf } from '../../src/files/paths.ts';
import { Desk } from '../support/commandLine.ts';
import { TestClient } from './client.ts';

const texts: Readonly<Record<string, string>> = {
  'pilcrow.json': '{}',
  'sources/bread.md': '---\nid: bread\n---\n\nFlour first.\n',
  'papers/a.analysis.md': 'Right [@bread, ¶ 1].\n',
};

/** Files that are papers by their names and cannot be read, each made in a study folder, and what is said of it. */
const odd: readonly (readonly [string, (root: string) => void, string])[] = [
  [
    'papers/pipe.analysis.md',
    (root) => execFileSync('mkfifo', [join(root, 'papers/pipe.analysis.md')]),
    'pipe.analysis.md is not a file.',
  ],
  [
    'papers/nowhere.analysis.md',
    (root) => symlinkSync('gone.md', join(root, 'papers/nowhere.analysis.md')),
    'nowhere.analysis.md cannot be read: it is not there.',
  ],
  [
    'papers/outside.analysis.md',
    (root) => symlinkSync('/etc/hostname', join(root, 'papers/outside.analysis.md')),
    'outside.analysis.md cannot be read: a link leads out of the study folder.',
  ],
  [
    'papers/n\uFFFD.analysis.md',
    (root) =>
      writeFileSync(
        Buffer.concat([Buffer.from(`${root}/papers/n`), Buffer.of(0xff), Buffer.from('.analysis.md')]),
        '',
      ),
    'n\uFFFD.analysis.md cannot be read: its name is not UTF-8.',
  ],
];

describe('what cannot be read in a study folder', () => {
  before(function () {
    // Pipes and names that are no Unicode are Linux's.
    if (process.platform !== 'linux') this.skip();
  });

  it('is told by the command line, one finding each', async () => {
    const desk = await Desk.with();
    try {
      for (const [path, text] of Object.entries(texts)) await desk.write(path, text);
      for (const [, make] of odd) make(desk.root);
      const { code, out } = await desk.run(['check', '--format=json']);
      const rows = JSON.parse(out) as { readonly file: string; readonly message: string }[];
      assert.deepEqual(
        rows.map(({ file, message }) => [file, message]).sort(),
        odd.map(([path, , message]) => [path, message]).sort(),
      );
      assert.equal(code, 1);
    } finally {
      await desk.remove();
    }
  });

  it('is told in the editor in the same words', async () => {
    const client = await TestClient.start(texts, {}, {}, (root) => {
      for (const [, make] of odd) make(root);
      return { rootUri: uriOf(root), workspaceFolders: [{ uri: uriOf(root), name: 'study' }] };
    });
    try {
      for (const [path, , message] of odd) {
        const found = await client.findings(path, (all) => all.length > 0);
        assert.deepEqual(
          found.map((each) => each.message),
          [message],
        );
      }
    } finally {
      await client.stop();
    }
  });
});
