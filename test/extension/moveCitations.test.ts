import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activatedPilcrow, fileOf, nextEvent, remove, revert, show, write } from './support.ts';

const first =
  '---\nid: lamp\ntitle: The Lamp\nlanguage: en\n---\n\nA lamp burns in the window of the house.\n';
const second = first
  .replace('id: lamp', 'id: lamp-second')
  .replace('language: en', 'language: en\nprinting-of: lamp')
  .replace('\n\nA lamp', '\n\nA word of the printers, who are new.\n\nA lamp');

/** The preview is VS Code’s own and the same in the host of a browser, where every test takes longer. */
const itWithNode = 'versions' in process ? it : it.skip;

describe('moving citations to another printing', () => {
  const paper = 'papers/lamp.analysis.md';
  const written = {
    'sources/lamp.md': first,
    'sources/lamp-second.md': second,
    [paper]: 'It burns [@lamp, ¶ 1].\n',
  };
  const pair = { old: 'lamp', now: 'lamp-second' };
  before(async () => {
    const { server } = await activatedPilcrow();
    // An event that comes late, while the edits are previewed, would be a conflict: the paper is written last, and waited for.
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, paper));
    const seen = nextEvent(watcher.onDidCreate);
    for (const [path, text] of Object.entries(written)) await write(fileOf(path), text);
    await seen;
    watcher.dispose();
    // The server tells of other changes, too, and of some of these files before others.
    for (;;) {
      const changed = nextEvent(server.onDidChange);
      const moves = await server.request('pilcrow/moveCitations', pair);
      if (moves?.moved === 1) return;
      await changed;
    }
  });
  after(async () => {
    await revert(await vscode.workspace.openTextDocument(fileOf(paper)));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const path of Object.keys(written)) await remove(fileOf(path));
  });

  it('changes key and number together, and is undone in one step', async () => {
    const { document } = await show(paper);
    const moved = await vscode.commands.executeCommand<number>('pilcrow.moveCitations', {
      ...pair,
      isConfirmed: true,
    });
    assert.equal(moved, 1);
    assert.equal(document.getText(), 'It burns [@lamp-second, ¶ 2].\n');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), 'It burns [@lamp, ¶ 1].\n');
  });

  itWithNode('counts those alone that a person has ticked', async () => {
    const { document } = await show(paper);
    // Not on disk: a file that changes there beside the preview is a conflict.
    const more = new vscode.WorkspaceEdit();
    more.insert(document.uri, new vscode.Position(1, 0), 'It burns on [@lamp, ¶ 1].\n');
    assert.ok(await vscode.workspace.applyEdit(more));
    const moved = Promise.resolve(vscode.commands.executeCommand<number>('pilcrow.moveCitations', pair));
    const press = async (...commands: readonly string[]): Promise<void> => {
      for (const command of commands) await vscode.commands.executeCommand(command);
    };
    const firstEdit = ['refactorPreview.focus', 'list.focusFirst', 'list.focusDown'];
    const editors = (): number => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length;
    const before = editors();
    // No event tells of the preview. Once it is there, an edit that is selected opens an editor that shows it.
    while (editors() === before) await press(...firstEdit, 'list.select');
    await press(...firstEdit, 'refactorPreview.toggleCheckedState', 'refactorPreview.apply');
    assert.equal(await moved, 1);
    assert.equal(document.getText(), 'It burns [@lamp-second, ¶ 2].\nIt burns on [@lamp, ¶ 1].\n');
  });
});
