/**
 * Measures the import of a book of 113,000 words in every format of the registry that a program here writes, beside Pandoc
 * reading the same file into Markdown: processor time and memory of processes of their own, with their start. PDF is measured by
 * the page. `--rounds=N` runs each N times. Exits with 1 if a goal is missed.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot } from '../../scripts/support/paths.ts';
import { buildProduct } from '../../scripts/support/product.ts';
import { oneTextFlags } from '../../src/cli/engineFlags.ts';
import { importEndings } from '../../src/convert/formats.ts';
import { openPdf } from '../../src/convert/pdf/openPdf.ts';
import { makeBook } from './support/book.ts';
import { measureInTurn, type Program, ratiosOf, type Took } from './support/timing.ts';

const rounds = Number(process.argv.find((flag) => flag.startsWith('--rounds='))?.slice(9) ?? 5);
const home = mkdtempSync(join(tmpdir(), 'pilcrow-bench-'));
const study = join(home, 'study');
const bundle = inRoot('out/bench/convert-import.cjs');
const script = inRoot('test/bench/support/peers/importOnce.mjs');

/** What an import may take of what Pandoc takes of the same file. */
const goals: Readonly<Record<string, { readonly time: number; readonly memory?: number }>> = {
  docx: { time: 0.35, memory: 0.5 },
  odt: { time: 0.5 },
  epub: { time: 0.5 },
};
/** What an import of a PDF file may take: milliseconds of a processor for a page, and MB. */
const pdfGoal = { page: 5, memory: 200 };

const ours = (file: string, output: readonly string[] = []): Program => ({
  name: `pilcrow ${file}`,
  command: process.execPath,
  args: [...oneTextFlags, script, bundle, join(home, file), ...output],
  cwd: home,
});
/** The command as a person runs it: it also starts, opens the study folder, compares with the known editions and freezes the new one. */
const wholeCommand = (file: string): Program => ({
  name: `pilcrow import ${file}`,
  command: process.execPath,
  args: [inRoot('out/bench/cli.cjs'), 'import', join(home, file), '--yes', '--out', 'sources/book.md'],
  cwd: study,
  before: () => {
    rmSync(study, { recursive: true, force: true });
    mkdirSync(join(study, 'sources'), { recursive: true });
  },
});
const pandoc = (file: string): Program => ({
  name: `pandoc ${file}`,
  command: 'pandoc',
  args: [file, '-t', 'markdown', '-o', 'pandoc.md'],
  cwd: home,
});

/** Runs a program that makes a file. Returns whether it is there afterwards. */
function makes(file: string, program: string, args: readonly string[]): boolean {
  try {
    execFileSync(program, args, { cwd: home, stdio: 'ignore' });
  } catch {
    return false;
  }
  return existsSync(join(home, file));
}

const figures = ({ processor, memory }: Took): string => `${processor.toFixed(2)} s ${memory.toFixed(0)} MB`;

/** Measures a file beside Pandoc. Returns whether the goals are reached. */
function besidePandoc(format: string): boolean {
  const file = `book.${format}`;
  if (!makes(file, 'pandoc', ['book.md', '-o', file])) {
    console.log(`${format}: skipped, Pandoc is not there`);
    return true;
  }
  const pairs = Array.from({ length: rounds }, () => {
    const [one, other] = [...measureInTurn([ours(file), pandoc(file)], 1).values()];
    if (!one || !other) throw new Error('Nothing was measured.');
    return [one, other] as const;
  });
  const time = ratiosOf(pairs.map(([one, other]) => [one.processor, other.processor]));
  const memory = ratiosOf(pairs.map(([one, other]) => [one.memory, other.memory]));
  const [[one, other] = []] = pairs.slice(-1);
  const goal = goals[format];
  const isReached = !goal || (time.median <= goal.time && memory.median <= (goal.memory ?? Infinity));
  console.log(
    `${format}: ${one ? figures(one) : ''}, Pandoc ${other ? figures(other) : ''}; ${time.median.toFixed(2)} × (${time.lower.toFixed(2)} to ${time.upper.toFixed(2)}) its time, goal ${String(goal?.time ?? '–')}; ${memory.median.toFixed(2)} × its memory, goal ${String(goal?.memory ?? '–')}${isReached ? '' : '  MISSED'}`,
  );
  const [command] = [...measureInTurn([wholeCommand(file)], rounds).values()];
  if (command) console.log(`${format}: the whole command ${figures(command)}`);
  return isReached;
}

