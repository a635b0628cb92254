import { readFileSync } from 'node:fs';
import { chmod, rm } from 'node:fs/promises';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { build, context, type BuildOptions, type Metafile, type Plugin } from 'esbuild';
import { globSync } from 'tinyglobby';
import { inRoot, root } from './paths.ts';

/**
 * Every bundle is CommonJS: the extension host of the oldest VS Code we support loads nothing else, and one
 * format for all keeps one way of finding files beside a bundle.
 *
 * esbuild splits no CommonJS, so what loads lazily is cut out by us: an `import()` of one of our own files
 * makes that file a bundle of its own beside the others, loaded when the line runs. What such a bundle shares
 * with its caller is in both, so it exchanges plain data with it, never instances of classes.
 *
 * What the core calls without waiting cannot be an `import()`. Such a file is named as deferred: in its place stand
 * functions that load the bundle when they are called for the first time.
 */
export interface Bundles {
  readonly entries: Readonly<Record<string, string>>;
  readonly folder: string;
  readonly external: readonly string[];
  /** The entries a person starts; they get a shebang and may be run. */
  readonly programs?: readonly string[];
  /** By entry, the files of ours that are loaded when a function of theirs is called; they export functions alone. */
  readonly deferred?: Readonly<Record<string, readonly string[]>>;
  readonly production: boolean;
}

export function productBundles(production: boolean): Bundles {
  const entries = {
    extension: 'src/extension/main.ts',
    server: 'src/server/main.ts',
    cli: 'src/cli/main.ts',
  };
  // Most study folders have no BibLaTeX, and an editor waits for its server.
  const deferred = { server: ['src/core/bibliography/biblatex.ts'] };
  return { entries, folder: 'dist', external: ['vscode'], programs: ['cli'], deferred, production };
}

/** The launcher runs from the repository, so what it imports stays in node_modules. */
export const hostBundles: Bundles = {
  entries: { launcher: 'test/host/launcher.ts', runner: 'test/host/runner.ts' },
  folder: 'out/test/host',
  external: ['playwright-core'],
  programs: ['launcher'],
  production: false,
};

export function extensionTestBundles(): Bundles {
  const files = globSync('test/extension/**/*.test.ts', { cwd: root });
  const tests = files.map((file): [string, string] => [
    relative('test/extension', file).replace(/\.ts$/, ''),
    file,
  ]);
  return {
    entries: { index: 'test/extension/index.ts', ...Object.fromEntries(tests) },
    folder: 'out/test/extension',
    external: ['vscode', 'mocha'],
    production: false,
  };
}

/** Builds the bundles and, round by round, those that their `import()`s ask for. Returns all that were built. */
export async function buildBundles(bundles: Bundles): Promise<Bundles> {
  const { entries, outputs } = await runBundler(bundles, true);
  // Only what is no longer made goes: another run may be using the rest.
  const files = globSync('**', { cwd: inRoot(bundles.folder) }).map((file) => `${bundles.folder}/${file}`);
  await Promise.all(files.filter((file) => !(file in outputs)).map((file) => rm(inRoot(file))));
  for (const name of bundles.programs ?? []) await chmod(inRoot(bundles.folder, `${name}.cjs`), 0o755);
  return { ...bundles, entries };
}

/** What each bundle would be made of, without writing anything. */
export async function examineBundles(bundles: Bundles): Promise<Metafile['outputs']> {
  return (await runBundler(bundles, false)).outputs;
}

interface Built {
  readonly entries: Record<string, string>;
  readonly outputs: Metafile['outputs'];
}

async function runBundler(bundles: Bundles, write: boolean): Promise<Built> {
  const outputs: Metafile['outputs'] = {};
  const entries: Record<string, string> = {};
  let round: Record<string, string> = { ...bundles.entries };
  while (Object.keys(round).length > 0) {
    const lazy: Record<string, string> = {};
    const builds = Object.entries(round).map(([name, file]) =>
      build({ ...bundleOptions(bundles, name, file, lazy), metafile: true, write }),
    );
    for (const { metafile } of await Promise.all(builds)) Object.assign(outputs, metafile.outputs);
    Object.assign(entries, round);
    round = Object.fromEntries(Object.entries(lazy).filter(([name]) => !(name in entries)));
  }
  return { entries, outputs };
}

