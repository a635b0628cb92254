import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { disk } from '../../files/node.ts';
import type { CacheOptions } from '../io.ts';
import { sha256 } from './cache.ts';

/**
 * Where results are kept: `PILCROW_CACHE`, else where the system has such things. Only the built program keeps any: of
 * sources that change under way nobody knows which of them made a result.
 * @param program the file that runs
 */
export function cacheOptions(
  { env, platform }: Pick<NodeJS.Process, 'env' | 'platform'>,
  packageRoot: string | undefined,
  program: string,
): CacheOptions | undefined {
  if (packageRoot === undefined || !program.endsWith('.cjs')) return undefined;
  return {
    folder:
      env['PILCROW_CACHE'] || join(userCache(env, platform), platform === 'win32' ? 'Pilcrow' : 'pilcrow'),
    code: () => programFingerprint(packageRoot, dirname(program)),
  };
}

function userCache(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (platform === 'win32') return env['LOCALAPPDATA'] || join(homedir(), 'AppData', 'Local');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  // After the XDG Base Directory Specification, which has relative paths ignored.
  const given = env['XDG_CACHE_HOME'] ?? '';
  return given.startsWith('/') ? given : join(homedir(), '.cache');
}

/** All that makes results: the version, the code, what ships for it to read, and Node.js, whose Unicode it uses. */
function programFingerprint(packageRoot: string, programs: string): string {
  const shipped = disk.builtIns(packageRoot).map(({ full }) => full);
  // The build leaves a fingerprint of the code, which is read sooner than that.
  const files = [join(packageRoot, 'package.json'), join(programs, 'code.txt'), ...shipped];
  return `${process.version} ${fingerprintOf(files)}`;
}

/** A fingerprint of files by their bytes. */
function fingerprintOf(paths: readonly string[]): string {
  const reader = disk.reader();
  const hashes = paths.map((path) => {
    const found = reader.read(path);
    return found && 'bytes' in found ? sha256(found.bytes) : '';
  });
  return sha256(hashes.join('\n'));
}
