import assert from 'node:assert/strict';
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot, root } from '../../scripts/support/paths.ts';

/** Pilcrow is on no registry, so each way to its command line starts from a clone of it. */
function npm(cwd: string, ...args: string[]): SpawnSyncReturns<string> {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(?:npm_|INIT_CWD|PILCROW_)/.test(name));
  const options = { cwd, encoding: 'utf8', env: Object.fromEntries(inherited) } as const;
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

function filesIn(json: string): string[] {
  const rows = JSON.parse(json) as readonly { readonly file: string }[];
  return [...new Set(rows.map(({ file }) => file))];
}

describe('the command line in the clone', function () {
  this.timeout(60_000);
  const pilcrow = (cwd: string, ...args: string[]): SpawnSyncReturns<string> =>
    npm(cwd, 'run', '--silent', 'pilcrow', '--', ...args);

  it('reports what is wrong in the sample, and no fixture of a test', () => {
    const { status, stdout } = pilcrow(root, 'check', '--format', 'json');
    assert.equal(status, 1);
    assert.deepEqual(filesIn(stdout), ['examples/study-folder/papers/exercise.analysis.md']);
  });

  it('takes paths from where it was called', () => {
    const { status, stdout } = pilcrow(inRoot('examples'), 'check', 'study-folder', '--format', 'json');
    assert.equal(status, 1);
    assert.deepEqual(filesIn(stdout), ['study-folder/papers/exercise.analysis.md']);
  });

  it('ends as the command line does', () => {
    assert.equal(pilcrow(root, 'check', 'nowhere').status, 2);
    assert.equal(pilcrow(root, 'check', 'examples/study-folder/papers/first-reading.analysis.md').status, 0);
  });
});

describe('the command line in a study folder', function () {
  this.timeout(60_000);
  let scratch: string;
  before(async () => (scratch = await mkdtemp(join(tmpdir(), 'pilcrow-'))));
  after(() => rm(scratch, { recursive: true, force: true }));

  it('is installed from the packed clone, without any registry', async () => {
    const folder = join(scratch, 'study');
    await cp(inRoot('examples', 'study-folder'), folder, { recursive: true });
    // What is packed has been built already.
    const packed = npm(root, 'pack', '--ignore-scripts', '--pack-destination', scratch);
    assert.equal(packed.status, 0, packed.stderr);
    const [tarball = ''] = readdirSync(scratch).filter((name) => name.endsWith('.tgz'));
    const installed = npm(folder, 'install', '--offline', '--no-audit', '--no-fund', join(scratch, tarball));
    assert.equal(installed.status, 0, installed.stderr);
    const program = join(folder, 'node_modules', '.bin', 'pilcrow');
    const run = (...args: string[]): SpawnSyncReturns<string> =>
      spawnSync(program, args, { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' });
    const { status, stdout } = run('check', '--format', 'json');
    assert.equal(status, 1);
    assert.deepEqual(filesIn(stdout), ['papers/exercise.analysis.md']);
    // What these read lies beside the program: citation styles, the looks of the pages.
    const exported = run('export', 'papers/first-reading.analysis.md', '--to', 'html', '--csl', 'apa');
    assert.deepEqual([exported.status, exported.stderr], [0, '']);
    const site = run('site');
    assert.deepEqual([site.status, site.stderr], [0, '']);
  });
});
