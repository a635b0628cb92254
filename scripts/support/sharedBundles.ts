/**
 * Bundles that are the same for Node.js and for browsers are in the package once, in dist/web. What stands in dist/ in their place runs
 * theirs. A bundle is the same if it is made of the same files of ours and of the same packages, and asks for no other bundle.
 */
import { writeFile } from 'node:fs/promises';
import type { Metafile } from 'esbuild';
import { inRoot } from './paths.ts';
import type { WebBundle } from './webBundles.ts';

type Output = Metafile['outputs'][string];

/** What both kinds of bundles have beside them: the words that are said, in the language that is set once. */
const words = 'core-messages-inWords';

/** The names of bundles that are the same for both. */
export function namesOfSharedBundles(
  node: Metafile['outputs'],
  web: readonly WebBundle[],
): readonly string[] {
  return web.flatMap(({ name, outputs }) => {
    const own = node[`dist/${name}.cjs`];
    const theirs = outputs[`dist/web/${name}.js`];
    return own && theirs && isSame(own, theirs) ? [name] : [];
  });
}

function isSame(node: Output, web: Output): boolean {
  const bundles = [...node.imports, ...web.imports].filter(({ path }) =>
    /^(?:\.\/|pilcrow-bundle:)/.test(path),
  );
  return (
    bundles.every(({ path }) => path === `./${words}.cjs`) &&
    JSON.stringify(partsOf(node)) === JSON.stringify(partsOf(web))
  );
}

/** Our files, and the packages that others are of: those have files of their own for browsers. */
function partsOf({ inputs }: Output): readonly string[] {
  const parts = Object.keys(inputs).map(
    (file) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? file,
  );
  return [...new Set(parts)].sort();
}

/** Puts what runs the bundles for browsers in the place of those that are the same. */
export async function shareBundles(node: Metafile['outputs'], web: readonly WebBundle[]): Promise<void> {
  for (const name of namesOfSharedBundles(node, web))
    await writeFile(inRoot('dist', `${name}.cjs`), sharedBundle(name));
}

/** The text of the bundle is a script, which leaves what it exports in an object of all scripts. */
function sharedBundle(name: string): string {
  return `// The same code as for browsers.
const file = require('node:path').join(__dirname, 'web', '${name}.js');
const bundles = (globalThis.pilcrowBundles ??= {});
bundles['${words}'] ??= require('./${words}.cjs');
require('node:vm').compileFunction(require('node:fs').readFileSync(file, 'utf8'), [], { filename: file })();
module.exports = bundles['${name}'];
`;
}
