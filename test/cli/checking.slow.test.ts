import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot } from '../../scripts/support/paths.ts';
import { Pool } from '../../src/cli/checking/pool.ts';
import { BatchWorker } from '../../src/cli/checking/worker.ts';
import { Checks, shown } from '../support/checks.ts';
import { several } from './severalFiles.ts';

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
      const idle = { workOff: () => undefined, do: () => assert.fail() } as unknown as BatchWorker;
      const threads = { most: 2, worthwhile: 1, program };
      const { done, lost } = await new Pool(threads).check(tasks, context, () => Promise.resolve(idle));
      assert.equal(lost, 0);
      const crew = new BatchWorker(context);
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
