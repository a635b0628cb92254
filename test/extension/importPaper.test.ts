import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import * as vscode from 'vscode';
import { activatedPilcrow, fileOf, remove } from './support.ts';

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
// Written so that it can be in the host of a browser, too.
const draft = zipSync({
  '[Content_Types].xml': strToU8('<Types/>'),
  'word/document.xml': strToU8(
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>${run('Oil ')}<w:ins w:id="1" w:author="A">${run('always ')}</w:ins><w:del w:id="2" w:author="A"><w:r><w:delText xml:space="preserve">never </w:delText></w:r></w:del>${run('burns.')}</w:p></w:body></w:document>`,
  ),
});

describe('importing a draft as a paper', () => {
  const file = fileOf('out/tracked draft.docx');
  const paper = fileOf('papers/tracked-draft.analysis.md');
  before(() => activatedPilcrow());
  beforeEach(() => vscode.workspace.fs.writeFile(file, draft));
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await remove(fileOf('out'));
    await remove(paper);
  });

  const imported = (argument: object) =>
    vscode.commands.executeCommand<vscode.Uri>('pilcrow.importPaper', {
      uri: file,
      folder: fileOf(''),
      ...argument,
    });
  const written = async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(paper));

  it('shows its tracked changes as a diff, and writes nothing until they are decided', async () => {
    const right = await imported({});
    assert.equal(right.scheme, 'untitled');
    const shown = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(shown instanceof vscode.TabInputTextDiff);
    assert.equal(shown.modified.toString(), right.toString());
    const original = await vscode.workspace.openTextDocument(shown.original);
    assert.match(original.getText(), /\nOil never burns\.\n/u);
    const document = await vscode.workspace.openTextDocument(right);
    assert.match(document.getText(), /\nOil always burns\.\n/u);
    await assert.rejects(written());
    assert.ok(await document.save());
    assert.match(await written(), /\nOil always burns\.\n/u);
  });

  it('takes them as made or as never made where that is said', async () => {
    assert.equal((await imported({ changes: 'reject' })).toString(), paper.toString());
    assert.match(await written(), /\nOil never burns\.\n/u);
    await remove(paper);
    await imported({ changes: 'accept' });
    assert.match(await written(), /\nOil always burns\.\n/u);
  });
});
