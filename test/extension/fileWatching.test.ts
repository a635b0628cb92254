import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { nextEvent, studyFolder } from './support.ts';

/** Not ours to do, but all that follows a file's change rests on it: the host tells what happens on disk. */
describe('the host', () => {
  const name = 'watched.analysis.md';
  let path: string;
  let watcher: vscode.FileSystemWatcher;

  before(() => {
    path = join(studyFolder(), name);
    watcher = vscode.workspace.createFileSystemWatcher('**/*.analysis.md');
  });

  after(async () => {
    watcher.dispose();
    await rm(path, { force: true });
  });

  it('reports a file made, changed and removed by another program', async () => {
    const created = nextEvent(watcher.onDidCreate, ({ fsPath }) => fsPath === path);
    await writeFile(path, 'one\n');
    await created;
    const changed = nextEvent(watcher.onDidChange, ({ fsPath }) => fsPath === path);
    await writeFile(path, 'two\n');
    await changed;
    const removed = nextEvent(watcher.onDidDelete, ({ fsPath }) => fsPath === path);
    await rm(path);
    await removed;
  });

  it('finds files by a pattern', async () => {
    await writeFile(path, 'one\n');
    const found = await vscode.workspace.findFiles(`**/${name}`);
    assert.deepEqual(
      found.map(({ fsPath }) => fsPath),
      [path],
    );
  });
});
