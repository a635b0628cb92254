/**
 * `npm run pilcrow -- ARG…` runs this clone's command line in the folder where npm was started. It builds first if
 * the code has changed. The exit code is the command line's, and standard output has only its output.
 */
import { spawn } from 'node:child_process';
import { buildAll } from './build.ts';
import { inRoot } from './support/paths.ts';
import { messageOf } from './support/process.ts';

function run(args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const cwd = process.env['PILCROW_INVOKED_FROM'];
    const child = spawn(process.execPath, [inRoot('dist', 'cli.cjs'), ...args], { cwd, stdio: 'inherit' });
    // Ctrl-C also reaches the command line, which decides how to end.
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
