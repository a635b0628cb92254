/**
 * `npm run test:long` is for the night: the unit tests and properties without anything kept, properties on many new
 * examples, and Pandoc on many new documents. It stops at the first that fails.
 */
import { spawnSync } from 'node:child_process';
import { root } from './support/paths.ts';

/** Times as many examples as in `npm test`. */
const factor = '20';

const jobs: readonly { readonly script: string; readonly env: NodeJS.ProcessEnv }[] = [
  { script: 'test:unit', env: { PILCROW_PLAIN: '1' } },
  { script: 'test:properties', env: { PILCROW_PLAIN: '1' } },
  { script: 'test:properties', env: { PILCROW_RUNS: factor, PILCROW_SEED: 'random' } },
  { script: 'test:pandoc:long', env: {} },
];

for (const { script, env } of jobs) {
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
  if (status !== 0) process.exit(status ?? 1);
}
