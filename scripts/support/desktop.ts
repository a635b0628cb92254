import { homedir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import {
  downloadAndUnzipVSCode,
  resolveCliPathFromVSCodeExecutablePath,
  SilentReporter,
} from '@vscode/test-electron';
import { cacheFolder } from './cache.ts';
import { messageOf, type Report } from './process.ts';
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

/** Desktop VS Code's command, installed or fetched; `undefined` where there is no screen or none can be had. */
export async function desktopCode(report: Report): Promise<string | undefined> {
  if (!hasScreen()) {
    report('There is no screen here, so VS Code runs in a server.');
    return undefined;
  }
  return findProgram(codeNames) ?? (await fetchDesktop(report));
}

export function hasScreen(): boolean {
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

/** Opens a folder in a window of its own with the extension under development, and returns at once. */
export function openDesktop(code: string, folder: string, extension: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const args = ['--new-window', `--extensionDevelopmentPath=${extension}`, folder];
    const shell = process.platform === 'win32';
    const child = spawn(shell ? `"${code}"` : code, args, { shell, stdio: 'ignore', detached: !shell });
    child.once('error', reject);
    child.once('spawn', () => {
      child.unref();
      resolve();
    });
  });
}

/** Shows an address in the person's browser, where there is one; nothing depends on it. */
export function openInBrowser(address: string): void {
  const opener = findProgram([process.platform === 'darwin' ? 'open' : 'xdg-open']);
  if (opener && hasScreen())
    spawn(opener, [address], { stdio: 'ignore', detached: true })
      .once('error', () => undefined)
      .unref();
}
