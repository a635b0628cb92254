/** The files of the product: what the extension, the server and the command line load, from Node.js or in a browser. */
import { createHash } from 'node:crypto';
import { chmod, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { minifySync } from '@swc/core';
import { build, context, type PluginBuild } from 'esbuild';
import { globSync } from 'tinyglobby';
import { inRoot, root } from './paths.ts';
import { asCommonJs, type ProductFile } from './product/commonJs.ts';
import { divisionOptions } from './product/divide.ts';
import { isNeverOnWeb } from './product/programs.ts';
import { webScripts } from './product/webScripts.ts';

export type { ProductFile };

/** The files that ship and that are looked for by name: a folder on the web cannot be listed. */
const packagedFiles = [
  'editions/*/{edition.json,glossary.md}',
  'styles/*',
  'docs/checks/*.md',
  'docs/*/checks/*.md',
  'examples/study-folder/**',
];

/** The files of the product, which are written nowhere. */
export async function makeProduct(production: boolean): Promise<readonly ProductFile[]> {
  const { metafile, outputFiles } = await build(divisionOptions(production));
  return asCommonJs(metafile.outputs, outputFiles, production ? renamed : undefined);
}

/**
 * A module that esbuild has minified, with names that pack better: those of functions beside each other are the same more often, which
 * takes a thirty-sixth off. Nothing else is changed: where swc moves code, too, as by putting functions where they are used once, it packs
 * better still, but a check takes up to a tenth longer.
 */
function renamed(module: string): string {
  const options = { module: true, compress: false, mangle: { toplevel: true } } as const;
  return minifySync(module, { ...options, ecma: 2022, format: { comments: false } }).code;
}

/** Makes the product and writes it into a folder, and removes what was there of an earlier one. */
export async function buildProduct(production: boolean, folder = 'dist'): Promise<void> {
  await writeProduct(await makeProduct(production), production, folder);
}

/** Makes the product whenever one of its files changes, until the process ends. */
export async function watchProduct(): Promise<void> {
  const options = divisionOptions(false);
  const writing = {
    name: 'writing',
    setup: (bundler: PluginBuild) =>
      bundler.onEnd(async ({ metafile, outputFiles }) => {
        if (!metafile || !outputFiles) return;
        await writeProduct(asCommonJs(metafile.outputs, outputFiles), false, 'dist');
        console.log('Built dist.');
      }),
  };
  const made = await context({ ...options, plugins: [...(options.plugins ?? []), writing] });
  await made.watch();
}

async function writeProduct(
  product: readonly ProductFile[],
  production: boolean,
  folder: string,
): Promise<void> {
  const files = new Map<string, string>();
  for (const { name, text, map } of product) {
    files.set(name, text);
    if (map !== undefined) files.set(`${name}.map`, map);
  }
  for (const [name, text] of await webScripts(production)) files.set(`web/${name}`, text);
  files.set('web/files.json', json(globSync([...packagedFiles], { cwd: root, dot: true }).sort()));
  files.set('web/loads.json', json(loadsOf(product)));
  files.set('code.txt', `${fingerprintOf(product)}\n`);
  await mkdir(inRoot(folder, 'web'), { recursive: true });
  // Files that are still made stay, because another run may be using them.
  for (const old of await readdir(inRoot(folder), { recursive: true, withFileTypes: true })) {
    const path = join(old.parentPath, old.name);
    const name = path.slice(inRoot(folder).length + 1).replaceAll('\\', '/');
    if (old.isFile() && !files.has(name)) await rm(path);
  }
  for (const [name, text] of files) await writeFile(inRoot(folder, name), text);
  await chmod(inRoot(folder, 'cli.cjs'), 0o755);
}

function json(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

/** For each file all that must be there before it runs in a browser, which waits for no file that a function asks for. */
export function loadsOf(product: readonly ProductFile[]): Readonly<Record<string, readonly string[]>> {
  const byName = new Map(product.map((file) => [file.name, file]));
  const needed = (name: string, found: Set<string>): Set<string> => {
    if (found.has(name)) return found;
    found.add(name);
    const { loads = [], defers = [] } = byName.get(name) ?? {};
    for (const next of [...loads, ...defers]) if (!isNeverOnWeb(basename(next, '.cjs'))) needed(next, found);
    return found;
  };
  const web = product.filter(({ name }) => !/^(?:cli\b|extension\.cjs|server\.cjs)/.test(name));
  return Object.fromEntries(web.map(({ name }) => [name, [...needed(name, new Set())]]));
}

/** What is kept between runs of the command line holds as long as its code is this. */
function fingerprintOf(product: readonly ProductFile[]): string {
  const hash = createHash('sha256');
  for (const { name, text } of product) hash.update(`${name}\0${text}\0`);
  return hash.digest('hex');
}
