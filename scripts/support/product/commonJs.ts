/**
 * Writes what code splitting gives, which are ES modules, in CommonJS: the extension host of the oldest supported VS Code loads nothing
 * else, and a module of CommonJS is there at once where it is asked for. Modules that the same programs load are in one file.
 */
import { basename } from 'node:path/posix';
import type { OutputFile } from 'esbuild';
import type { Outputs } from './divide.ts';
import { isNeverOnWeb } from './programs.ts';

/** A file of the product. Files are called by their names in `dist`. */
export interface ProductFile {
  readonly name: string;
  readonly text: string;
  /** A source map, in JSON. */
  readonly map: string | undefined;
  /**
   * The files that something is in it of, relative to the root, and how many bytes. `web:` stands before what browsers get another of,
   * `late:` before what only loads a file when it is called.
   */
  readonly inputs: ReadonlyMap<string, number>;
  /** The files of the product that are loaded with it. */
  readonly loads: readonly string[];
  /** Those that are loaded when a function is called that needs them at once. */
  readonly defers: readonly string[];
  /** What is neither of the product nor of a package: modules of Node.js and of VS Code. */
  readonly outside: readonly string[];
}

/** The programs that may run without any other: each loads nothing that it does not use. */
const wholes = new Set([
  'extension',
  'extension-client',
  'server',
  'cli',
  'cli-commands-lazy',
  'cli-checking-worker',
  'web-extension',
  'web-extension-client',
  'web-server',
]);

interface Module {
  /** Its name among the outputs of esbuild. */
  readonly path: string;
  /** Its name in the file that it is in. */
  readonly id: string;
  readonly output: Outputs[string];
  readonly text: string;
  readonly map: string | undefined;
}

/** Where a module is found: a file of the product, and its name there. */
interface ModulePlace {
  readonly file: string;
  readonly id: string;
}

/**
 * Returns the files of the product, what is imported first.
 * @param minified makes the text of a module smaller, which may have no source map then
 */
export function asCommonJs(
  outputs: Outputs,
  files: readonly OutputFile[],
  minified: (module: string) => string = (module) => module,
): readonly ProductFile[] {
  const textOf = (path: string): string | undefined =>
    files.find((file) => file.path.replaceAll('\\', '/').endsWith(`/${path}`))?.text;
  const modules = inOrder(outputs).map((path, at): Module => {
    const output = outputs[path];
    if (!output) throw new Error(`${path} is not there`);
    const text = textOf(path) ?? '';
    if (lateModule.test(text)) throw new Error(`${path} holds an ES module that CommonJS asks for`);
    return { path, id: `m${String(at)}`, output, text: minified(text), map: textOf(`${path}.map`) };
  });
  const fileOf = filesOf(modules, outputs);
  const places = new Map(
    modules.map(({ path, id }): [string, ModulePlace] => [path, { file: fileOf.get(path) ?? '', id }]),
  );
  const names = [...new Set(fileOf.values())];
  return names.map((name) =>
    productFile(
      name,
      modules.filter(({ path }) => fileOf.get(path) === name),
      places,
    ),
  );
}

/** The modules, each behind those that it imports. */
function inOrder(outputs: Outputs): readonly string[] {
  const order = new Set<string>();
  const visit = (path: string): void => {
    if (order.has(path) || !path.endsWith('.cjs')) return;
    for (const next of importsOf(path, outputs)) visit(next);
    order.add(path);
  };
  for (const path of Object.keys(outputs).sort()) visit(path);
  return [...order];
}

function importsOf(path: string, outputs: Outputs): readonly string[] {
  const { imports = [] } = outputs[path] ?? {};
  return imports
    .filter(({ kind, external }) => kind === 'import-statement' && !external)
    .map((one) => one.path);
}

