/**
 * `npm test` runs everything that can fail, and `npm test -- STEP…` only some steps. Its last line is `N passed, N
 * failed`, the sum of all Mocha runs and of other failures.
 */
import { globSync } from 'tinyglobby';
import { installEditors } from '../test/editors/install.ts';
import { installBrowser } from '../test/host/browser.ts';
import { hostNames, installHost, type HostName } from '../test/host/install.ts';
import { buildAll } from './build.ts';
import { packageFile, packageIfChanged } from './package.ts';
import { root } from './support/paths.ts';
import { messageOf, seconds } from './support/process.ts';
import { findOrInstall } from './support/programs.ts';
import { marks, runSteps, type Step, type StepContext, type StepResult } from './support/steps.ts';

function say(line: string): void {
  console.log(line);
}

function npmScript(name: string): Step['run'] {
  return ({ run }) => run('npm', 'run', '--silent', name);
}

function onlyIfThere(glob: string): () => string | undefined {
  return () => (globSync(glob, { cwd: root }).length > 0 ? undefined : `there is no ${glob}`);
}

async function runPandocTests(context: StepContext): Promise<void> {
  const title = 'Pandoc, which says how citations are to be read,';
  await findOrInstall({ title, names: ['pandoc'], packages: ['pandoc'] }, context.say);
  await npmScript('test:pandoc')(context);
}

async function prepareHost(name: HostName, context: StepContext): Promise<void> {
  await installBrowser(context.say);
  await installHost(name, context.say);
}

function hostStep(name: HostName): Step {
  return {
    name,
    title: `the extension in the ${name} VS Code`,
    needs: ['build'],
    run: async (context) => {
      await prepareHost(name, context);
      await context.run(process.execPath, '--import', 'tsx', 'test/host/runTests.ts', name);
    },
  };
}

async function runWebTests(context: StepContext): Promise<void> {
  await prepareHost('newest', context);
  await context.run(process.execPath, '--import', 'tsx', 'test/host/runWebTests.ts');
}

async function runPackaged(context: StepContext): Promise<void> {
  for (const name of hostNames) {
    await prepareHost(name, context);
    await context.run(process.execPath, '--import', 'tsx', 'test/host/runTests.ts', name, packageFile);
  }
}

async function packageAndSay({ say: tell }: StepContext): Promise<void> {
  tell((await packageIfChanged()) ? 'The package was made.' : 'The package is up to date.');
}

async function runScreenTests(context: StepContext): Promise<void> {
  await prepareHost('newest', context);
  await context.run('npx', '--no-install', 'mocha', '--config', 'test/screen/.mocharc.json');
}

async function runEditors(context: StepContext): Promise<void> {
  await installEditors(context.say);
  await context.run('npx', '--no-install', 'mocha', '--config', 'test/editors/.mocharc.json');
}

const steps: readonly Step[] = [
  { name: 'format', title: 'format', run: npmScript('format') },
  { name: 'lint', title: 'lint and types', run: npmScript('lint') },
  {
    name: 'build',
    title: 'build',
    run: async () => {
      await buildAll({ tests: true });
    },
  },
  {
    name: 'grammar',
    title: 'grammar',
    run: npmScript('test:grammar'),
    skip: onlyIfThere('test/grammar/*.analysis.md'),
  },
  {
    name: 'unit',
    title: 'core, workspace, server, command line',
    needs: ['build'],
    run: npmScript('test:unit'),
  },
  {
    name: 'properties',
    title: 'properties and slow oracles',
    needs: ['build'],
    run: npmScript('test:properties'),
  },
  {
    name: 'fuzz',
    title: 'a minute of fuzzing',
    run: ({ run }) => run(process.execPath, 'scripts/run.mjs', 'fuzz', '--seconds', '60', '--seed', '1'),
  },
  {
    name: 'pandoc',
    title: 'Pandoc agrees',
    run: runPandocTests,
    skip: onlyIfThere('test/pandoc/**/*.test.ts'),
  },
  { name: 'editors', title: 'other editors', needs: ['build'], run: runEditors },
  ...hostNames.map(hostStep),
  { name: 'web', title: 'the extension in a browser alone', needs: ['build'], run: runWebTests },
  { name: 'package', title: 'package', needs: ['build'], run: packageAndSay },
  { name: 'screen', title: 'the screen', needs: ['build', 'package'], run: runScreenTests },
  { name: 'packaged', title: 'the package, installed', needs: ['build', 'package'], run: runPackaged },
];

function chosenSteps(names: readonly string[]): readonly Step[] {
  const unknown = names.find((name) => !steps.some((step) => step.name === name));
  if (unknown)
    throw new Error(`${unknown} is no step; steps are ${steps.map(({ name }) => name).join(', ')}.`);
  if (names.length === 0) return steps;
  const wanted = new Set(
    names.flatMap((name) => [name, ...(steps.find((s) => s.name === name)?.needs ?? [])]),
  );
  return steps.filter(({ name }) => wanted.has(name));
}

function summarise(results: readonly StepResult[], duration: number): boolean {
  say(`\nAll steps, ${seconds(duration)}:`);
  for (const result of results) say(lineOf(result));
  // Logs are often cut at the beginning, so failures are repeated at the end.
  for (const { step, failures } of results)
    for (const failure of failures) say(`\n${marks.failed} ${step.title}:\n${failure}`);
  for (const { step, retried } of results) for (const test of retried) say(`⚠ ${step.title}: ${test}`);
  sayProcessorTime(results);
  const sum = (key: 'passed' | 'failed' | 'skipped'): number =>
    results.reduce((all, { counts }) => all + counts[key], 0);
  const skipped = sum('skipped');
  say(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return results.every(({ outcome }) => outcome !== 'failed');
}

function lineOf({ step, outcome, duration, processor, counts, reason }: StepResult): string {
  const time = `${seconds(duration).padStart(8)}${processorNote(processor)}`;
  const tests = counts.passed + counts.failed > 0 ? `, ${counts.passed} passed, ${counts.failed} failed` : '';
  return `${marks[outcome]} ${step.name.padEnd(10)} ${time}${tests}${reason ? `  ${reason}` : ''}`;
}

function processorNote(processor: number | undefined): string {
  return processor === undefined ? '' : `, processor ${seconds(processor).padStart(8)}`;
}

/** What all steps together may take of a processor. A slow machine takes longer, so that more is no failure. */
const mostProcessorMinutes = 25;

function sayProcessorTime(results: readonly StepResult[]): void {
  const all = results.reduce((sum, { processor = 0 }) => sum + processor, 0);
  if (all === 0) return;
  const minutes = all / 60_000;
  say(`\nProcessor time of all steps: ${minutes.toFixed(1)} minutes`);
  if (minutes > mostProcessorMinutes)
    say(`⚠ WARNING: that is more than the ${mostProcessorMinutes} minutes that \`npm test\` may take.`);
}

try {
  const start = Date.now();
  const results = await runSteps(chosenSteps(process.argv.slice(2)), say);
  process.exitCode = summarise(results, Date.now() - start) ? 0 : 1;
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 2;
}
