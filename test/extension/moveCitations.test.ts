import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activatedPilcrow, fileOf, nextEvent, remove, show, write } from './support.ts';

const first =
  '---\nid: lamp\ntitle: The Lamp\nlanguage: en\n---\n\nA lamp burns in the window of the house.\n';
const second = first
  .replace('id: lamp', 'id: lamp-second')
  .replace('language: en', 'language: en\nprinting-of: lamp')
  .replace('\n\nA lamp', '\n\nA word of the printers, who are new.\n\nA lamp');

describe('moving citations to another printing', () => {
  const paper = 'papers/lamp.analysis.md';
  const written = {
    'sources/lamp.md': first,
    'sources/lamp-second.md': second,
    [paper]: 'It burns [@lamp, ¶ 1].\n',
  };
  before(async () => {
    const { server } = await activatedPilcrow();
    const changed = nextEvent(server.onDidChange);
    for (const [path, text] of Object.entries(written)) await write(fileOf(path), text);
    await changed;
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const path of Object.keys(written)) await remove(fileOf(path));
  });

  it('changes key and number together, and is undone in one step', async () => {
    const { document } = await show(paper);
    const moved = await vscode.commands.executeCommand<number>('pilcrow.moveCitations', {
      old: 'lamp',
      now: 'lamp-second',
      isConfirmed: true,
    });
    assert.equal(moved, 1);
    assert.equal(document.getText(), 'It burns [@lamp-second, ¶ 2].\n');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), 'It burns [@lamp, ¶ 1].\n');
  });
});
