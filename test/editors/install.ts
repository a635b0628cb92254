import { spawnSync } from 'node:child_process';
import { messageOf, type Report } from '../../scripts/support/process.ts';
import { wantedBrowser } from '../host/browser.ts';
import { findOrInstall, findProgram, type WantedProgram } from '../../scripts/support/programs.ts';

const neovim: WantedProgram = { title: 'Neovim', names: ['nvim'], packages: ['neovim'] };

const emacs: WantedProgram = {
  title: 'Emacs with eglot and lsp-mode',
  names: ['emacs'],
  packages: ['emacs-nox', 'elpa-eglot', 'elpa-lsp-mode'],
  suits: (path) =>
    spawnSync(path, ['--batch', '-f', 'package-initialize', '-l', 'eglot', '-l', 'lsp-mode']).status === 0,
};

const editors = { neovim, emacs, browser: wantedBrowser } as const;

/** Installs missing editors if that is allowed. Otherwise reports which tests will be skipped. */
export async function installEditors(report: Report): Promise<void> {
  for (const wanted of Object.values(editors))
    await findOrInstall(wanted, report).catch((error: unknown) => {
      report(`${messageOf(error)}\nIts tests are skipped.`);
    });
}

/** The program of an editor. Undefined if it, or something that the recipes need, is missing. */
export function editorProgram(name: keyof typeof editors): string | undefined {
  const { names, suits } = editors[name];
  const path = findProgram(names);
  return path !== undefined && (suits?.(path) ?? true) ? path : undefined;
}
