/**
 * `npm run measures [-- --against COMMIT] [--list]` prints figures that say how complex the code is: how much runs
 * for one keystroke, hidden state, import circles, names with two meanings, lines. `--against` adds the figures of
 * another commit, and `--list` prints what each figure counts.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { importCircles } from './measures/circles.ts';
import type { FileRun } from './measures/keystroke.ts';
import { docstringsOfExports, lineFigures } from './measures/lines.ts';
import { sharedBaseNames, sharedTopLevelNames, type NameShare } from './measures/names.ts';
import { readSources, type Sources } from './measures/program.ts';
import { hiddenState } from './measures/state.ts';
import { inRoot, root } from './support/paths.ts';

/** A figure as text, and the things that it counts. */
interface Measure {
  readonly title: string;
  readonly value: string;
  readonly list: readonly string[];
}

function measuresOf(checkout: string): Measure[] {
  const sources = readSources(checkout);
  const { code, files, medianLength } = lineFigures(sources);
  const docstrings = docstringsOfExports(sources);
  return [
    ...keystrokeMeasures(checkout),
    counted(
      'tables of hidden state',
      hiddenState(checkout).map(({ path, name, kind }) => `${path}: ${name} (${kind})`),
    ),
    ...circleMeasures(sources),
    share('files whose base name another file has', sharedBaseNames(sources)),
    share('top-level names that another file declares', sharedTopLevelNames(sources)),
    figure('lines of code', `${code}`),
    figure('exported functions and classes with a docstring', percent(docstrings.count / docstrings.total)),
    figure('files', `${files}`),
    figure('lines of the file in the middle', `${medianLength}`),
  ];
}

/** Functions without a name, most of them arguments of `map` and the like, are counted separately. */
function keystrokeMeasures(checkout: string): Measure[] {
  const runs = keystroke(checkout);
  const all = runs.flatMap(({ path, functions }) => functions.map((name) => ({ path, name })));
  return [
    counted(
      'files that run for one keystroke',
      runs.map(({ path, functions }) => `${path}: ${functions.length} functions`),
    ),
    counted(
      'functions that run for one keystroke',
      all.filter(({ name }) => name !== '').map(({ path, name }) => `${path}: ${name}`),
    ),
    figure('the same with functions without a name', `${all.length}`),
  ];
}

function circleMeasures(sources: Sources): Measure[] {
  const { ofValues, ofTypes } = importCircles(sources);
  const lines = (circles: readonly (readonly string[])[]): string[] => circles.map((each) => each.join(', '));
  return [counted('import circles', lines(ofTypes)), counted('those of more than types', lines(ofValues))];
}

function counted(title: string, list: readonly string[]): Measure {
  return { title, value: `${list.length}`, list };
}

function figure(title: string, value: string): Measure {
  return { title, value, list: [] };
}

function percent(part: number): string {
  return `${(100 * part).toFixed(1)} %`;
}

function share(title: string, names: NameShare): Measure {
  const list = names.shared.map(({ name, paths }) => `${paths.length} ${name}: ${paths.join(', ')}`);
  return { title, value: percent(names.percent / 100), list };
}

function keystroke(checkout: string): readonly FileRun[] {
  const probe = inRoot('scripts', 'measures', 'keystroke.ts');
  const output = execFileSync(process.execPath, ['--import', 'tsx', probe, checkout], {
    cwd: root,
    encoding: 'utf8',
  });
  return JSON.parse(output) as readonly FileRun[];
}

/** Calls `work` with a checkout of a commit in a temporary folder, which uses the packages of this one. */
function withCheckout<T>(commit: string, work: (folder: string) => T): T {
  const parent = mkdtempSync(join(tmpdir(), 'pilcrow-measures-'));
  const folder = join(parent, 'checkout');
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    git('worktree', 'add', '--detach', folder, commit);
    symlinkSync(inRoot('node_modules'), join(folder, 'node_modules'), 'junction');
    return work(folder);
  } finally {
    rmSync(parent, { recursive: true, force: true });
    git('worktree', 'prune');
  }
}

function print(columns: readonly (readonly [heading: string, measures: readonly Measure[]])[]): void {
  const titles = columns[0]?.[1].map(({ title }) => title) ?? [];
  const width = Math.max(...titles.map(({ length }) => length));
  const line = (title: string, cells: readonly string[]): void =>
    console.log(title.padEnd(width) + cells.map((cell) => cell.padStart(12)).join(''));
  line(
    '',
    columns.map(([heading]) => heading),
  );
  for (const [at, title] of titles.entries())
    line(
      title,
      columns.map(([, measures]) => measures[at]?.value ?? ''),
    );
}

function printLists(measures: readonly Measure[]): void {
  for (const { title, value, list } of measures)
    if (list.length > 0) console.log(`\n${title}: ${value}\n${list.map((line) => `  ${line}`).join('\n')}`);
}

const { values } = parseArgs({ options: { against: { type: 'string' }, list: { type: 'boolean' } } });
const { against } = values;
const here = measuresOf(root);
if (values.list) printLists(here);
if (against === undefined) print([['now', here]]);
else
  print([
    [against.slice(0, 10), withCheckout(against, measuresOf)],
    ['now', here],
  ]);
