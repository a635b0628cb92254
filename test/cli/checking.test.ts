import assert from 'node:assert/strict';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheOptions } from '../../src/cli/checking/cachePlace.ts';
import { Checks } from '../support/checks.ts';
import { several } from './severalFiles.ts';

describe('what a check keeps for the next time', function () {
  this.timeout(120_000);
  const all: Checks[] = [];
  const checksWith = async (fixture: string): Promise<Checks> => {
    const checks = await Checks.with(fixture);
    all.push(checks);
    return checks;
  };
  afterEach(async () => {
    await Promise.all(all.splice(0).map((each) => each.remove()));
  });

  it('is all that there is to say where nothing changed', async () => {
    const checks = await checksWith(several);
    assert.equal(await checks.agree(), 7);
    assert.equal(await checks.agree(), 0);
  });

  it('is taken anew of what changed, and of what rests on it', async () => {
    const checks = await checksWith(several);
    await checks.agree();
    const after = async (path: string, change: (text: string) => string): Promise<number> => {
      await checks.desk.write(path, change(await checks.desk.read(path)));
      return checks.agree();
    };
    // The paper, and the files whose findings rest on what papers cite and use.
    assert.equal(await after('papers/a.analysis.md', (text) => `${text}\nOil [@two].\n`), 6);
    assert.equal(await after('papers/b.analysis.md', (text) => text.replace('three', 'third')), 7);
    assert.equal(await after('sources/tale.md', (text) => text.replace('mill', 'mall')), 7);
    assert.equal(await after('glossary.md', (text) => `${text}\n## road\n\nA way.\n`), 7);
    assert.equal(await after('refs.bib', (text) => text.replace('four', 'fourth')), 7);
    assert.equal(await after('pilcrow.json', () => '{}'), 7);
    await checks.desk.write('papers/c.analysis.md', 'Nothing new [@tale, ¶ 2].\n');
    assert.equal(await checks.agree(), 6);
    await checks.desk.write('papers/refs.bib', '@book{four, title = {Four}}\n');
    assert.equal(await checks.agree(), 9);
  });

  it('is nobody else’s to read, and stands in one file', async () => {
    const checks = await checksWith(several);
    await checks.run();
    await checks.run();
    assert.equal((await readdir(join(checks.cache.folder, 'check'))).length, 1);
    if (process.platform === 'win32') return;
    assert.equal((await stat(join(checks.cache.folder, 'check'))).mode & 0o777, 0o700);
    assert.equal((await stat(await checks.keptFile())).mode & 0o777, 0o600);
  });

  it('counts for nothing where it is broken, cut off, forged or of other code', async () => {
    const checks = await checksWith(several);
    await checks.run();
    const file = await checks.keptFile();
    const text = await readFile(file, 'utf8');
    const forged = [
      text.slice(0, -1),
      text.replace('tale', 'tail'),
      '',
      '{}',
      'x\n{}',
      text.split('\n')[1] ?? '',
    ];
    for (const other of forged) {
      await writeFile(file, other);
      assert.equal(await checks.agree(), 7);
    }
    assert.equal(await checks.agree(), 0);
    const newer = { ...checks.cache, code: () => 'newer code' };
    assert.equal((await checks.run(newer)).checked, 7);
  });

  it('is done without where it cannot be written', async () => {
    const checks = await checksWith(several);
    await checks.desk.write('file', '');
    const nowhere = { ...checks.cache, folder: join(checks.desk.root, 'file') };
    for (let i = 0; i < 2; i++) assert.equal((await checks.run(nowhere)).checked, 7);
  });

  it('stands where the system keeps such things', () => {
    const place = (env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string | undefined =>
      cacheOptions({ env, platform }, '/package', '/package/dist/cli.cjs')?.folder.replaceAll('\\', '/');
    assert.equal(place({ XDG_CACHE_HOME: '/caches' }, 'linux'), '/caches/pilcrow');
    assert.match(place({ XDG_CACHE_HOME: 'relative' }, 'linux') ?? '', /\/\.cache\/pilcrow$/);
    assert.match(place({}, 'darwin') ?? '', /\/Library\/Caches\/pilcrow$/);
    assert.equal(place({ LOCALAPPDATA: 'C:/Local' }, 'win32'), 'C:/Local/Pilcrow');
    assert.equal(place({ PILCROW_CACHE: '/mine' }, 'linux'), '/mine');
    assert.equal(
      cacheOptions({ env: {}, platform: 'linux' }, '/package', '/package/src/cli/main.ts'),
      undefined,
    );
  });
});
