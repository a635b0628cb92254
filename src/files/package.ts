import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Role } from '../core/study.ts';

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

/** The files of built-in editions and glossaries, in their order: a path in the package, and what the file is. */
export function builtInFiles(packageRoot: string): readonly (readonly [path: string, role: Role])[] {
  const editions = join(packageRoot, 'editions');
  if (!existsSync(editions)) return [];
  return readdirSync(editions)
    .sort()
    .flatMap((name) =>
      files.flatMap(([file, role]) => {
        const path = `editions/${name}/${file}`;
        return existsSync(join(packageRoot, path)) ? [[path, role] as const] : [];
      }),
    );
}
