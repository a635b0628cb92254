import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { analyse } from '../core/index/analyse.ts';
import type { BuiltIns } from '../core/index/build.ts';
import type { Role } from '../core/index/roles.ts';
import { uriOf } from './folder.ts';

const files: readonly (readonly [string, Role])[] = [
  ['edition.json', 'edition'],
  ['glossary.md', 'glossary'],
];

/** The folder of the package, found upwards from a folder in it: the one that holds `editions`. */
export function packageFolder(from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'editions'))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

/** Reads the editions and glossaries that Pilcrow brings along. */
export function loadBuiltIns(packageRoot: string | undefined): BuiltIns {
  if (packageRoot === undefined) return [];
  const editions = join(packageRoot, 'editions');
  if (!existsSync(editions)) return [];
  return readdirSync(editions)
    .sort()
    .flatMap((name) =>
      files.flatMap(([file, role]) => {
        const path = join(editions, name, file);
        if (!existsSync(path)) return [];
        const content = { text: readFileSync(path, 'utf8') };
        return [analyse({ uri: uriOf(path), path: `editions/${name}/${file}`, role, content })];
      }),
    );
}
