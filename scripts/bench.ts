/** `npm run bench` runs every test/bench/*.bench.ts; `npm run bench -- WORD` those whose name holds WORD. */
import { pathToFileURL } from 'node:url';
import { globSync } from 'tinyglobby';
import { root } from './support/paths.ts';

const word = process.argv[2] ?? '';
const files = globSync('test/bench/**/*.bench.ts', { cwd: root, absolute: true }).sort();
const chosen = files.filter((file) => file.includes(word));
if (chosen.length === 0) console.log('There is nothing to measure.');
for (const file of chosen) await import(pathToFileURL(file).href);
