import { analyse, type BuiltIns } from '../core/study.ts';
import { disk } from './node.ts';
import { uriOf } from './paths.ts';
import { decode } from './texts.ts';

export { packageFolder } from './roots.ts';

/** What was read once: what a package brings along never changes while it runs. */
const builtInsByRoot = new Map<string, BuiltIns>();

/** Reads the editions and glossaries that Pilcrow brings along. */
export function loadBuiltIns(packageRoot: string | undefined): BuiltIns {
  if (packageRoot === undefined) return [];
  const builtIns = builtInsByRoot.get(packageRoot) ?? readBuiltIns(packageRoot);
  builtInsByRoot.set(packageRoot, builtIns);
  return builtIns;
}

function readBuiltIns(packageRoot: string): BuiltIns {
  const reader = disk.reader();
  return disk.builtIns(packageRoot).flatMap(({ full, path, role }) => {
    const found = reader.read(full);
    const content = found && 'bytes' in found ? decode(found.bytes, path) : found;
    return content ? [analyse({ uri: uriOf(full), path, role, content })] : [];
  });
}
