import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { activateExtension, checksIn, fileOf, nextEvent, show } from './support.ts';

const run = vscode.commands.executeCommand;

describe('a Markdown file that cites', () => {
  const name = 'papers/plain.md';
  const text = 'A claim [@reading, ¶ 4].\n';

  before(async () => {
    await activateExtension();
    await checksIn(fileOf('papers/exercise.analysis.md'), (checks) => checks.length > 0);
  });
  beforeEach(() => writeFile(fileOf(name).fsPath, text));
  afterEach(async () => {
    await run('workbench.action.closeAllEditors');
    for (const path of [name, 'papers/plain.analysis.md', 'papers/linking.analysis.md'])
      await rm(fileOf(path).fsPath, { force: true });
  });

  const titles = async (): Promise<(string | undefined)[]> => {
    const lenses = await run<vscode.CodeLens[]>('vscode.executeCodeLensProvider', fileOf(name), 10);
    return lenses.map(({ command }) => command?.title);
  };

  it('offers to become a paper, until it is told not to', async () => {
    await show(name);
    assert.deepEqual(await titles(), [
      '¶ 1 citation is not checked here: make this a paper',
      'Don’t ask again',
    ]);
    await run('pilcrow.keepMarkdown', fileOf(name));
    assert.deepEqual(await titles(), []);
  });

  it('becomes a paper under its own name, and links lead to it still', async () => {
    const linking = fileOf('papers/linking.analysis.md');
    await writeFile(linking.fsPath, 'See [the plain one](plain.md#part).\n');
    const linked = await vscode.workspace.openTextDocument(linking);
    await vscode.window.showTextDocument(linked);
    await show(name);
    const target = await run<vscode.Uri>('pilcrow.makePaper');
    assert.equal(target.fsPath, fileOf('papers/plain.analysis.md').fsPath);
    assert.ok(!existsSync(fileOf(name).fsPath));
    assert.equal(await readFile(target.fsPath, 'utf8'), text);
    assert.equal(linked.getText(), 'See [the plain one](plain.analysis.md#part).\n');
    const renamed = await vscode.workspace.openTextDocument(target);
    assert.equal(renamed.languageId, 'analysis');
    await run('workbench.action.files.saveAll');
  });

  it('is a paper where pilcrow.json says so', async () => {
    const settings = fileOf('pilcrow.json').fsPath;
    const before = await readFile(settings, 'utf8');
    try {
      const opened = nextEvent(
        vscode.workspace.onDidOpenTextDocument,
        ({ uri, languageId }) => uri.fsPath === fileOf(name).fsPath && languageId === 'analysis',
      );
      await show(name);
      await writeFile(settings, '{ "papers": ["papers/*.md"] }\n');
      await opened;
    } finally {
      await writeFile(settings, before);
    }
  });
});
