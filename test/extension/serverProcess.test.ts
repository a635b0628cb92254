import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { activatedPilcrow, checksIn, fileOf, nextEvent } from './support.ts';

/** The process of this host's language server, found among the child processes of this one. */
function serverProcess(): number {
  const pid = readdirSync('/proc').find((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      const [, parent] = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/status`, 'utf8')) ?? [];
      const isOurs = Number(parent) === process.pid;
      return isOurs && readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('server.cjs');
    } catch {
      // It ended while we looked.
      return false;
    }
  });
  return Number(pid ?? assert.fail('there is no language server'));
}

describe('the language server', () => {
  before(function () {
    if (!existsSync('/proc/self/status')) this.skip();
  });

  it('is started again when it dies, and says the same as before', async () => {
    const { server } = await activatedPilcrow();
    const paper = fileOf('papers/exercise.analysis.md');
    const before = await checksIn(paper, (checks) => checks.length > 4);
    const first = serverProcess();
    const gone = checksIn(paper, (checks) => checks.length === 0);
    process.kill(first, 'SIGKILL');
    await gone;
    await nextEvent(server.onDidChange);
    const after = await checksIn(paper, (checks) => checks.length === before.length);
    assert.deepEqual(after, before);
    assert.notEqual(serverProcess(), first);
  });
});
