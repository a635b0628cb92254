/** Divides all programs into modules of which each holds what the same programs use: esbuild's code splitting, in ES modules. */
import { builtinModules } from 'node:module';
import { resolve, sep } from 'node:path';
import type { BuildOptions, Metafile, Plugin } from 'esbuild';
import { isNamesake, namesakes } from '../namesakes.ts';
import { inRoot, root } from '../paths.ts';
import { pdfEngine } from './pdfEngine.ts';
import { Programs } from './programs.ts';
import { folderOf, sourceAt, SourceGraph } from './sourceGraph.ts';

/** The files of ours that browsers get another one of, or of what it imports. */
const onWeb = 'web';
const late = 'late';

/** How esbuild divides the programs. Its outputs are in memory, in the folder that the file names of `asCommonJs` are relative to. */
export function divisionOptions(
  production: boolean,
): BuildOptions & { readonly metafile: true; readonly write: false } {
  const graph = new SourceGraph();
  const programs = new Programs(graph);
  const entries = [...programs.entries].map(([name, { file, isWeb }]) => [
    name,
    isWeb ? `${onWeb}:${file}` : file,
  ]);
  return {
    absWorkingDir: root,
    entryPoints: Object.fromEntries(entries) as Record<string, string>,
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'neutral',
    target: 'node20',
    // What runs in a worker runs everywhere.
    conditions: ['worker', 'browser'],
    mainFields: ['browser', 'module', 'main'],
    external: ['vscode', 'node:*', ...builtinModules],
    plugins: [pdfEngine, dividing(graph, programs)],
    // Without `keepNames`, which would name each closure every time it is made.
    minify: production,
    sourcemap: production ? false : 'external',
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    write: false,
    chunkNames: '[name]-[hash]',
    define: {
      'import.meta.url': 'importMetaUrl',
      'import.meta.dirname': '__dirname',
      'import.meta.filename': '__filename',
    },
  };
}

export type Outputs = Metafile['outputs'];

function dividing(graph: SourceGraph, programs: Programs): Plugin {
  return {
    name: 'division',
    setup(bundler) {
      // These have a way in for Node.js alone, which the conditions of workers do not show.
      bundler.onResolve({ filter: /^vscode-[\w-]+\/node(?:\.js)?$/ }, ({ path }) => ({
        path: inRoot('node_modules', path.replace(/\/node(?:\.js)?$/, ''), 'lib', 'node', 'main.js'),
      }));
      // Their ES modules would begin when a module of CommonJS asks for them: `asCommonJs` reads what is imported before.
      bundler.onResolve({ filter: /^vscode-languageserver-(?:types|textdocument)$/ }, ({ path }) => ({
        path: inRoot('node_modules', path, 'lib', 'umd', 'main.js'),
      }));
      bundler.onResolve({ filter: /^web:/ }, ({ path }) => ({ path: path.slice(4), namespace: onWeb }));
      bundler.onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir, namespace, kind }) => {
        if (namespace === late) return { path, external: true };
        if (resolveDir.includes(`${sep}node_modules${sep}`) || !path.endsWith('.ts')) return undefined;
        const isWeb = namespace === onWeb;
        const written = sourceAt(resolveDir, path);
        const file = isWeb ? (namesakes[written] ?? written) : written;
        if (kind === 'import-statement' && programs.isDeferred(file)) return { path: file, namespace: late };
        if (isWeb && (programs.differsOnWeb(file) || isNamesake(file)))
          return { path: file, namespace: onWeb };
        return { path: resolve(root, file) };
      });
      bundler.onLoad({ filter: /[\\/]src[\\/].*\.ts$/, namespace: 'file' }, ({ path }) => ({
        contents: graph.pastFaces(sourceAt(path, '.')),
        loader: 'ts',
      }));
      bundler.onLoad({ filter: /./, namespace: onWeb }, ({ path }) => ({
        contents: graph.pastFaces(path),
        loader: 'ts',
        resolveDir: folderOf(path),
      }));
      bundler.onLoad({ filter: /./, namespace: late }, ({ path }) => ({
        contents: calling(graph.textOf(path), programs.nameOf(path, false) ?? ''),
        loader: 'js',
        resolveDir: root,
      }));
    },
  };
}

const exportedFunction = /^export (?:async )?function (\w+)/gm;

/** Functions that load the bundle of theirs when they are called. */
function calling(text: string, bundle: string): string {
  const names = new Set([...text.matchAll(exportedFunction)].map(([, own]) => own));
  const calls = [...names].map((own) => `export const ${own} = (...given) => loaded().${own}(...given);`);
  return [`let kept; const loaded = () => (kept ??= require('./${bundle}.cjs'));`, ...calls].join('\n');
}
