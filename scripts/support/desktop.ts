import { homedir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  downloadAndUnzipVSCode,
  resolveCliPathFromVSCodeExecutablePath,
  SilentReporter,
} from '@vscode/test-electron';
import { cacheFolder } from './cache.ts';
import { packageFile } from '../package.ts';
import { messageOf, runQuietly, type Report } from './process.ts';
import { findProgram } from './programs.ts';

const local = process.env['LOCALAPPDATA'] ?? '';
const applications = ['/Applications', join(homedir(), 'Applications')];

const codeNames = [
  'code',
  'code-insiders',
  '/usr/share/code/bin/code',
  '/snap/bin/code',
  ...applications.map((folder) => join(folder, 'Visual Studio Code.app/Contents/Resources/app/bin/code')),
  ...(local ? [join(local, 'Programs', 'Microsoft VS Code', 'bin', 'code.cmd')] : []),
];

/** The command of desktop VS Code, installed or downloaded. Undefined if there is no screen or no VS Code. */
export async function desktopCode(report: Report): Promise<string | undefined> {
  if (!hasScreen()) {
    report('There is no screen here, so VS Code runs in a server.');
    return undefined;
  }
  return findProgram(codeNames) ?? (await fetchDesktop(report));
}

function hasScreen(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

async function fetchDesktop(report: Report): Promise<string | undefined> {
  report('VS Code is not installed; trying to fetch it …');
  try {
    const executable = await downloadAndUnzipVSCode({
      version: 'stable',
      cachePath: join(cacheFolder(), 'desktop'),
      timeout: 5000,
      reporter: new SilentReporter(),
    });
    return resolveCliPathFromVSCodeExecutablePath(executable);
  } catch (error) {
    report(`It could not be fetched (${messageOf(error)}), so VS Code runs in a server.`);
    return undefined;
  }
}

/** The study folder that a window opens, and its first file. */
export interface Opened {
  readonly folder: string;
  readonly file?: string;
}

/**
 * Opens a folder in a window with Pilcrow's package installed, without waiting. Settings and extensions are separate
 * from the person's own: a VS Code that is running would not use another folder of extensions.
 */
export async function openDesktop(code: string, { folder, file }: Opened): Promise<void> {
  const ownFolders = [
    `--user-data-dir=${join(cacheFolder(), 'desktop-data')}`,
    `--extensions-dir=${join(cacheFolder(), 'desktop-extensions')}`,
  ];
  const isWindows = process.platform === 'win32';
  // On Windows a shell runs the command and splits it at spaces.
  const quote = (text: string): string => (isWindows ? `"${text}"` : text);
  const install = [...ownFolders, '--install-extension', packageFile, '--force'];
  await runQuietly(quote(code), install.map(quote));
  const args = [...ownFolders, '--new-window', folder, ...(file ? [file] : [])];
  const options = { shell: isWindows, stdio: 'ignore', detached: !isWindows } as const;
  const child = spawn(quote(code), args.map(quote), options);
  await once(child, 'spawn');
  child.unref();
}

/** Opens an address in the person's browser if there is one. Nothing depends on it. */
export function openInBrowser(address: string): void {
  const opener = findProgram([process.platform === 'darwin' ? 'open' : 'xdg-open']);
  if (opener && hasScreen())
    spawn(opener, [address], { stdio: 'ignore', detached: true })
      .once('error', () => undefined)
      .unref();
}
