import { readFileSync } from 'node:fs';
import { chmod, rm } from 'node:fs/promises';
import { relative } from 'node:path';
import { build } from 'esbuild';
import { globSync } from 'tinyglobby';
import { inRoot, root } from './paths.ts';

/** Programs of the tests: each is one file, in CommonJS, as the extension host of the oldest supported VS Code loads nothing else. */
interface Bundles {
  readonly entries: Readonly<Record<string, string>>;
  readonly folder: string;
  readonly external: readonly string[];
  /** The entries that a person starts. They get a shebang and are executable. */
  readonly programs: readonly string[];
}

/** The launcher runs in the repository, so the packages it imports stay in node_modules. */
export const hostBundles: Bundles = {
  entries: { launcher: 'test/host/launcher.ts', runner: 'test/host/runner.ts' },
  folder: 'out/test/host',
  external: ['playwright-core'],
  programs: ['launcher'],
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
    programs: [],
  };
}

/** Builds the bundles, and removes the files of earlier ones. Files that are still made stay, because another run may be using them. */
export async function buildBundles({ entries, folder, external, programs }: Bundles): Promise<void> {
  const made = Object.entries(entries).map(async ([name, file]) => {
    const isProgram = programs.includes(name) && !readFileSync(inRoot(file), 'utf8').startsWith('#!');
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: { [name]: file },
      outdir: folder,
      outExtension: { '.js': '.cjs' },
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      supported: { 'dynamic-import': false },
      external: [...external],
      mainFields: ['module', 'main'],
      sourcemap: 'linked',
      legalComments: 'none',
      logLevel: 'warning',
      metafile: true,
      define: {
        'import.meta.url': 'importMetaUrl',
        'import.meta.dirname': '__dirname',
        'import.meta.filename': '__filename',
      },
      banner: { js: (isProgram ? '#!/usr/bin/env node\n' : '') + moduleUrl },
    });
    return Object.keys(metafile.outputs);
  });
  const outputs = (await Promise.all(made)).flat();
  const there = globSync('**', { cwd: inRoot(folder) }).map((file) => `${folder}/${file}`);
  await Promise.all(there.filter((file) => !outputs.includes(file)).map((file) => rm(inRoot(file))));
  for (const name of programs) await chmod(inRoot(folder, `${name}.cjs`), 0o755);
}

const moduleUrl = "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;";
