/**
 * `npm run pilcrow -- ARG…` runs the command line as it stands in this clone, in the folder where npm was started, and
 * builds it first where its code has changed. Its exit code is ours; nothing but its own output goes to standard output.
 */
import { spawn } from 'node:child_process';
import { buildAll } from './build.ts';
import { inRoot } from './support/paths.ts';
import { messageOf } from './support/process.ts';

function run(args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const cwd = process.env['PILCROW_INVOKED_FROM'];
    const child = spawn(process.execPath, [inRoot('dist', 'cli.cjs'), ...args], { cwd, stdio: 'inherit' });
    // Ctrl-C reaches the command line as well, which ends as it sees fit.
    process.on('SIGINT', () => undefined);
    for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 2)));
  });
}

try {
  if ((await buildAll({})).length > 0) console.error('Built Pilcrow.');
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 2;
}
