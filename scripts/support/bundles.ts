import { readFileSync } from 'node:fs';
import { chmod, rm } from 'node:fs/promises';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { build, context, type BuildOptions, type Metafile, type Plugin } from 'esbuild';
import { globSync } from 'tinyglobby';
import { inRoot, root } from './paths.ts';

/**
 * Every bundle is CommonJS: the extension host of the oldest supported VS Code loads nothing else, and one format
 * needs only one way of finding files beside a bundle.
 * esbuild does not split CommonJS, so lazy code is split here: an `import()` of one of our files makes that file a
 * bundle of its own, which is loaded when the line runs. Code that both bundles use is in both, so they may exchange
 * only plain data, never instances of classes.
 * The core cannot use `import()` for functions that it calls without waiting. The files of such functions are listed
 * as deferred: they are replaced by functions that load the bundle when first called. Files whose state all bundles of a process
 * share are deferred everywhere: there is one of each.
 */
export interface Bundles {
  readonly entries: Readonly<Record<string, string>>;
  readonly folder: string;
  readonly external: readonly string[];
  /** The entries that a person starts. They get a shebang and are executable. */
  readonly programs?: readonly string[];
  /** By entry, the files that are loaded when one of their functions is called. They may export only functions. */
  readonly deferred?: Readonly<Record<string, readonly string[]>>;
  /** Files that are deferred in every bundle but their own. They may export only functions and types. */
  readonly shared?: readonly string[];
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
  const shared = [
    // The language that is spoken is set once, and the same in whatever has been loaded.
    'src/core/messages/inWords.ts',
    // What plain papers do not need: with it a program would be compiled for half as long again before it reads anything.
    'src/core/blocks/chunks/remark.ts',
    'src/core/blocks/yamlMapping.ts',
    'src/core/bibliography/cslYaml.ts',
  ];
  return { entries, folder: 'dist', external: ['vscode'], programs: ['cli'], deferred, shared, production };
}

/** The launcher runs in the repository, so the packages it imports stay in node_modules. */
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

/** Builds the bundles, then those that their `import()`s need, until no more are needed. Returns all of them, with what they are made of. */
export async function buildBundles(
  bundles: Bundles,
): Promise<Bundles & { readonly outputs: Metafile['outputs'] }> {
  const { entries, outputs } = await runBundler(bundles, true);
  // Files that are still made stay, because another run may be using them.
  const files = globSync('**', { cwd: inRoot(bundles.folder), ignore: 'web/**' }).map(
    (file) => `${bundles.folder}/${file}`,
  );
  await Promise.all(files.filter((file) => !(file in outputs)).map((file) => rm(inRoot(file))));
  for (const name of bundles.programs ?? []) await chmod(inRoot(bundles.folder, `${name}.cjs`), 0o755);
  return { ...bundles, entries, outputs };
}

/** The files that each bundle would be made of. Writes nothing. */
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

/** Rebuilds each bundle whenever one of its files changes, until the process ends. */
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
    // Lazy bundles are required, not imported: for an import Node.js first scans the file for the names of its
    // exports.
    supported: { 'dynamic-import': false },
    external: [...bundles.external],
    plugins: [lazyBundles(bundles, lazy), deferredBundles(deferredIn(bundles, name, file), lazy)],
    // A package's CommonJS copy cannot be tree-shaken, and some hide their imports from the bundler.
    mainFields: ['module', 'main'],
    // Without `keepNames`, which would name each closure every time it is made.
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

/** Changes the address of an `import()` of one of our files, and records which file it needs. */
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

function deferredIn({ deferred, shared }: Bundles, name: string, file: string): readonly string[] {
  return [...(deferred?.[name] ?? []), ...(shared ?? []).filter((each) => each !== file)];
}

const exportedFunction = /^export (?:async )?function (\w+)/gm;

/** Replaces files by functions that load their bundles when called. */
function deferredBundles(files: readonly string[], found: Record<string, string>): Plugin {
  return {
    name: 'deferred-bundles',
    setup(bundler) {
      bundler.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const file = relative(root, path);
        if (!files.includes(file.split(sep).join('/'))) return undefined;
        const name = lazyName(file);
        found[name] = file;
        const text = readFileSync(path, 'utf8');
        const functions = new Set([...text.matchAll(exportedFunction)].map(([, own]) => own));
        const stubs = [...functions].map(
          (own) => `export const ${own} = (...given) => loaded().${own}(...given);`,
        );
        const load = `let kept; const loaded = () => (kept ??= require('./${name}.cjs'));`;
        return { contents: [load, ...stubs].join('\n'), loader: 'js' };
      });
      bundler.onResolve({ filter: /^\.\/.*\.cjs$/ }, ({ kind, path }) =>
        kind === 'require-call' && path.slice(2, -4) in found ? { path, external: true } : undefined,
      );
    },
  };
}

/** The name of a lazy bundle: `convert-pdf` for `src/convert/pdf.ts`, `convert` for `src/convert/index.ts`. */
export function lazyName(file: string): string {
  const folders = dirname(file).split(sep).slice(1);
  const last = basename(file).replace(/\.[cm]?ts$/, '');
  return [...folders, ...(last === 'index' ? [] : [last])].join('-');
}