/** The producers of PDF files: with tags, by a browser; without, by TeX. */
const pdfProducers: Readonly<Record<string, () => boolean>> = {
  'tagged.pdf': () =>
    makes('book.html', 'pandoc', ['book.md', '-s', '-H', 'a5.html', '-o', 'book.html']) &&
    makes('tagged.pdf', 'chromium', [
      ...['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${join(home, 'chromium')}`],
      ...['--print-to-pdf=tagged.pdf', `file://${join(home, 'book.html')}`],
    ]),
  'untagged.pdf': () =>
    makes('untagged.pdf', 'pandoc', [
      ...['book.md', '--pdf-engine=pdflatex', '-V', 'classoption=a5paper', '-V', 'fontsize=11pt'],
      ...['-o', 'untagged.pdf'],
    ]) || strippedOfTags(),
};

/** Makes an untagged file of the tagged one where there is no TeX: the entries of its tree have a name that nobody knows. */
function strippedOfTags(): boolean {
  if (!existsSync(join(home, 'tagged.pdf'))) return false;
  const tagged = readFileSync(join(home, 'tagged.pdf'), 'latin1');
  const untagged = tagged
    .replaceAll('/StructTreeRoot', '/XtructTreeRoot')
    .replaceAll('/MarkInfo', '/XarkInfo');
  writeFileSync(join(home, 'untagged.pdf'), untagged, 'latin1');
  return true;
}

async function pagesOf(file: string): Promise<number> {
  const opened = await openPdf(new Uint8Array(readFileSync(join(home, file))), undefined);
  if ('problem' in opened) throw new Error(`${file} cannot be opened.`);
  await opened.close();
  return opened.pageCount;
}

/** Measures a PDF file by the page. Returns whether the goals are reached. */
async function byThePage(file: string): Promise<boolean> {
  if (!pdfProducers[file]?.()) {
    console.log(`${file}: skipped, no program that writes it is there`);
    return true;
  }
  const [took] = [...measureInTurn([ours(file)], rounds).values()];
  if (!took) throw new Error('Nothing was measured.');
  const pages = await pagesOf(file);
  const page = (took.processor * 1000) / pages;
  const isReached = page <= pdfGoal.page && took.memory <= pdfGoal.memory;
  console.log(
    `${file}: ${figures(took)}, ${String(pages)} pages; ${page.toFixed(1)} ms a page, goal ${String(pdfGoal.page)}; goal ${String(pdfGoal.memory)} MB${isReached ? '' : '  MISSED'}`,
  );
  return isReached;
}

try {
  await buildProduct(true, 'out/bench');
  const book = makeBook();
  writeFileSync(join(home, 'book.md'), book);
  writeFileSync(join(home, 'a5.html'), '<style>@page { size: A5; margin: 15mm }</style>\n');
  console.log(`A book of ${String(book.split(/\s+/).length)} words, ${String(rounds)} rounds.`);
  const formats = importEndings().all;
  const reached: boolean[] = [
    ...['docx', 'odt', 'epub', 'html'].filter((format) => formats.includes(format)).map(besidePandoc),
  ];
  if (formats.includes('pdf'))
    for (const file of Object.keys(pdfProducers)) reached.push(await byThePage(file));
  if (reached.includes(false)) process.exitCode = 1;
} finally {
  rmSync(home, { recursive: true, force: true });
}
