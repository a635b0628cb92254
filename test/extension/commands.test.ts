import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { CheckSummary } from '../../src/server/protocol.ts';
import {
  activateExtension,
  checksIn,
  fileOf,
  isThere,
  namesIn,
  placeOf,
  remove,
  show,
  textIn,
  until,
  write,
} from './support.ts';

const run = vscode.commands.executeCommand;

describe('a command', () => {
  const scratch = (path = ''): vscode.Uri => vscode.Uri.joinPath(fileOf('..'), 'scratch', path);

  before(async () => {
    await activateExtension();
    await vscode.workspace.fs.createDirectory(scratch());
    await checksIn(fileOf('papers/exercise.analysis.md'), (checks) => checks.length > 0);
  });

  after(async () => {
    await run('workbench.action.closeAllEditors');
    await remove(scratch());
  });

  describe('Cite', () => {
    const name = 'papers/citing.analysis.md';
    let paper: vscode.TextEditor;

    beforeEach(async () => {
      await write(fileOf(name), 'As the text says.\n\nAnd again\n');
      paper = await show(name);
      // VS Code may still hold what the test before has left, until it sees that the file is another one.
      await until(
        () => paper.document.getText().includes('And again\n') || undefined,
        vscode.workspace.onDidChangeTextDocument as vscode.Event<never>,
      );
      const end = placeOf(paper.document, 'again\n').with({ character: 'And again'.length });
      paper.selection = new vscode.Selection(end, end);
    });

    afterEach(async () => {
      await show(name);
      await run('workbench.action.revertAndCloseActiveEditor');
      await remove(fileOf(name));
    });

    it('puts the citation of a row where the cursor is', async () => {
      await run('pilcrow.cite', { citation: '[@reading, ¶ 3]' });
      assert.equal(paper.document.lineAt(2).text, 'And again [@reading, ¶ 3]');
      assert.equal(vscode.window.activeTextEditor?.selection.active.character, 25);
    });

    it('goes on in the citation that the cursor is in', async () => {
      await run('pilcrow.cite', { citation: '[@reading, ¶ 3]' });
      const within = new vscode.Position(2, 20);
      paper.selection = new vscode.Selection(within, within);
      await run('pilcrow.cite', { citation: '[@reading, ¶ 5]' });
      assert.equal(paper.document.lineAt(2).text, 'And again [@reading, ¶¶ 3, 5]');
      await run('pilcrow.cite', { citation: '[@masswork, ¶ 9]' });
      assert.equal(paper.document.lineAt(2).text, 'And again [@reading, ¶¶ 3, 5; @masswork, ¶ 9]');
    });

    it('quotes words of several paragraphs as a block, and none by half', async () => {
      const source = await show('sources/reading-together.md');
      const text = source.document.getText();
      const start = source.document.positionAt(text.indexOf('umber the paragraphs'));
      const end = source.document.positionAt(text.indexOf('Choose one perso') + 'Choose one perso'.length);
      source.selection = new vscode.Selection(start, end);
      await run('pilcrow.quote');
      const written = (vscode.window.activeTextEditor ?? paper).document.getText();
      assert.match(written, /\n\n> Number the[^]*\n>\n> Choose one person\n>\n> — \[@reading, ¶¶ 3-4\]/);
    });

    it('does nothing for a row that VS Code no longer knows', async () => {
      // Without an argument it would ask for a passage, and this would never end.
      assert.equal(await run('pilcrow.cite', undefined, undefined), undefined);
      assert.equal(paper.document.lineAt(2).text, 'And again');
    });

    it('cites what is selected in a source, in the paper that was left', async () => {
      const source = await show('sources/reading-together.md');
      const place = placeOf(source.document, 'Number the paragraphs.');
      source.selection = new vscode.Selection(place, place);
      await run('pilcrow.cite');
      const { document } = vscode.window.activeTextEditor ?? paper;
      assert.equal(document.uri.toString(), fileOf(name).toString());
      assert.equal(document.lineAt(2).text, 'And again [@reading, ¶ 3]');
    });

    it('quotes the words that are selected in a source', async () => {
      const source = await show('sources/reading-together.md');
      const words = 'Number the paragraphs.';
      const start = source.document.positionAt(source.document.getText().indexOf(words));
      source.selection = new vscode.Selection(start, start.translate(0, words.length));
      await run('pilcrow.quote');
      const { document } = vscode.window.activeTextEditor ?? paper;
      assert.equal(document.lineAt(2).text, `And again “${words}” [@reading, ¶ 3]`);
    });
  });

  it('Copy Citation fills the clipboard', async () => {
    await run('pilcrow.copyCitation', { citation: '[@reading, n. 1]' });
    assert.equal(await vscode.env.clipboard.readText(), '[@reading, n. 1]');
  });

  it('Check Study Folder counts what the Problems view shows', async () => {
    const summary = await run<CheckSummary>('pilcrow.checkStudyFolder');
    const { Error } = vscode.DiagnosticSeverity;
    const found = vscode.languages.getDiagnostics().flatMap(([, diagnostics]) => diagnostics);
    const errors = found.filter(({ source, severity }) => source === 'pilcrow' && severity === Error);
    assert.equal(summary.errors, errors.length);
    assert.ok(summary.papers >= 3 && summary.text.includes(String(summary.papers)));
  });

  it('New Paper opens a paper with the first gap selected, and never overwrites one', async () => {
    const options = { template: 'critique', title: 'On the slow pass' };
    const first = await run<vscode.Uri>('pilcrow.newPaper', options);
    const second = await run<vscode.Uri>('pilcrow.newPaper', options);
    assert.match(first.path, /\/papers\/on-the-slow-pass\.analysis\.md$/);
    assert.match(second.path, /\/papers\/on-the-slow-pass-2\.analysis\.md$/);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.languageId, 'analysis');
    assert.match(editor.document.getText(), /title: "?On the slow pass/);
    assert.ok(!editor.selection.isEmpty, 'nothing is selected');
    for (const uri of [first, second]) await vscode.workspace.fs.delete(uri);
  });

  it('New Study Folder writes what is missing and keeps what is there', async () => {
    const folder = scratch('group');
    await vscode.workspace.fs.createDirectory(folder);
    await write(scratch('group/glossary.md'), '# Ours\n');
    await run('pilcrow.newStudyFolder', { folder, title: 'Tuesday group', open: false });
    assert.ok(await isThere(scratch('group/pilcrow.json')));
    assert.equal(await textIn(scratch('group/glossary.md')), '# Ours\n');
  });

  it('Open Sample makes a copy, and another beside it', async () => {
    const place = scratch();
    const first = await run<vscode.Uri>('pilcrow.openSample', { place, open: false });
    const second = await run<vscode.Uri>('pilcrow.openSample', { place, open: false });
    assert.notEqual(first.path, second.path);
    assert.ok(await isThere(vscode.Uri.joinPath(second, 'papers', 'exercise.analysis.md')));
  });

  it('Restart Language Server ends in the same findings', async () => {
    await run('pilcrow.restartServer');
    await checksIn(fileOf('papers/exercise.analysis.md'), (checks) => checks.length > 4);
  });

  describe('Import Source', () => {
    const text = 'On Dough\n\nFlour and water make a dough.\n\nIt wants a day of rest.\n';
    const file = scratch('on-dough.txt');

    before(() => write(file, text));

    const accept = (more: object = {}): Thenable<vscode.Uri | undefined> =>
      run('pilcrow.importSource', { uri: file, decisions: 'accept', ...more });

    it('makes a source of a text and opens it', async () => {
      const made = await accept();
      assert.ok(made);
      assert.ok(made.path.startsWith(fileOf('sources').path));
      assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), made.toString());
      const written = await textIn(made);
      assert.match(written, /^---\n[\s\S]*\n---\n/);
      assert.match(written, /Flour and water make a dough\./);
      const key = /^id: (.*)$/m.exec(written)?.[1] ?? '';
      assert.ok(await isThere(fileOf(`editions/${key}/edition.json`)));
    });

    it('replaces a source only when told to', async () => {
      await write(file, text.replace('a day', 'two days'));
      const made = await accept({ overwrite: true });
      assert.ok(made);
      assert.match(await textIn(made), /two days of rest/);
      await run('workbench.action.closeActiveEditor');
      await vscode.workspace.fs.delete(made);
    });

    it('leaves nothing half-written behind', async () => {
      const names = await namesIn(fileOf('sources'));
      assert.deepEqual(
        names.filter((name) => name.endsWith('.tmp')),
        [],
      );
    });
  });
});
