/**
 * The bundles for browsers, in dist/web: the extension, which is one file, and what loads it; the server,
 * which runs in a worker; and what the server loads later. Where a file is Node's, its namesake in a folder `web` takes its place,
 * and a build fails on whatever else imports Node.js.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { build, type BuildOptions, type Metafile, type Plugin } from 'esbuild';
import { globSync } from 'tinyglobby';
import { lazyName } from './bundles.ts';
import { namesakes } from './namesakes.ts';
import { inRoot, root } from './paths.ts';

const webFolder = 'dist/web';

/** What is there once for all bundles of the server: the language that is spoken. */
const shared = 'src/core/messages/inWords.ts';

/** The files that ship and that are looked for by name. */
const packagedFiles = [
  'editions/*/{edition.json,glossary.md}',
  'styles/*',
  'docs/checks/*.md',
  'docs/*/checks/*.md',
  'examples/study-folder/**',
];

/** A bundle that has been made, before it is written. */
export interface WebBundle {
  readonly name: string;
  readonly text: string;
  readonly outputs: Metafile['outputs'];
}

/** Makes all bundles for browsers and writes them. Files that are still made stay, because another run may be using them. */
export async function buildWebBundles(production: boolean): Promise<readonly WebBundle[]> {
  const bundles = await makeWebBundles(production);
  const folder = inRoot(webFolder);
  const files = new Map(bundles.map(({ name, text }) => [`${name}.js`, text]));
  files.set(loaderName, files.get(`${loaderName}.js`) ?? '');
  const names = globSync([...packagedFiles], { cwd: root, dot: true }).sort();
  files.set('files.json', `${JSON.stringify(names)}\n`);
  await mkdir(folder, { recursive: true });
  for (const old of await readdir(folder)) if (!files.has(old)) await rm(join(folder, old));
  for (const [name, text] of files) await writeFile(join(folder, name), text);
  return bundles;
}

/** Makes all bundles for browsers and writes none. */
export async function makeWebBundles(production: boolean): Promise<readonly WebBundle[]> {
  const lazy: Record<string, string> = {};
  const sharedBundle = await makeBundle(lazyName(shared), shared, production, {});
  const server = await makeBundle('server', 'src/server/web.ts', production, lazy);
  const made: WebBundle[] = [
    await makeExtension('extension', 'src/extension/main.ts', production),
    await makeExtension(loaderName, 'src/extension/web/loader.ts', production),
    { ...server, text: sharedBundle.text + server.text },
  ];
  for (let left = Object.keys(lazy); left.length > 0;) {
    made.push(
      ...(await Promise.all(left.map((name) => makeBundle(name, lazy[name] ?? '', production, lazy)))),
    );
    left = Object.keys(lazy).filter((name) => !made.some((bundle) => bundle.name === name));
  }
  return made;
}

/** The file that the manifest names, which older versions of VS Code look for with `.js` at its end. */
const loaderName = 'extension.cjs';

async function makeExtension(name: string, file: string, production: boolean): Promise<WebBundle> {
  const made = await build({
    ...options(production),
    entryPoints: { [name]: file },
    format: 'cjs',
    external: ['vscode'],
    plugins: [replacing(), withoutHelp(), lazyImports({}, /\/core\/spoken\//)],
  });
  return withLazyImports(bundleOf(name, made));
}

/** A bundle of the server is a script that leaves what it exports where all others find it. */
async function makeBundle(
  name: string,
  file: string,
  production: boolean,
  lazy: Record<string, string>,
): Promise<WebBundle> {
  const made = await build({
    ...options(production),
    entryPoints: { [name]: file },
    format: 'iife',
    globalName: 'pilcrowBundle',
    footer: { js: `(globalThis.pilcrowBundles ??= {})[${JSON.stringify(name)}] = pilcrowBundle;` },
    plugins: [replacing(), lazyImports(lazy), ...(file === shared ? [] : [sharedFile()])],
  });
  return withLazyImports(bundleOf(name, made));
}

function withLazyImports(bundle: WebBundle): WebBundle {
  return {
    ...bundle,
    text: bundle.text.replaceAll(/\bimport\((["'`])pilcrow-bundle:([\w-]+)\1\)/g, 'loadPilcrowBundle("$2")'),
  };
}

function options(production: boolean): BuildOptions & { readonly metafile: true; readonly write: false } {
  return {
    absWorkingDir: root,
    outdir: webFolder,
    bundle: true,
    platform: 'browser',
    target: 'es2022',
    // Without it packages that have a way of their own for pages of browsers would ask for a document.
    conditions: ['worker'],
    mainFields: ['browser', 'module', 'main'],
    minify: production,
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    write: false,
  };
}

function bundleOf(
  name: string,
  { outputFiles, metafile }: { outputFiles?: readonly { readonly text: string }[]; metafile?: Metafile },
): WebBundle {
  return { name, text: outputFiles?.[0]?.text ?? '', outputs: metafile?.outputs ?? {} };
}

function inSource(resolveDir: string, path: string): string {
  return relative(root, resolve(resolveDir, path)).split(sep).join('/');
}

/** Puts namesakes in the place of files that are Node's. */
function replacing(): Plugin {
  return {
    name: 'namesakes',
    setup(bundler) {
      bundler.onResolve({ filter: /^\.{1,2}\/.*\.ts$/ }, ({ path, resolveDir }) => {
        const namesake = namesakes[inSource(resolveDir, path)];
        return namesake === undefined ? undefined : { path: inRoot(namesake) };
      });
    },
  };
}

/** Leaves out the help of the command line, which a browser has not. Server and importers keep it: bundles that are alike are in the package once. */
function withoutHelp(): Plugin {
  return {
    name: 'without-help',
    setup(bundler) {
      bundler.onLoad({ filter: /[\\/]messages[\\/]english[\\/]helpMessages\.ts$/ }, () => ({
        contents: 'export const help = {};',
      }));
    },
  };
}

/** Leaves `import()`s of our files to `loadPilcrowBundle` (web.ts of the server, loader.ts of the extension), and records which files they need. */
function lazyImports(found: Record<string, string>, filter = /^\.{1,2}\//): Plugin {
  return {
    name: 'lazy-imports',
    setup(bundler) {
      bundler.onResolve({ filter }, ({ kind, path, resolveDir }) => {
        if (kind !== 'dynamic-import' || resolveDir.includes(`${sep}node_modules${sep}`)) return undefined;
        const file = inSource(resolveDir, path);
        found[lazyName(file)] = file;
        return { path: `pilcrow-bundle:${lazyName(file)}`, external: true };
      });
    },
  };
}

const exportedFunction = /^export (?:async )?function (\w+)/gm;

/** Puts in the place of the shared file functions that call those of its bundle, which is there before all others. */
function sharedFile(): Plugin {
  return {
    name: 'shared-file',
    setup(bundler) {
      bundler.onLoad({ filter: /inWords\.ts$/ }, async ({ path }) => {
        if (path !== inRoot(shared)) return undefined;
        const text = await readFile(path, 'utf8');
        const functions = new Set([...text.matchAll(exportedFunction)].map(([, own]) => own));
        const bundle = `globalThis.pilcrowBundles[${JSON.stringify(lazyName(shared))}]`;
        const contents = [...functions].map(
          (own) => `export const ${own} = (...given) => ${bundle}.${own}(...given);`,
        );
        return { contents: contents.join('\n'), loader: 'js' };
      });
    },
  };
}