/** The file that each module goes into: an entry has one of its own. */
function filesOf(modules: readonly Module[], outputs: Outputs): ReadonlyMap<string, string> {
  const users = new Map<string, Set<string>>();
  const visit = (path: string, entry: string): void => {
    const own = users.get(path) ?? new Set<string>();
    users.set(path, own);
    if (own.has(entry)) return;
    own.add(entry);
    for (const next of importsOf(path, outputs)) visit(next, entry);
  };
  const isEntry = ({ output }: Module): boolean => output.entryPoint !== undefined;
  for (const name of wholes)
    if (outputs[`dist/${name}.cjs`]?.entryPoint === undefined)
      throw new Error(`No program is called ${name}`);
  for (const module of modules) if (isEntry(module)) visit(module.path, nameOf(module.path));
  const shared = new Map<string, string>();
  const onWeb = entriesOnWeb(modules, outputs);
  const deferred = new Set(modules.flatMap(({ output }) => deferredBy(output)).map(nameOf));
  return new Map(
    modules.map((module) => {
      if (isEntry(module)) return [module.path, basename(module.path)];
      const all = [...(users.get(module.path) ?? [])].sort();
      const programs = all.filter((name) => wholes.has(name));
      // What is loaded late must not bring with it what only a program needs, nor anything of Node.js into a browser, which loads at once
      // what is deferred.
      const isLate = programs.length < all.length;
      const isWeb = all.some((name) => onWeb.has(name));
      const isDeferred = all.some((name) => deferred.has(name));
      const key = programs.length > 0 ? [...programs, isLate, isWeb, isDeferred].join() : all.join();
      const name = shared.get(key) ?? `shared-${String(shared.size + 1)}.cjs`;
      shared.set(key, name);
      return [module.path, name];
    }),
  );
}

/** The entries that browsers load, too: all that is loaded late by what is theirs, and by what is loaded late. */
function entriesOnWeb(modules: readonly Module[], outputs: Outputs): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    const { imports = [] } = outputs[path] ?? {};
    for (const { path: next, external } of imports) if (!external) visit(next);
    for (const name of deferredBy({ imports })) if (!isNeverOnWeb(nameOf(name))) visit(`dist/${name}`);
  };
  for (const { path } of modules) if (nameOf(path).startsWith('web-')) visit(path);
  return new Set([...found].map(nameOf));
}

/** The files of the product that are loaded when a function of a module is called. */
function deferredBy({ imports }: Pick<Outputs[string], 'imports'>): string[] {
  return imports.flatMap(({ path, external }) => (external && path.startsWith('./') ? [path.slice(2)] : []));
}

function nameOf(path: string): string {
  return basename(path, '.cjs');
}

function productFile(
  name: string,
  modules: readonly Module[],
  places: ReadonlyMap<string, ModulePlace>,
): ProductFile {
  const isAlone = modules.length === 1 && modules[0]?.output.entryPoint !== undefined;
  const parts = modules.map((module) => converted(module, name, places, isAlone));
  const body = parts.map(({ text }) => text).join('\n');
  const head = headOf(name, body);
  const lines = (text: string): number => text.split('\n').length - 1;
  let line = lines(head);
  const sections = parts.flatMap(({ text }, at) => {
    const { map } = modules[at] ?? {};
    const section = { offset: { line, column: 0 }, map: map && (JSON.parse(map) as object) };
    line += lines(text) + 1;
    return map === undefined ? [] : [section];
  });
  const inputs = new Map<string, number>();
  for (const { output } of modules)
    for (const [file, { bytesInOutput }] of Object.entries(output.inputs)) inputs.set(file, bytesInOutput);
  const loads = new Set(parts.flatMap((part) => part.loads));
  const outside = new Set(
    modules.flatMap(({ output }) =>
      output.imports.filter(({ external }) => external).map(({ path }) => path),
    ),
  );
  return {
    name,
    text: head + body + (sections.length > 0 ? `\n//# sourceMappingURL=${name}.map\n` : '\n'),
    map: sections.length > 0 ? JSON.stringify({ version: 3, sections }) : undefined,
    inputs,
    loads: [...loads],
    defers: [...new Set(modules.flatMap(({ output }) => deferredBy(output)))],
    outside: [...outside].filter((path) => !path.startsWith('./')),
  };
}

/** What a person starts, also by its name alone. */
const commandLine = 'cli.cjs';

