import { existsSync } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cacheFolder, fillOnce } from '../../scripts/support/cache.ts';
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
    const folder = await fillOnce(`code-server-${recipe.version}`, (unfinished) =>
      withProgress(`Installing ${title}, ${recipe.size}`, report, () => fillServer(unfinished, recipe)),
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

async function fillServer(folder: string, recipe: HostRecipe): Promise<void> {
  await npmInstall(folder, [`code-server@${recipe.version}`]);
  await npmInstall(serverFolder(folder), ['--omit=dev']);
  if (!recipe.hasSearch) await addSearch(folder);
}

/** Adds ripgrep from a package. The old server would download it when it is installed. */
async function addSearch(folder: string): Promise<void> {
  const ripgrep = `@vscode/ripgrep-${process.platform}-${process.arch}`;
  const program = process.platform === 'win32' ? 'rg.exe' : 'rg';
  const workshop = join(folder, 'search');
  await npmInstall(workshop, [`${ripgrep}@1.18.0`]);
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
  const folder = await fillOnce(`node-${version}`, (unfinished) =>
    withProgress(`Installing Node.js ${version}, 190 MB`, report, () =>
      npmInstall(unfinished, [`${name}@${version}`]),
    ),
  );
  return join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** Never runs install scripts, which would build or download things that are not needed. */
async function npmInstall(folder: string, args: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n', { flag: 'wx' }).catch(
    () => undefined,
  );
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  await runQuietly('npm', ['install', '--ignore-scripts', ...quiet, ...args], folder);
}
