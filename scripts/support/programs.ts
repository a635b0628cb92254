import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { messageOf, runQuietly, withProgress, type Report } from './process.ts';

/** The first of `names` (names on PATH, or absolute paths) that can be run. */
export function findProgram(names: readonly string[]): string | undefined {
  return names.flatMap(placesOf).find(isExecutable);
}

function placesOf(name: string): string[] {
  if (isAbsolute(name)) return [name];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  return folders.flatMap((folder) => endings.map((ending) => join(folder, name + ending)));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export interface WantedProgram {
  /** The title for readers, such as "the browser of the tests in the editor". */
  readonly title: string;
  readonly names: readonly string[];
  /** The Debian packages that contain it. */
  readonly packages: readonly string[];
  /** Whether the program at a path is suitable. By default any is. */
  readonly suits?: (path: string) => boolean;
}

/** Finds a program, or installs it if that is allowed. Otherwise throws and says what the person must install. */
export async function findOrInstall(wanted: WantedProgram, report: Report): Promise<string> {
  const found = findProgram(wanted.names);
  if (found && (wanted.suits?.(found) ?? true)) return found;
  const packages = wanted.packages.join(' ');
  const advice = `${wanted.title} is missing: install ${packages} and try again.`;
  if (process.getuid?.() !== 0 || !findProgram(['apt-get'])) throw new Error(advice);
  try {
    await withProgress(`Installing ${packages} with apt-get`, report, async () => {
      await runQuietly('apt-get', ['update', '-q']);
      await runQuietly('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...wanted.packages]);
    });
  } catch (error) {
    throw new Error(`${advice}\n${messageOf(error)}`, { cause: error });
  }
  const installed = findProgram(wanted.names);
  if (!installed || wanted.suits?.(installed) === false) throw new Error(advice);
  return installed;
}
