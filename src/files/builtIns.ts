import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse, type BuiltIns } from '../core/study.ts';
import { uriOf } from './folder.ts';
import { builtInFiles } from './package.ts';

export { packageFolder } from './package.ts';

/** What was read once: what a package brings along never changes while it runs. */
const loaded = new Map<string, BuiltIns>();

/** Reads the editions and glossaries that Pilcrow brings along. */
export function loadBuiltIns(packageRoot: string | undefined): BuiltIns {
  if (packageRoot === undefined) return [];
  const builtIns = loaded.get(packageRoot) ?? readBuiltIns(packageRoot);
  loaded.set(packageRoot, builtIns);
  return builtIns;
}

function readBuiltIns(packageRoot: string): BuiltIns {
  return builtInFiles(packageRoot).map(([path, role]) => {
    const full = join(packageRoot, path);
    return analyse({ uri: uriOf(full), path, role, content: { text: readFileSync(full, 'utf8') } });
  });
}