/** What a file needs of the way in which it is loaded, by Node.js or by `Scripts`. */
function headOf(name: string, body: string): string {
  const url = 'typeof __filename === "string" ? require("node:url").pathToFileURL(__filename).href : ""';
  const load = 'require.load ?? (async (path) => require(path))';
  return [
    ...(name === commandLine ? ['#!/usr/bin/env node'] : []),
    '"use strict";',
    ...(body.includes('importMetaUrl') ? [`const importMetaUrl = ${url};`] : []),
    ...(body.includes('loadBundle(') ? [`const loadBundle = ${load};`] : []),
    '',
  ].join('\n');
}

const importStatement =
  /(?<=^|[;}\n])import\s*(?:([\w$]+)\s*,?\s*)?(\{[^}]*\}|\*\s*as\s+[\w$]+)?\s*(?:from)?\s*"([^"]+)";/g;
const exportStatement = /export\s*\{([^}]*)\};?\s*$/;
const lazyImport = /\bimport\("(\.\/[^"]+)"\)/g;

/** How esbuild has an ES module begin when one of CommonJS asks for it: what it exports is not there before. */
const lateModule = /\b__esm\b|\b(\w+)&&\((\w+)=\1\(\1=0\)\),\2\b/;

/** A module as the inside of a function, or of a file that it is alone in. */
function converted(
  { path, id, output, text }: Module,
  file: string,
  places: ReadonlyMap<string, ModulePlace>,
  isAlone: boolean,
): { readonly text: string; readonly loads: readonly string[] } {
  const loads = new Set<string>();
  const seen = new Set<string>();
  const place = (from: string): string => {
    if (!from.startsWith('./')) return `require("${from}")`;
    const module = `dist/${from.slice(2)}`;
    const target = places.get(module) ?? { file: from.slice(2), id: '' };
    if (target.file === file) return `exports.${target.id}`;
    loads.add(target.file);
    return `require("./${target.file}")${target.file === basename(module) ? '' : `.${target.id}`}`;
  };
  const imports: string[] = [];
  let body = text.replace(
    importStatement,
    (whole, own: string | undefined, list: string | undefined, from: string) => {
      seen.add(from);
      const found = place(from);
      if (own !== undefined) imports.push(`const ${own}=${found};`);
      if (list?.startsWith('{')) imports.push(`const {${renamed(list.slice(1, -1))}}=${found};`);
      else if (list !== undefined) imports.push(`const ${list.replace(/^\*\s*as\s+/, '')}=${found};`);
      // The lines stay, for the source map.
      return '\n'.repeat(whole.split('\n').length - 1);
    },
  );
  // What is imported for nothing but that it runs.
  for (const each of loads)
    if (!imports.some((one) => one.includes(`"./${each}"`))) imports.push(`require("./${each}");`);
  let exported = '';
  body = body.replace(exportStatement, (_, list: string) => {
    exported = list
      .split(',')
      .map((part) => part.trim().split(/\s+as\s+/))
      .filter(([name]) => name)
      .map(([name = '', as = name]) => (as === name ? name : `${as}:${name}`))
      .join();
    return '';
  });
  body = body.replace(lazyImport, 'loadBundle("$1")');
  checkModule(path, output, seen);
  const content = `${imports.join('')}${body}`;
  const wrapped = isAlone
    ? `${content}\nmodule.exports={${exported}};`
    : `exports.${id}=(function(){${content}\nreturn{${exported}}})();`;
  return { text: wrapped, loads: [...loads] };
}

/** `{ a as b }` of an import as `{ a: b }`. */
function renamed(list: string): string {
  return list.replace(/\s+as\s+/g, ':');
}

/** esbuild says what a module imports: what looks like one in a string must not be taken for it, nor one be left. */
function checkModule(path: string, { imports }: Outputs[string], seen: ReadonlySet<string>): void {
  const wanted = new Set(
    imports
      .filter(({ kind }) => kind === 'import-statement')
      .map((one) => (one.external ? one.path : `./${basename(one.path)}`)),
  );
  const wrong = [...wanted, ...seen].filter((name) => !wanted.has(name) || !seen.has(name));
  if (wrong.length > 0) throw new Error(`Imports of ${path} were read wrongly: ${wrong.join(', ')}`);
}
