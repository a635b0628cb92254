import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { inRoot } from '../../scripts/support/paths.ts';

describe('npm start', () => {
  let start: ChildProcess | undefined;
  after(() => start?.kill('SIGKILL'));

  it('serves the sample to who has the address, and stops when told to', async () => {
    const args = [inRoot('scripts', 'run.mjs'), 'start', '--server'];
    start = spawn(process.execPath, args, { detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
    const address = await addressPrintedBy(start);
    const answer = await fetch(address, { redirect: 'manual' });
    assert.equal(answer.status, 302);
    assert.match(answer.headers.get('set-cookie') ?? '', /^vscode-tkn=/);
    assert.equal((await fetch(new URL(address).origin)).status, 403);
    // Ctrl-C in a terminal reaches the whole group.
    process.kill(-(start.pid ?? 0), 'SIGINT');
    assert.deepEqual(await once(start, 'exit'), [0, null]);
  });
});

function addressPrintedBy(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    program.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\S+(?=\s)/.exec(output)?.[0];
      if (address) resolve(address);
    });
    program.once('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${output}`)));
  });
}
