import { execFile } from 'node:child_process';
import { delimiter, isAbsolute, join } from 'node:path';
import { disk } from './node.ts';
import { isWithin } from './paths.ts';

/** How programs are looked for. */
export interface ProgramPlaces {
  /** As the `PATH` of this machine. */
  readonly path: string;
  /** A folder whose files nobody starts: the study folder, which others may have filled. */
  readonly except: string;
}

/**
 * Returns the full path of the first program that is there; undefined where none is.
 * @param names names that are looked for in the folders of `PATH`, and full paths
 */
export function findProgram(names: readonly string[], { path, except }: ProgramPlaces): string | undefined {
  const folders = path.split(delimiter).filter((folder) => isAbsolute(folder));
  const endings = process.platform === 'win32' ? ['.exe'] : [''];
  for (const name of names) {
    const candidates = isAbsolute(name)
      ? [name]
      : folders.flatMap((folder) => endings.map((ending) => join(folder, name + ending)));
    const found = candidates.find((candidate) => isProgram(candidate, except));
    if (found !== undefined) return found;
  }
  return undefined;
}

function isProgram(path: string, except: string): boolean {
  const folder = disk.realPath(except);
  const isInside = isWithin(except, path) || isWithin(folder, path) || isWithin(folder, disk.realPath(path));
  return !isInside && disk.look(path)?.kind === 'file';
}

export interface ProgramRun {
  readonly program: string;
  readonly args: readonly string[];
  /** The folder in which it runs, and which it takes for that of its user. */
  readonly folder: string;
  readonly path: string;
  readonly signal: AbortSignal | undefined;
}

/** A program that takes longer is ended. Milliseconds. */
const maxProgramMs = 90_000;
/** An address at which nobody answers. */
const noProxy = 'http://127.0.0.1:9';

/** Runs a program without a shell, knowing nothing of its user and with no way into the network. Returns whether it did its work. */
export function runProgram({ program, args, folder, path, signal }: ProgramRun): Promise<boolean> {
  const { SystemRoot } = process.env;
  const env = {
    PATH: path,
    HOME: folder,
    USERPROFILE: folder,
    TMPDIR: folder,
    TEMP: folder,
    TMP: folder,
    XDG_CONFIG_HOME: folder,
    XDG_CACHE_HOME: folder,
    LANG: 'C.UTF-8',
    http_proxy: noProxy,
    https_proxy: noProxy,
    ...(SystemRoot === undefined ? {} : { SystemRoot }),
  };
  const options = {
    cwd: folder,
    env,
    timeout: maxProgramMs,
    windowsHide: true,
    ...(signal ? { signal } : {}),
  };
  return new Promise((resolve) => {
    execFile(program, args, options, (error) => {
      resolve(error === null);
    });
  });
}
