/**
 * `npm run test:pandoc:long [-- RUNS [SEED]]` compares Pilcrow's reading with Pandoc's on many more documents than
 * the tests do. Without a seed, each run takes other documents.
 */
import { spawn } from 'node:child_process';
import { inRoot, root } from './support/paths.ts';

const [runs = '20000', seed = String(Date.now() % 1_000_000_007)] = process.argv.slice(2);
console.log(`Comparing ${runs} documents of each kind with Pandoc, seed ${seed} …`);
const child = spawn(
  process.execPath,
  [inRoot('node_modules', 'mocha', 'bin', 'mocha.js'), '--timeout=0', 'test/pandoc/**/*.test.ts'],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PILCROW_PANDOC_RUNS: runs, PILCROW_PANDOC_SEED: seed },
  },
);
child.on('exit', (code) => process.exit(code ?? 1));
