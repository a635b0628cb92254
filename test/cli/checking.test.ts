import assert from 'node:assert/strict';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { inRoot } from '../../scripts/support/paths.ts';
import { cacheOptions } from '../../src/cli/checking/place.ts';
import { Pool } from '../../src/cli/checking/pool.ts';
import { Crew } from '../../src/cli/checking/worker.ts';
import { Checks, shown } from '../support/checks.ts';
import { brokenText } from '../support/broken.ts';
import { tale } from '../support/sample.ts';
import { runs } from '../support/runs.ts';

const settings = `=== pilcrow.json
{ "checks": { "term/unused": "warning" } }
`;

const several = `${tale}
${settings}
=== glossary.md
# Glossary

## lamp

What stands in the window [@tale, ¶ 1].

## oil

Dear [@tale, ¶ 5].

=== sources/works.bib
@book{one, title = {One}}
@book{two, title = {Two}}

=== papers/a.analysis.md
---
bibliography: refs.bib
---

The lamp [@tale, ¶ 9] and “A lamp stood in the window of the mall” [@tale, ¶ 1]. @three is elsewhere.

=== papers/b.analysis.md
---
references:
- id: three
  title: Three
---

A lamp [@one] and [@four].

=== refs.bib
@book{four, title = {Four}}
@book{five, title = {Five}}
`;

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

  it('holds after any changes', async () => {
    const path = fc.constantFrom(
      'papers/a.analysis.md',
      'papers/b.analysis.md',
      'sources/tale.md',
      'glossary.md',
      'refs.bib',
    );
    const edits = fc.array(fc.tuple(path, fc.oneof(brokenText, fc.constant(undefined))), { maxLength: 4 });
    const run = async (given: readonly [string, string | Uint8Array | undefined][]): Promise<void> => {
      const checks = await Checks.with(several);
      try {
        await checks.agree();
        for (const [file, text] of given) {
          if (text === undefined) await rm(join(checks.desk.root, file), { force: true });
          else await checks.desk.write(file, text);
          await checks.agree();
        }
      } finally {
        await checks.remove();
      }
    };
    await fc.assert(fc.asyncProperty(edits, run), { numRuns: runs(25) });
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

const program = inRoot('test', 'support', 'checkWorker.mjs');

/** Takes a batch and dies over it. */
const breaksOff = `require('node:worker_threads').parentPort.once('message', ({ next }) => {
  Atomics.add(next, 0, 1);
  throw new Error('broken off');
});`;

describe('a check on several threads', function () {
  this.timeout(120_000);
  const papers = Array.from(
    { length: 40 },
    (_, index) =>
      `=== papers/p${String(index)}.analysis.md\nThe lamp [@tale, ¶ ${String(index)}]. ${'Words and words. '.repeat(200)}\n`,
  );

  it('finds what one thread finds, in the same order', async () => {
    const checks = await Checks.with(`${several}\n${papers.join('\n')}`);
    try {
      const one = await checks.run('none', { most: 1, worthwhile: 1 });
      assert.deepEqual(shown(await checks.run('none', { most: 3, worthwhile: 1, program })), shown(one));
      assert.deepEqual(checks.told, []);
    } finally {
      await checks.remove();
    }
  });

  it('lets the others do what it does not', async () => {
    const checks = await Checks.with(`${several}\n${papers.join('\n')}`);
    try {
      const tasks = papers.map((_, index) => {
        const path = `papers/p${String(index)}.analysis.md`;
        return { path, full: join(checks.desk.root, path), size: 100_000 };
      });
      const context = { packageRoot: undefined, files: [], heads: [], paths: [] };
      const idle = { workOff: () => undefined, do: () => assert.fail() } as unknown as Crew;
      const threads = { most: 2, worthwhile: 1, program };
      const { done, lost } = await new Pool(threads).check(tasks, context, () => Promise.resolve(idle));
      assert.equal(lost, 0);
      const crew = new Crew(context);
      assert.deepEqual(
        done.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
        tasks.map((task) => crew.do(task)).toSorted((a, b) => (a.path < b.path ? -1 : 1)),
      );
    } finally {
      await checks.remove();
    }
  });

  it('loses nothing where a thread ends too early', async () => {
    const checks = await Checks.with(`${several}\n${papers.join('\n')}`);
    try {
      const one = await checks.run('none', { most: 1, worthwhile: 1 });
      const program = join(checks.desk.root, 'broken.cjs');
      await writeFile(program, breaksOff);
      assert.deepEqual(shown(await checks.run('none', { most: 2, worthwhile: 1, program })), shown(one));
      assert.deepEqual(checks.told, [
        'A thread of the check ended too early; its papers were checked without it.\n',
      ]);
    } finally {
      await checks.remove();
    }
  });
});
