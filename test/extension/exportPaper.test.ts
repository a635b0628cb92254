import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import * as vscode from 'vscode';
import { activatedPilcrow, fileOf, show } from './support.ts';

describe('exporting a paper', () => {
  before(() => activatedPilcrow());
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  async function exported(format: string, argument: object): Promise<Buffer> {
    const target = fileOf(`out/paper.${format}`);
    const written = await vscode.commands.executeCommand<vscode.Uri>('pilcrow.exportPaper', {
      format,
      target,
      ...argument,
    });
    try {
      assert.equal(written.toString(), target.toString());
      return await readFile(written.fsPath);
    } finally {
      await rm(fileOf('out').fsPath, { recursive: true, force: true });
    }
  }

  it('writes the paper that is worked on, as it stands in the editor', async () => {
    const { document } = await show('papers/first-reading.analysis.md');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, '\n\nNot saved yet.\n');
    await vscode.workspace.applyEdit(edit);
    const page = (await exported('html', {})).toString();
    assert.match(page, /<p>Not saved yet\.<\/p>/u);
    assert.match(page, /<a href="#reading-p4">/u);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('writes a paper that is named, in every format', async () => {
    const paper = fileOf('papers/first-reading.analysis.md');
    for (const format of ['docx', 'odt'])
      assert.equal((await exported(format, { paper })).toString('latin1', 0, 2), 'PK');
    assert.match((await exported('md', { paper })).toString(), /^---\ntitle: /u);
  });
});
