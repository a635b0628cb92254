/**
 * `npm run test:long` is for the night: the unit tests and properties without anything kept, properties on many new
 * examples, and Pandoc on many new documents. One that fails does not keep the others from running; they are named at the end.
 */
import { spawnSync } from 'node:child_process';
import { root } from './support/paths.ts';

/** Times as many examples as in `npm test`. */
const factor = '50';

const jobs: readonly { readonly script: string; readonly env: NodeJS.ProcessEnv }[] = [
  { script: 'test:unit', env: { PILCROW_PLAIN: '1' } },
  { script: 'test:properties', env: { PILCROW_PLAIN: '1' } },
  { script: 'test:properties', env: { PILCROW_RUNS: factor, PILCROW_SEED: 'random' } },
  { script: 'test:pandoc:long', env: {} },
];

/** Runs one job, and says whether it passed. */
function passes({ script, env }: (typeof jobs)[number]): boolean {
  const settings = Object.entries(env).map(([name, value]) => `${name}=${value ?? ''} `);
  console.log(`\n▶ ${settings.join('')}npm run ${script}`);
  const { status } = spawnSync(
    'npm',
    ['run', '--silent', script, ...(script === 'test:pandoc:long' ? [] : ['--', '--timeout=0'])],
    {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
      env: { ...process.env, ...env },
    },
  );
  console.log(`${status === 0 ? '✓' : '✗'} ${settings.join('')}npm run ${script}`);
  return status === 0;
}

const failed = jobs.filter((job) => !passes(job));
console.log(`\n${String(jobs.length - failed.length)} passed, ${String(failed.length)} failed`);
for (const { script, env } of failed) console.log(`✗ ${script} ${JSON.stringify(env)}`);
process.exitCode = failed.length === 0 ? 0 : 1;
