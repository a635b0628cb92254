import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activateExtension } from './support.ts';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly keybindings: readonly { readonly command: string; readonly key: string }[];
  };
}

describe('the extension', () => {
  let extension: vscode.Extension<unknown>;
  let manifest: Manifest;

  before(async () => {
    extension = await activateExtension();
    manifest = extension.packageJSON as Manifest;
  });

  it('activates', () => {
    assert.ok(extension.isActive);
  });

  it('knows the language of papers', async () => {
    assert.ok((await vscode.languages.getLanguages()).includes('analysis'));
  });

  it('has every command that its menus promise', async () => {
    const known = new Set(await vscode.commands.getCommands(true));
    const missing = manifest.contributes.commands.filter(({ command }) => !known.has(command));
    assert.deepEqual(missing, []);
  });

  it('takes no key away that VS Code itself uses', async () => {
    const address = vscode.Uri.parse('vscode://defaultsettings/keybindings.json');
    const defaults = (await vscode.workspace.openTextDocument(address)).getText();
    // A preview of a paper is opened by VS Code's own commands, with the keys that open other previews.
    const ours = manifest.contributes.keybindings.filter(({ command }) => command.startsWith('pilcrow.'));
    const taken = ours.filter(({ key, command }) => {
      const lines = defaults.split('\n').filter((line) => line.includes(`"key": "${key}"`));
      return lines.some((line) => !line.includes(command));
    });
    assert.match(defaults, /"key": "ctrl\+k/);
    assert.deepEqual(taken, []);
  });
});