/** Rebuilds each bundle whenever a file it is made of changes, until the process ends. */
export async function watchBundles(bundles: Bundles): Promise<void> {
  const all = await buildBundles(bundles);
  for (const [name, file] of Object.entries(all.entries)) {
    const options = bundleOptions(all, name, file, {});
    await (await context({ ...options, logLevel: 'info' })).watch();
  }
}

function bundleOptions(
  bundles: Bundles,
  name: string,
  file: string,
  lazy: Record<string, string>,
): BuildOptions {
  const isProgram = bundles.programs?.includes(name) && !readFileSync(inRoot(file), 'utf8').startsWith('#!');
  const moduleUrl = "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;";
  return {
    absWorkingDir: root,
    entryPoints: { [name]: file },
    outdir: bundles.folder,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // A lazy bundle is required: for an import Node.js first looks through all of it for the names of its exports.
    supported: { 'dynamic-import': false },
    external: [...bundles.external],
    plugins: [lazyBundles(bundles, lazy), deferredBundles(bundles.deferred?.[name] ?? [], lazy)],
    // A package's CommonJS copy cannot be shaken, and some hide their imports from the bundler in it.
    mainFields: ['module', 'main'],
    // Without `keepNames`, which names each closure anew whenever it is made.
    minify: bundles.production,
    sourcemap: bundles.production ? false : 'linked',
    legalComments: 'none',
    logLevel: 'warning',
    define: {
      'import.meta.url': 'importMetaUrl',
      'import.meta.dirname': '__dirname',
      'import.meta.filename': '__filename',
    },
    banner: { js: (isProgram ? '#!/usr/bin/env node\n' : '') + moduleUrl },
  };
}

/** Leaves an `import()` of our own file alone but for its address, and remembers which file it wants. */
function lazyBundles({ entries }: Bundles, found: Record<string, string>): Plugin {
  const nameOf = new Map(Object.entries(entries).map(([name, file]) => [file, name]));
  return {
    name: 'lazy-bundles',
    setup(bundler) {
      bundler.onResolve({ filter: /^\.{1,2}\// }, ({ kind, path, resolveDir }) => {
        if (kind !== 'dynamic-import' || resolveDir.includes(`${sep}node_modules${sep}`)) return undefined;
        const file = relative(root, resolve(resolveDir, path));
        const name = nameOf.get(file) ?? lazyName(file);
        found[name] = file;
        return { path: `./${name}.cjs`, external: true };
      });
    },
  };
}

const exportedFunction = /^export (?:async )?function (\w+)/gm;

/** Puts functions in the place of files that load the bundles of these when they are called. */
function deferredBundles(files: readonly string[], found: Record<string, string>): Plugin {
  return {
    name: 'deferred-bundles',
    setup(bundler) {
      bundler.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const file = relative(root, path);
        if (!files.includes(file.split(sep).join('/'))) return undefined;
        const name = lazyName(file);
        found[name] = file;
        const functions = [...readFileSync(path, 'utf8').matchAll(exportedFunction)].map(([, own]) => own);
        const stubs = functions.map(
          (own) => `export const ${own} = (...given) => require('./${name}.cjs').${own}(...given);`,
        );
        return { contents: stubs.join('\n'), loader: 'js' };
      });
      bundler.onResolve({ filter: /^\.\/.*\.cjs$/ }, ({ kind, path }) =>
        kind === 'require-call' && path.slice(2, -4) in found ? { path, external: true } : undefined,
      );
    },
  };
}

/** `src/convert/pdf.ts` becomes `convert-pdf`, `src/convert/index.ts` becomes `convert`. */
function lazyName(file: string): string {
  const folders = dirname(file).split(sep).slice(1);
  const last = basename(file).replace(/\.[cm]?ts$/, '');
  return [...folders, ...(last === 'index' ? [] : [last])].join('-');
}
