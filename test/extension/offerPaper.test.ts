import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  activateExtension,
  checksIn,
  fileOf,
  isThere,
  nextEvent,
  remove,
  show,
  textIn,
  write,
} from './support.ts';

const run = vscode.commands.executeCommand;

describe('a Markdown file that cites', () => {
  const name = 'papers/plain.md';
  const text = 'A claim [@reading, ¶ 4].\n';

  before(async () => {
    await activateExtension();
    await checksIn(fileOf('papers/exercise.analysis.md'), (checks) => checks.length > 0);
  });
  beforeEach(() => write(fileOf(name), text));
  afterEach(async () => {
    await run('workbench.action.closeAllEditors');
    for (const path of [name, 'papers/plain.analysis.md', 'papers/linking.analysis.md'])
      await remove(fileOf(path));
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
    await write(linking, 'See [the plain one](plain.md#part).\n');
    const linked = await vscode.workspace.openTextDocument(linking);
    await vscode.window.showTextDocument(linked);
    await show(name);
    const target = await run<vscode.Uri>('pilcrow.makePaper');
    assert.equal(target.toString(), fileOf('papers/plain.analysis.md').toString());
    assert.ok(!(await isThere(fileOf(name))));
    assert.equal(await textIn(target), text);
    assert.equal(linked.getText(), 'See [the plain one](plain.analysis.md#part).\n');
    const renamed = await vscode.workspace.openTextDocument(target);
    assert.equal(renamed.languageId, 'analysis');
    await run('workbench.action.files.saveAll');
  });

  it('is a paper where pilcrow.json says so', async () => {
    const settings = fileOf('pilcrow.json');
    const before = await textIn(settings);
    try {
      const opened = nextEvent(
        vscode.workspace.onDidOpenTextDocument,
        ({ uri, languageId }) => uri.toString() === fileOf(name).toString() && languageId === 'analysis',
      );
      await show(name);
      await write(settings, '{ "papers": ["papers/*.md"] }\n');
      await opened;
    } finally {
      await write(settings, before);
    }
  });
});
