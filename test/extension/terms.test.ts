import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { termRowQuestions } from '../../src/extension/features/sidebarFeature.ts';
import { ViewTree } from '../../src/extension/viewTree.ts';
import type { Pilcrow } from '../../src/extension/feature.ts';
import type { TermHighlight } from '../../src/extension/termLooks.ts';
import { activatedPilcrow, checksIn, fileOf, nextEvent, revert, show, until } from './support.ts';

describe('terms in the editor', () => {
  let pilcrow: Pilcrow;

  before(async () => {
    pilcrow = await activatedPilcrow();
    await checksIn(fileOf('papers/exercise.analysis.md'), (checks) => checks.length > 0);
  });
  after(async () => {
    await set(undefined);
    await pilcrow.termsOrder.set('position');
  });

  const set = async (highlight: TermHighlight | undefined): Promise<void> => {
    const settings = vscode.workspace.getConfiguration('pilcrow');
    await settings.update('terms.highlight', highlight, vscode.ConfigurationTarget.Workspace);
  };
  const underlined = async (
    editor: vscode.TextEditor,
    wanted: (words: string[]) => boolean,
  ): Promise<string[]> => {
    const seen = until(() => {
      const words = pilcrow.termLooks.shownIn(editor).map((range) => editor.document.getText(range));
      return wanted(words) ? words : undefined;
    }, pilcrow.termLooks.onDidDraw as vscode.Event<never>);
    void pilcrow.termLooks.draw();
    return seen;
  };

  it('underlines the first use in a section, all uses, or none, as the setting says', async () => {
    const editor = await show('sources/reading-together.md');
    const first = await underlined(editor, (words) => words.length > 0);
    await set('all');
    const all = await underlined(editor, (words) => words.length > first.length);
    assert.ok(first.every((word) => all.includes(word)));
    await set('off');
    await underlined(editor, (words) => words.length === 0);
    await set('first');
    assert.deepEqual(await underlined(editor, (words) => words.length === first.length), first);
  });

  it('follows what is typed', async () => {
    const editor = await show('papers/questions.analysis.md');
    await underlined(editor, (words) => words.length > 0);
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    await editor.edit((edit) => edit.insert(end, '\n\n# New\n\nA fair restatement.\n'));
    await underlined(editor, (words) => words.at(-1) === 'fair restatement');
    await revert(editor.document);
  });

  it('sorts the uses of terms by the next word, and remembers it', async () => {
    const labels = async (): Promise<string> => {
      const { nodes } = await pilcrow.models.terms.loaded();
      const term = nodes.find(({ label }) => /^fair restatement$/i.test(label));
      assert.ok(term?.lazy);
      const uses = await new ViewTree(pilcrow.models.terms, termRowQuestions(pilcrow)).getChildren(term);
      return uses.map(({ label }) => label).join('\n');
    };
    await pilcrow.models.terms.refresh();
    const byPlace = await labels();
    await vscode.commands.executeCommand('pilcrow.sortTermsByNextWord');
    assert.equal(pilcrow.termsOrder.current, 'next');
    const byWord = await labels();
    assert.notEqual(byWord, byPlace);
    assert.equal(byWord.split('\n').length, byPlace.split('\n').length);
    await vscode.commands.executeCommand('pilcrow.sortTermsByPlace');
    assert.equal(await labels(), byPlace);
  });

  it('exports the glossary as a handout and shows it', async () => {
    const target = fileOf('handout.md');
    const shown = nextEvent(
      vscode.window.onDidChangeActiveTextEditor,
      (editor) => editor?.document.uri.toString() === target.toString(),
    );
    await vscode.commands.executeCommand('pilcrow.exportGlossary', { target });
    const editor = await shown;
    assert.match(editor?.document.getText() ?? '', /^# fair restatement \{#term-fair-restatement\}$/m);
    await vscode.workspace.fs.delete(target);
  });

  it('adds the selected words to the glossary, ready to be explained', async () => {
    const editor = await show('sources/reading-together.md');
    const at = editor.document.getText().lastIndexOf(' group ') + 1;
    const range = new vscode.Range(editor.document.positionAt(at), editor.document.positionAt(at + 5));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      range,
      vscode.CodeActionKind.RefactorExtract.value,
    );
    const action = actions.find(({ title }) => title === 'Add “group” to the glossary');
    assert.ok(action?.edit && action.command);
    assert.ok(await vscode.workspace.applyEdit(action.edit));
    await vscode.commands.executeCommand(
      action.command.command,
      ...((action.command.arguments ?? []) as unknown[]),
    );
    const glossary = vscode.window.activeTextEditor;
    assert.equal(glossary?.document.uri.toString(), fileOf('glossary.md').toString());
    assert.match(glossary.document.getText(), /\n## group\n\nDefined at: \[@reading, ¶ \d+\]\n\n$/);
    // VS Code tells of a selection that opening a file has set when the command is done.
    await until(
      () => glossary.selection.active.line === glossary.document.lineCount - 1 || undefined,
      vscode.window.onDidChangeTextEditorSelection as vscode.Event<never>,
    );
    await revert(glossary.document);
  });

  it('adds the word at the cursor to the glossary by a command, and then leads to its entry', async () => {
    const addAt = async (): Promise<vscode.TextEditor | undefined> => {
      const editor = await show('sources/reading-together.md');
      const place = editor.document.positionAt(editor.document.getText().lastIndexOf(' group ') + 3);
      editor.selection = new vscode.Selection(place, place);
      await vscode.commands.executeCommand('pilcrow.addToGlossary');
      return vscode.window.activeTextEditor;
    };
    const glossary = await addAt();
    assert.equal(glossary?.document.uri.toString(), fileOf('glossary.md').toString());
    const text = glossary.document.getText();
    assert.match(text, /\n## group\n\nDefined at: \[@reading, ¶ \d+\]\n\n$/);
    assert.equal(glossary.selection.active.line, glossary.document.lineCount - 1);
    const again = await addAt();
    assert.equal(again?.document.getText(), text);
    assert.equal(again.document.lineAt(again.selection.active.line).text, '## group');
    await revert(glossary.document);
  });
});
