import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inRoot } from '../../scripts/support/paths.ts';
import { readNotes } from '../../src/core/notes/read.ts';

describe('writing notes', () => {
  let root: string;
  let path: string;
  beforeEach(async () => {
    root = await realpath(await mkdtemp(join(tmpdir(), 'pilcrow-')));
    path = join(root, 'notes', 'bread.ada.jsonld');
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  const ids = async (): Promise<string[]> =>
    readNotes(await readFile(path, 'utf8')).notes.map(({ id }) => id);

  it('from two processes at once loses none', async function () {
    this.timeout(120_000);
    const tsx = inRoot('node_modules', 'tsx', 'dist', 'cli.mjs');
    const writer = (name: string): Promise<unknown> =>
      promisify(execFile)(process.execPath, [
        tsx,
        inRoot('test', 'support', 'noteWriter.ts'),
        root,
        path,
        name,
        '100',
      ]);
    await Promise.all([writer('a'), writer('b')]);
    assert.equal(new Set(await ids()).size, 200);
    assert.deepEqual(
      await readdir(join(root, 'notes')),
      ['bread.ada.jsonld'],
      'no lock and nothing half written',
    );
  });
});
