import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { cacheFolder, fillOnce } from '../../scripts/support/cache.ts';
import { inRoot } from '../../scripts/support/paths.ts';
import { hashOf } from '../../scripts/support/stamp.ts';
import { messageOf, runQuietly, withProgress, type Report } from '../../scripts/support/process.ts';

/** The newest VS Code that is tested, and the oldest that is supported. */
export type HostName = 'newest' | 'oldest';
export const hostNames: readonly HostName[] = ['newest', 'oldest'];

interface HostRecipe {
  readonly api: string;
  readonly version: string;
  readonly size: string;
  /** The major version of Node.js it runs on. */
  readonly node: number;
  /** Whether the package contains the search program, without which `workspace.findFiles` finds nothing. */
  readonly hasSearch: boolean;
}

const recipes: Record<HostName, HostRecipe> = {
  newest: { api: '1.139', version: '4.139.1', size: '600 MB', node: 24, hasSearch: true },
  oldest: { api: '1.100', version: '4.100.3', size: '300 MB', node: 20, hasSearch: false },
};

/** The folders of `locks/` with a package.json and the lock file that goes with it. */
type LockName = HostName | 'node' | 'search';

/** Those with a lock file alone, for the package.json of a server. */
type ServerLockName = `${HostName}-server`;

const locksFolder = inRoot('test', 'host', 'locks');
const inLocks = (lock: LockName | ServerLockName, file: string): string => join(locksFolder, lock, file);

/** A VS Code server on this machine, ready to start. */
export interface Host {
  readonly name: HostName;
  readonly title: string;
  readonly node: string;
  readonly entry: string;
}

/** Whether a VS Code server is on this machine already. */
export function isInstalled(name: HostName): boolean {
  return existsSync(join(cacheFolder(), `code-server-${recipes[name].version}`));
}

export async function installHost(name: HostName, report: Report): Promise<Host> {
  const recipe = recipes[name];
  const title = `VS Code ${recipe.api} (code-server ${recipe.version})`;
  try {
    const folder = await fillLocked(
      `code-server-${recipe.version}`,
      { '': name, [relative('/', serverFolder('/'))]: `${name}-server` },
      (unfinished) =>
        withProgress(`Installing ${title}, ${recipe.size}`, report, () => fillServer(unfinished, name)),
    );
    const node = await installNode(recipe.node, report);
    return { name, title, node, entry: join(serverFolder(folder), 'out', 'server-main.js') };
  } catch (error) {
    throw new Error(`${title} cannot be had here: ${messageOf(error)}`, { cause: error });
  }
}

function serverFolder(folder: string): string {
  return join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
}

async function fillServer(folder: string, name: HostName): Promise<void> {
  await installLocked(folder, name);
  // The lock file that the server brings does not go with its package.json.
  const server = serverFolder(folder);
  await copyFile(inLocks(`${name}-server`, 'package-lock.json'), join(server, 'npm-shrinkwrap.json'));
  await npmCi(server, ['--omit=dev']);
  if (!recipes[name].hasSearch) await addSearch(folder);
}

/** Adds ripgrep from a package. The old server would download it when it is installed. */
async function addSearch(folder: string): Promise<void> {
  const ripgrep = `@vscode/ripgrep-${process.platform}-${process.arch}`;
  const program = process.platform === 'win32' ? 'rg.exe' : 'rg';
  const workshop = join(folder, 'search');
  await installLocked(workshop, 'search');
  const target = join(serverFolder(folder), 'node_modules', '@vscode', 'ripgrep', 'bin', program);
  await mkdir(dirname(target), { recursive: true });
  await copyFile(join(workshop, 'node_modules', ripgrep, 'bin', program), target);
}

/** Returns this Node.js if it has the right version, otherwise that version from its package. */
async function installNode(major: number, report: Report): Promise<string> {
  if (Number.parseInt(process.versions.node) === major || major === 20) return process.execPath;
  const version = '24.21.0';
  const family = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  const name = `${family}-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const folder = await fillLocked(`node-${version}`, { '': 'node' }, (unfinished) =>
    withProgress(`Installing Node.js ${version}, 190 MB`, report, () => installLocked(unfinished, 'node')),
  );
  return join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** Installs what a lock file of `locks/` names. npm refuses a package that does not have the hash which stands there. */
async function installLocked(folder: string, lock: LockName): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json'])
    await copyFile(inLocks(lock, file), join(folder, file));
  await npmCi(folder);
}

/** Never runs install scripts, which would build or download things that are not needed. */
async function npmCi(folder: string, args: readonly string[] = []): Promise<void> {
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  await runQuietly('npm', ['ci', '--ignore-scripts', ...quiet, ...args], folder);
}

/** The lock files of a folder, by the folder in it for which they are. */
type Locks = Readonly<Record<string, LockName | ServerLockName>>;

/** As `fillOnce`. A folder of that name which other lock files have filled stays, and is not used. */
async function fillLocked(
  name: string,
  locks: Locks,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = await fillOnce(name, fill);
  if (await isAsLocked(folder, locks)) return folder;
  const files = Object.values(locks).map((lock) => `${lock}/package-lock.json`);
  const own = await fillOnce(`${name}-${hashOf(files, locksFolder).slice(0, 8)}`, fill);
  if (await isAsLocked(own, locks)) return own;
  throw new Error(`${own} is not what ${files.join(', ')} name; remove it to install it again`);
}

/** Whether all packages of a folder have the hashes that its lock files name. */
async function isAsLocked(folder: string, locks: Locks): Promise<boolean> {
  for (const [inner, lock] of Object.entries(locks)) {
    const wanted = await packagesIn(inLocks(lock, 'package-lock.json'));
    const present = await packagesIn(join(folder, inner, 'node_modules', '.package-lock.json'));
    if (Object.keys(present).some((path) => present[path]?.integrity !== wanted[path]?.integrity))
      return false;
  }
  return true;
}

async function packagesIn(
  file: string,
): Promise<Record<string, { readonly integrity?: string } | undefined>> {
  const { packages } = JSON.parse(await readFile(file, 'utf8')) as {
    packages: Record<string, { readonly integrity?: string } | undefined>;
  };
  return packages;
}
