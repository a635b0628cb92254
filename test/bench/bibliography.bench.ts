import { spawnSync } from 'node:child_process';
import { stringify } from 'yaml';
import { readBibliography } from '../../src/core/bibliography/readBibliography.ts';
import { generateEntries, writeEntry } from '../core/bibliography/generate.ts';

/**
 * Measures 5,000 entries as BibLaTeX, CSL-JSON and CSL-YAML, beside `JSON.parse` of the same data and `pandoc -f
 * biblatex -t csljson`, including the start of the process. Exits with 1 if BibLaTeX takes two seconds or more.
 */

const count = 5000;
const filler = `note = {${'A remark of the length that abstracts have in libraries kept over years. '.repeat(4)}}`;

function milliseconds(work: () => void): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[2] ?? 0;
}

const biblatex = generateEntries(count, 1)
  .map((entry, i) => writeEntry(`k${i}`, entry).replace(/,/, `,\n  ${filler},`))
  .join('\n');
const { works, problems } = readBibliography('works.bib', biblatex);
if (works.length !== count || problems.length > 0) throw new Error('The generated entries are not read.');
const items = works.map(({ key, data }) => ({ id: key, ...data }));
const json = JSON.stringify(items, null, 2);
const yaml = stringify({ references: items });

const parse = milliseconds(() => void JSON.parse(json));
const rows: [string, number, number][] = [
  ['BibLaTeX', biblatex.length, milliseconds(() => void readBibliography('works.bib', biblatex))],
  ['CSL-JSON', json.length, milliseconds(() => void readBibliography('works.json', json))],
  ['CSL-YAML', yaml.length, milliseconds(() => void readBibliography('works.yaml', yaml))],
  ['JSON.parse of the CSL-JSON', json.length, parse],
];
const pandoc = (): number | null =>
  spawnSync('pandoc', ['-f', 'biblatex', '-t', 'csljson'], { input: biblatex, maxBuffer: 1e9 }).status;
if (pandoc() === 0) rows.push(['pandoc, BibLaTeX', biblatex.length, milliseconds(() => void pandoc())]);
for (const [name, size, time] of rows)
  console.log(
    `${name}: ${count} entries, ${(size / 1e6).toFixed(1)} MB, ${time.toFixed(0)} ms, ${(time / parse).toFixed(1)} × JSON.parse`,
  );
if ((rows[0]?.[2] ?? Infinity) >= 2000) process.exitCode = 1;
