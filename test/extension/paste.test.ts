import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { copier, paster } from '../../src/extension/features/pasteQuotationFeature.ts';
import { citationsPaster } from '../../src/extension/features/pasteCitationsFeature.ts';
import { activatedPilcrow, checksIn, fileOf } from './support.ts';

const words = 'Number the paragraphs.';
const source = 'sources/reading-together.md';

/** A program cannot read the browser's clipboard. The tests in test/screen paste with the keyboard. */
describe('text copied in a file of the study folder', () => {
  const none = new vscode.CancellationTokenSource().token;

  before(() => checksIn(fileOf('papers/exercise.analysis.md'), (checks) => checks.length > 0));

  async function copied(path: string, first: string, last: string): Promise<vscode.DataTransfer> {
    const document = await vscode.workspace.openTextDocument(fileOf(path));
    const text = document.getText();
    const start = document.positionAt(text.indexOf(first));
    const end = document.positionAt(text.indexOf(last) + last.length);
    const carried = new vscode.DataTransfer();
    await copier(await activatedPilcrow()).prepareDocumentPaste(
      document,
      [new vscode.Range(start, end)],
      carried,
      none,
    );
    return carried;
  }

  /** What a paper becomes where this is pasted in place of `|`; undefined where nothing is offered. */
  async function pasted(
    carried: vscode.DataTransfer,
    paper: string,
    isFirst = true,
  ): Promise<string | undefined> {
    const content = paper.replace('|', '');
    const document = await vscode.workspace.openTextDocument({ language: 'analysis', content });
    const place = document.positionAt(paper.indexOf('|'));
    const context = { only: undefined, triggerKind: vscode.DocumentPasteTriggerKind.Automatic };
    const offered = await paster(await activatedPilcrow()).provideDocumentPasteEdits(
      document,
      [new vscode.Range(place, place)],
      carried,
      context,
      none,
    );
    const [edit] = offered ?? [];
    if (!edit) return undefined;
    assert.equal(edit.kind.value, 'pilcrow.quotation');
    assert.equal(edit.yieldTo === undefined, isFirst, 'whether it comes before plain text');
    const { insertText } = edit;
    assert.ok(typeof insertText === 'string');
    return paper.replace('|', () => insertText);
  }

  it('can be pasted as a quotation with its citation', async () => {
    const carried = await copied(source, words, words);
    assert.equal(await pasted(carried, 'It says:|\n'), `It says: “${words}” [@reading, ¶ 3]\n`);
    assert.equal(await pasted(carried, 'It (|) says\n'), `It (“${words}” [@reading, ¶ 3]) says\n`);
  });

  it('is second to its plain words where the marks are there already, or a setting says so', async () => {
    const carried = await copied(source, words, words);
    await pasted(carried, 'It says: “|”\n', false);
    await pasted(carried, '> |\n', false);
    const settings = vscode.workspace.getConfiguration('pilcrow');
    await settings.update('paste.quotations', false, vscode.ConfigurationTarget.Global);
    try {
      await pasted(carried, 'It says: |\n', false);
    } finally {
      await settings.update('paste.quotations', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('is cited as the language of the paper wants it', async () => {
    const carried = await copied(source, words, words);
    const paper = '---\nlang: fr\n---\n\nDit : |\n';
    assert.equal(await pasted(carried, paper), paper.replace('|', `“${words}” [@reading, § 3]`));
  });

  it('is set off as a block where it goes over paragraphs', async () => {
    const carried = await copied(source, words, 'Choose one person');
    const block = /\n> Number the paragraphs\.[^]*\n>\n> Choose one person\n>\n> — \[@reading, ¶¶ 3-4\]\n/;
    const within = (await pasted(carried, 'It says:|And on.\n')) ?? '';
    assert.match(within, block);
    assert.ok(within.startsWith('It says:\n\n>') && within.endsWith(']\n\nAnd on.\n'), within);
    const between = (await pasted(carried, 'It says:\n|\nAnd on.\n')) ?? '';
    assert.ok(between.startsWith('It says:\n\n>') && between.endsWith(']\n\nAnd on.\n'), between);
    const apart = (await pasted(carried, 'It says:\n\n|\n\nAnd on.\n')) ?? '';
    assert.ok(apart.startsWith('It says:\n\n>') && apart.endsWith(']\n\nAnd on.\n'), apart);
  });

  it('is nothing but text where it is no source', async () => {
    const carried = await copied('glossary.md', '# ', '\n');
    assert.equal(await pasted(carried, 'It says: |\n'), undefined);
  });
});

describe('citations copied in a paper', () => {
  it('get the locators of the language of the paper into which they are pasted', async () => {
    const none = new vscode.CancellationTokenSource().token;
    const [place, everything] = [new vscode.Range(0, 0, 0, 0), new vscode.Range(0, 0, 9, 0)];
    const english = await vscode.workspace.openTextDocument({
      language: 'analysis',
      content: '[@reading, ¶ 3]',
    });
    const carried = new vscode.DataTransfer();
    carried.set('text/plain', new vscode.DataTransferItem(english.getText()));
    const paster = citationsPaster(await activatedPilcrow());
    await paster.prepareDocumentPaste(english, [everything], carried, none);
    const pastedInto = async (content: string) => {
      const document = await vscode.workspace.openTextDocument({ language: 'analysis', content });
      const context = { only: undefined, triggerKind: vscode.DocumentPasteTriggerKind.Automatic };
      const offered = await paster.provideDocumentPasteEdits(document, [place], carried, context, none);
      return offered?.map(({ insertText }) => insertText);
    };
    assert.deepEqual(await pastedInto('---\nlang: fr\n---\n'), ['[@reading, § 3]']);
    assert.equal(await pastedInto('---\nlang: en-GB\n---\n'), undefined);
  });
});
