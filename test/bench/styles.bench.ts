/** Measures how long 200 groups of citations of 100 works take to be formatted in each style that ships, beside Pandoc's citeproc. */
import { readFileSync } from 'node:fs';
import { inRoot } from '../../scripts/support/paths.ts';
import {
  type CitationStyle,
  formatCitations,
  readLocale,
  readStyleSheet,
  styleFile,
  styleNames,
} from '../../src/core/styles.ts';
import { readBibliography } from '../../src/core/bibliography.ts';
import { Random } from '../pandoc/random.ts';
import { StyledOracle } from '../pandoc/styledOracle.ts';
import { PaperMaker } from '../pandoc/styledPapers.ts';
import { markdownTable, median } from './support/machine.ts';

const rounds = 5;
const paper = new PaperMaker(new Random(1)).paper(100, 200);
const works = readBibliography('works.json', JSON.stringify(paper.works)).works.map(({ key, data }) => ({
  id: key,
  data,
  markup: 'html' as const,
}));
const textOf = (name: string): string => readFileSync(inRoot('styles', name), 'utf8');

function load(xml: string): CitationStyle {
  const sheet = readStyleSheet(xml);
  const locale = readLocale(textOf('locales-en-US.xml'));
  if ('problem' in sheet || !locale) throw new Error('a style that ships cannot be read');
  return { sheet, locales: new Map([['en-US', locale]]) };
}

/** Processor milliseconds, user and system. */
async function milliseconds(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

async function medianOf(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push(await milliseconds(work));
  return median(times);
}

const oracle = await StyledOracle.start();
const rows: string[][] = [];
for (const name of styleNames) {
  const xml = textOf(styleFile(name, 'en'));
  const style = load(xml);
  const first = await milliseconds(() => formatCitations(works, paper.groups, load(xml), 'en'));
  const read = await medianOf(() => load(xml));
  const formatted = await medianOf(() => formatCitations(works, paper.groups, style, 'en'));
  const pandoc = await medianOf(() => oracle.print(paper, xml, 'en'));
  const ms = (value: number): string => value.toFixed(0);
  rows.push([name, ms(first), ms(read), ms(formatted), ms(pandoc), ((read + formatted) / pandoc).toFixed(2)]);
}
console.log('200 groups of citations of 100 works, with their list; processor milliseconds, median of 5\n');
console.log(
  markdownTable(
    [
      'style',
      'first time, style read',
      'reading the style',
      'formatting',
      'Pandoc 3.10 (WebAssembly)',
      'both / Pandoc',
    ],
    rows,
  ),
);
