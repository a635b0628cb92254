/** Writes THIRD-PARTY-NOTICES.md: the licences of the packages that are in the bundles. */
import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeProduct } from './support/product.ts';
import { inRoot } from './support/paths.ts';

export const noticesFile = inRoot('THIRD-PARTY-NOTICES.md');

/** A package of which something is in a bundle. */
export interface BundledPackage {
  /** Where it is installed, from the root, as `node_modules/unified`. */
  readonly folder: string;
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}

export async function notices(): Promise<string> {
  const packages = await bundledPackages();
  return [
    '# Third-party notices',
    'Pilcrow contains the following packages. `npm run notices` writes this file.',
    ...eachTextOnce(packages),
    `## CSL styles and locales (CC BY-SA 3.0)\n\n${[inRoot('styles', 'README.md'), inRoot('src', 'core', 'locators', 'csl', 'NOTICE.md')].map(fencedFile).join('\n\n')}\n\nThe licence of both stands in [styles/LICENSE.txt](styles/LICENSE.txt).`,
  ]
    .join('\n\n')
    .concat('\n');
}

/** All packages of which something is in a bundle, by name and version. */
export async function bundledPackages(): Promise<BundledPackage[]> {
  const packages = (await bundledFolders()).map(readPackage);
  return packages.sort((a, b) =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1,
  );
}

/** What is said of packages that are not bundled as they are, as their licences ask. */
const changed = new Map([
  ['pdfjs-dist', 'Changed: the modules that draw, that show XFA forms and that write files are left out.'],
]);

/** What a page says of each package. A licence that stands above, word for word and with the same names, is not said again. */
function eachTextOnce(packages: readonly BundledPackage[]): string[] {
  const above = new Map<string, string>();
  return packages.map(({ name, version, licence, text }) => {
    const first = above.get(text);
    const title = `${name} ${version}`;
    if (first === undefined) above.set(text, title);
    const said = first === undefined ? text : `The licence, word for word, of ${first}, which stands above.`;
    return [`## ${title} (${licence})`, ...[changed.get(name) ?? []].flat(), said].join('\n\n');
  });
}

function fencedFile(path: string): string {
  return fenced(readFileSync(path, 'utf8'));
}

/** The folders of packages with at least one byte in a bundle. */
async function bundledFolders(): Promise<string[]> {
  const folders = new Set<string>();
  for (const { inputs } of await makeProduct(true)) {
    for (const [path, bytesInOutput] of inputs) {
      const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
      if (folder && bytesInOutput > 0) folders.add(folder);
    }
  }
  return [...folders];
}

function readPackage(folder: string): BundledPackage {
  const path = inRoot(folder);
  const { name, version, license, licenses } = JSON.parse(
    readFileSync(join(path, 'package.json'), 'utf8'),
  ) as {
    name: string;
    version: string;
    license?: string;
    /** The field with which old packages name their licences, before `license`. */
    licenses?: { type: string }[];
  };
  const file = readdirSync(path).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file
    ? readFileSync(join(path, file), 'utf8')
    : 'The package brings no licence text of its own.';
  return {
    folder,
    name,
    version,
    licence: license ?? licenses?.[0]?.type ?? 'see below',
    text: fenced(text),
  };
}

/** Fences a text, so that it is shown as plain text. */
function fenced(text: string): string {
  const lines = text.replaceAll('\r\n', '\n').trim().split('\n');
  return ['```text', ...lines.map((line) => line.trimEnd()), '```'].join('\n');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await writeFile(noticesFile, await notices());
  console.log('Wrote THIRD-PARTY-NOTICES.md.');
}
