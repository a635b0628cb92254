/**
 * Measures how long the first findings of the sample take in the extension host of a browser alone, and in that of Node.js beside it: from when
 * the extension is activated, and from when the address of the window is opened. Both take turns.
 */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { globSync } from 'tinyglobby';
import { buildAll } from '../../scripts/build.ts';
import { inRoot, root } from '../../scripts/support/paths.ts';
import { installBrowser } from '../host/browser.ts';
import { installHost, isInstalled, type Host } from '../host/install.ts';
import { writeMemoryManifest } from '../host/memoryManifest.ts';
import { openWebWorkbench } from '../host/webHost.ts';
import { openWorkbench } from '../host/workbench.ts';

const rounds = 5;
/** How many times as long the web host may take. */
const mostTimes = 2;
const study = inRoot('examples', 'study-folder');
const settings = { 'workbench.startupEditor': 'none', 'chat.disableAIFeatures': true };

interface Measured {
  readonly activated: number;
  readonly opened: number;
}

/** An extension with the file system of the sample for the web host, and with what measures in both. */
async function makeMeasuring(folder: string): Promise<void> {
  await writeMemoryManifest(folder, 'browser');
  await build({
    absWorkingDir: root,
    entryPoints: ['test/web/memoryFiles.ts', 'test/bench/support/firstFindings.ts'],
    entryNames: '[name]',
    outdir: folder,
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    external: ['vscode'],
  });
}

/** Waits until a window says how long its first findings took. */
async function measured(page: Page, start: number): Promise<Measured> {
  const item = page.locator('.part.statusbar .statusbar-item', { hasText: 'first findings' }).first();
  await item.waitFor({ timeout: 120_000 });
  const opened = performance.now() - start;
  const text = await item.innerText();
  const took = /(\d+) ms/.exec(text)?.[1];
  if (took === undefined) throw new Error(text);
  return { activated: Number(took), opened };
}

async function inWebHost(host: Host, browser: string, folder: string): Promise<Measured> {
  const files = globSync('**', { cwd: study, dot: true });
  const sample = Object.fromEntries(
    files.map((name) => [`sample/${name}`, readFileSync(join(study, name)).toString('base64')]),
  );
  const start = performance.now();
  const workbench = await openWebWorkbench(host, {
    browser,
    extensionPaths: [root, folder],
    tests: 'firstFindings.js',
    folder: 'pilcrow-test:/study',
    made: { '/extension1/sample.json': JSON.stringify(sample) },
    settings,
    expose: { codeAutomationExit: () => undefined, codeAutomationLog: () => undefined },
  });
  try {
    return await measured(workbench.page, start);
  } finally {
    await workbench.close();
  }
}

async function inNodeHost(host: Host, browser: string, folder: string): Promise<Measured> {
  const open = join(folder, 'study');
  await rm(open, { recursive: true, force: true });
  await cp(study, join(open, 'sample'), { recursive: true });
  const start = performance.now();
  const workbench = await openWorkbench(host, {
    browser,
    open,
    extensionPaths: [root],
    testsPath: join(folder, 'firstFindings.js'),
    settings,
    expose: { codeAutomationExit: () => undefined, codeAutomationLog: () => undefined },
  });
  try {
    return await measured(workbench.page, start);
  } finally {
    await workbench.close();
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** The bench installs nothing. `npm test` and `npm start` install the editor. */
if (!isInstalled('newest')) console.log('Needs VS Code, which `npm test` or `npm start` installs.');
else {
  await buildAll({ production: true });
  const folder = await mkdtemp(join(tmpdir(), 'pc-'));
  try {
    await makeMeasuring(folder);
    const host = await installHost('newest', () => undefined);
    const browser = await installBrowser(() => undefined);
    const web: Measured[] = [];
    const node: Measured[] = [];
    for (let round = 0; round < rounds; round++) {
      node.push(await inNodeHost(host, browser, folder));
      web.push(await inWebHost(host, browser, folder));
    }
    const row = (all: readonly Measured[]): Record<string, string> => ({
      'from activation': `${Math.round(median(all.map(({ activated }) => activated)))} ms`,
      'from the address': `${(median(all.map(({ opened }) => opened)) / 1000).toFixed(1)} s`,
    });
    const times = (part: keyof Measured): number =>
      median(web.map((each) => each[part])) / median(node.map((each) => each[part]));
    const ratio = {
      'from activation': `${times('activated').toFixed(2)}×`,
      'from the address': `${times('opened').toFixed(2)}×`,
    };
    console.log(`\nFirst findings of the sample, median of ${rounds} windows each`);
    console.table({ 'host of Node.js': row(node), 'host of a browser': row(web), 'times as long': ratio });
    console.log(`In a browser they may take ${mostTimes} times as long.`);
    if (times('activated') > mostTimes || times('opened') > mostTimes) process.exitCode = 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
