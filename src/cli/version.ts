import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Io } from './io.ts';

/** The version of Pilcrow's own package. */
export function versionOf(io: Io): string {
  if (io.packageRoot === undefined) return '0.0.0';
  try {
    const manifest = JSON.parse(readFileSync(join(io.packageRoot, 'package.json'), 'utf8')) as {
      version?: unknown;
    };
    return typeof manifest.version === 'string' ? manifest.version : '0.0.0';
  } catch {
    return '0.0.0';
  }
}
