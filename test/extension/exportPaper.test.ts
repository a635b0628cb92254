import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activatedPilcrow, fileOf, remove, revert, show } from './support.ts';

describe('exporting a paper', () => {
  before(() => activatedPilcrow());
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  async function exported(format: string, argument: object, command = 'exportPaper'): Promise<Uint8Array> {
    const target = fileOf(`out/paper.${format}`);
    const written = await vscode.commands.executeCommand<vscode.Uri>(`pilcrow.${command}`, {
      format,
      target,
      ...argument,
    });
    try {
      assert.equal(written.toString(), target.toString());
      return await vscode.workspace.fs.readFile(written);
    } finally {
      await remove(fileOf('out'));
    }
  }

  it('writes the paper that is worked on, as it stands in the editor', async () => {
    const { document } = await show('papers/first-reading.analysis.md');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, '\n\nNot saved yet.\n');
    await vscode.workspace.applyEdit(edit);
    const page = new TextDecoder().decode(await exported('html', {}));
    assert.match(page, /<p>Not saved yet\.<\/p>/u);
    assert.match(page, /<a href="#reading-p4">/u);
    await revert(document);
  });

  it('writes a paper that is named, in every format', async () => {
    const paper = fileOf('papers/first-reading.analysis.md');
    for (const format of ['docx', 'odt'])
      assert.deepEqual([...(await exported(format, { paper })).subarray(0, 2)], [0x50, 0x4b]);
    assert.match(new TextDecoder().decode(await exported('md', { paper })), /^---\ntitle: /u);
  });

  it('writes what a study has to tell, of all of it or of a source', async () => {
    const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
    for (const [command, words] of [
      ['exportGuide', /<h1[^>]*>[^<]/u],
      ['exportGlossary', /restatement/u],
      ['exportCoverage', /<table>/u],
      ['exportNotes', /<h2|<h1|<p>/u],
    ] as const)
      assert.match(decode(await exported('html', {}, command)), words);
    const own = decode(await exported('md', { key: 'reading' }, 'exportCoverage'));
    assert.equal(own.match(/^# /gmu)?.length, 1);
  });
});
