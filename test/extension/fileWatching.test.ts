import assert from 'node:assert/strict';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { activateExtension, checksIn, fileOf, nextEvent, studyFolder } from './support.ts';

/** Tests VS Code itself: reacting to changed files rests on the host's reports of changes on disk. */
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

describe('a paper changed by another program', () => {
  const uri = (): vscode.Uri => fileOf('papers/elsewhere.analysis.md');

  before(() => activateExtension());
  after(() => rm(uri().fsPath, { force: true }));

  it('is checked again, though nobody has it open', async () => {
    await writeFile(uri().fsPath, 'A slip [@reading, ¶ 99].\n');
    await checksIn(uri(), (checks) => checks.includes('citation/no-such-paragraph'));
    await writeFile(uri().fsPath, 'No slip [@reading, ¶ 9].\n');
    await checksIn(uri(), (checks) => checks.length === 0);
    await writeFile(uri().fsPath, 'A slip [@raeding, ¶ 9].\n');
    await checksIn(uri(), (checks) => checks.includes('citation/unknown-key'));
    await rm(uri().fsPath);
    await checksIn(uri(), (checks) => checks.length === 0);
  });

  it('is gone with its folder, and comes back with it', async () => {
    const inFolder = fileOf('papers/deeper/elsewhere.analysis.md');
    const [folder, away] = [fileOf('papers/deeper').fsPath, fileOf('papers-away').fsPath];
    try {
      await mkdir(folder);
      await writeFile(inFolder.fsPath, 'A slip [@reading, ¶ 99].\n');
      await checksIn(inFolder, (checks) => checks.includes('citation/no-such-paragraph'));
      await rename(folder, away);
      await checksIn(inFolder, (checks) => checks.length === 0);
      await rename(away, folder);
      await checksIn(inFolder, (checks) => checks.includes('citation/no-such-paragraph'));
      await rm(folder, { recursive: true });
      await checksIn(inFolder, (checks) => checks.length === 0);
    } finally {
      for (const each of [folder, away]) await rm(each, { recursive: true, force: true });
    }
  });
});
