/** Writes the files that are generated from the code: schemas/, docs/checks/, docs/fr/checks/ and docs/man/. A test fails if they differ. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { docFiles, frenchDocFiles } from './docs.ts';
import { manFiles } from './man.ts';
import { schemaFiles } from './schemas.ts';
import { inRoot } from './support/paths.ts';

/** The generated folders and their files. */
export const generated: readonly {
  readonly folder: string;
  readonly files: () => ReadonlyMap<string, string>;
}[] = [
  { folder: 'schemas', files: schemaFiles },
  { folder: 'docs/checks', files: docFiles },
  { folder: 'docs/fr/checks', files: frenchDocFiles },
  { folder: 'docs/man', files: manFiles },
];

/** The names of files that differ from what the code generates, are missing, or should not be there. */
export function driftOf(folder: string, files: ReadonlyMap<string, string>): string[] {
  const present = new Set(readdirSync(inRoot(folder)));
  const differing = [...files].filter(
    ([name, text]) => !present.has(name) || readFileSync(inRoot(folder, name), 'utf8') !== text,
  );
  return [...differing.map(([name]) => name), ...[...present].filter((name) => !files.has(name))];
}

function write(folder: string, files: ReadonlyMap<string, string>): void {
  mkdirSync(inRoot(folder), { recursive: true });
  for (const name of driftOf(folder, files)) {
    const text = files.get(name);
    if (text === undefined) rmSync(inRoot(folder, name));
    else writeFileSync(inRoot(folder, name), text);
    console.log(`${text === undefined ? 'Removed' : 'Wrote'} ${folder}/${name}`);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  for (const { folder, files } of generated) write(folder, files());
