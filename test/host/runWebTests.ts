/**
 * `node --import tsx test/host/runWebTests.ts` runs the tests of test/web in the web extension host of the newest VS Code, with the
 * extension as it was built.
 */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { globSync } from 'tinyglobby';
import { inRoot, root } from '../../scripts/support/paths.ts';
import { messageOf } from '../../scripts/support/process.ts';
import type { Expected } from '../web/tests.ts';
import { installBrowser } from './browser.ts';
import { installHost } from './install.ts';
import { writeMemoryManifest } from './memoryManifest.ts';
import { openWebWorkbench } from './webHost.ts';

const study = inRoot('examples', 'study-folder');
const samples = inRoot('..', 'shared', 'inout', 'samples');
const folder = inRoot('out', 'test', 'web');
/** How long all tests may take, in milliseconds. */
const maxRunMs = 400_000;

/** Tests that need a disk, other programs, a server of Node.js, or the preview of VS Code’s Markdown extension, which the host that we run lacks. */
const onDesktopAlone = /\/(?:fileWatching|importing|preview|serverProcess|terminal|wholeEssay)\.test\.ts$/;

/** The tests of the extension that need nothing of Node.js, as one text that says what they are. */
function hostTests(): string {
  const files = globSync('test/extension/*.test.ts', { cwd: root }).sort();
  return files
    .filter((file) => !onDesktopAlone.test(`/${file}`))
    .map((file) => `import ${JSON.stringify(inRoot(file))};`)
    .join('\n');
}

async function bundleTests(): Promise<void> {
  await writeMemoryManifest(folder, 'browser');
  await build({
    absWorkingDir: root,
    entryPoints: ['test/web/memoryFiles.ts', 'test/web/tests.ts'],
    outdir: folder,
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    external: ['vscode'],
    // Without it packages that have a way of their own for pages of browsers would ask for a document.
    conditions: ['worker'],
    // Tests are imported for what they do.
    ignoreAnnotations: true,
    // Mocha’s own bundle for browsers, and a package that is there in place of Node’s assertions.
    alias: { mocha: 'mocha/mocha.js', 'node:assert/strict': inRoot('test', 'web', 'assertions.ts') },
    define: {
      hostTestsWanted: JSON.stringify(process.env['PILCROW_GREP'] ?? ''),
      'process.env.NODE_DEBUG': 'undefined',
      'process.emitWarning': 'undefined',
      global: 'globalThis',
    },
    banner: { js: 'globalThis.process ??= { env: {}, platform: "browser" };' },
    plugins: [
      {
        name: 'host-tests',
        setup: (bundler) => {
          bundler.onResolve({ filter: /^host-tests$/ }, ({ path }) => ({ path, namespace: 'host-tests' }));
          bundler.onLoad({ filter: /./, namespace: 'host-tests' }, () => ({
            contents: hostTests(),
            resolveDir: root,
          }));
        },
      },
    ],
  });
}

const base64 = (path: string): string => readFileSync(path).toString('base64');

/** What the command line finds. */
async function expectedFindings(): Promise<Expected> {
  const output = await new Promise<string>((resolve) => {
    const args = [inRoot('dist', 'cli.cjs'), 'check', study, '--format', 'json', '--no-cache'];
    execFile(
      process.execPath,
      args,
      { maxBuffer: 1e8, env: { ...process.env, LC_ALL: 'C' } },
      (_error, stdout) => resolve(stdout),
    );
  });
  const findings = JSON.parse(output) as readonly {
    readonly file: string;
    readonly check: string;
    readonly message: string;
  }[];
  const byFile = new Map<string, string[]>();
  for (const { file, check, message } of findings) {
    const path = file.replaceAll('\\', '/').replace(/^.*study-folder\//, '');
    byFile.set(path, [...(byFile.get(path) ?? []), `${check} ${message}`]);
  }
  const all = [...byFile].map(([path, lines]) => [path, lines.sort()] as const);
  return Object.fromEntries(all.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function json(folderOfFiles: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, base64(join(folderOfFiles, name))]));
}

async function main(): Promise<number> {
  const host = await installHost('newest', console.log);
  await bundleTests();
  const hasSamples = existsSync(samples);
  if (!hasSamples) console.log('  imports are not tested: the files are not here (../shared/inout/samples)');
  const given = {
    expected: await expectedFindings(),
    samples: hasSamples ? json(samples, ['word.docx', 'pages.epub', 'chromium.pdf']) : {},
  };
  let settle: (code: number) => void = () => undefined;
  const ended = new Promise<number>((resolve) => (settle = resolve));
  const timer = setTimeout(() => settle(124), maxRunMs);
  const workbench = await openWebWorkbench(host, {
    browser: await installBrowser(console.log),
    extensionPaths: [root, folder],
    tests: 'tests.js',
    folder: 'pilcrow-test:/study',
    made: {
      '/extension1/sample.json': JSON.stringify(json(study, globSync('**', { cwd: study, dot: true }))),
      '/given.json': JSON.stringify(given),
    },
    settings: {
      'workbench.startupEditor': 'none',
      'chat.disableAIFeatures': true,
      // A window in a browser saves what is typed after a second, and tests that take it back would find it in the file.
      'files.autoSave': 'off',
    },
    expose: { codeAutomationExit: (code: number) => settle(code), codeAutomationLog: () => undefined },
    onConsole: (message) => {
      const line = /pilcrow-test (.*)/s.exec(message.text())?.[1];
      if (line !== undefined && !line.startsWith('first')) console.log(line);
      else if (process.env['PILCROW_HOST_VERBOSE']) console.log(message.text());
    },
  });
  try {
    const code = await ended;
    const picture = process.env['PILCROW_HOST_PICTURE'];
    if (picture) await workbench.page.screenshot({ path: picture });
    return code;
  } finally {
    clearTimeout(timer);
    await workbench.close();
    if (!process.env['PILCROW_HOST_VERBOSE']) await rm(folder, { recursive: true, force: true });
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 1;
}
