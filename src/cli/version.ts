import { join } from 'node:path';
import { disk } from '../files/node.ts';
import type { Io } from './io.ts';

/** The version of Pilcrow's own package. */
export function versionOf(io: Io): string {
  if (io.packageRoot === undefined) return '0.0.0';
  const found = disk.reader().read(join(io.packageRoot, 'package.json'));
  try {
    const manifest = JSON.parse(found && 'bytes' in found ? found.bytes.toString() : '') as {
      version?: unknown;
    };
    return typeof manifest.version === 'string' ? manifest.version : '0.0.0';
  } catch {
    return '0.0.0';
  }
}
