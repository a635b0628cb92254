import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { activatedPilcrow, checksIn, fileOf, placeOf, show, until } from './support.ts';

const essay = join(process.env['PILCROW_REPOSITORY'] ?? '', '..', 'shared', 'essay');

describe('a copy of the essay', () => {
  before(function () {
    if (existsSync(join(essay, 'essay.txt'))) return;
    console.log('      skipped: the text of the essay is not here (../shared/essay/essay.txt)');
    this.skip();
  });

  // The last of the files, since VS Code holds on to the copy for a while after its editor is closed.
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await rm(fileOf('sources/masswork.md').fsPath, { force: true });
  });

  it('is recognised and imported, and from then on hovers show its words', async () => {
    await activatedPilcrow();
    await checksIn(fileOf('papers/exercise.analysis.md'), (checks) => checks.length > 0);
    const uri = vscode.Uri.file(join(essay, 'essay.txt'));
    const made = await vscode.commands.executeCommand<vscode.Uri>('pilcrow.importSource', { uri });
    assert.equal(made.fsPath, fileOf('sources/masswork.md').fsPath);
    await essayIsHere();
    const { document } = await show('papers/first-reading.analysis.md');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      placeOf(document, '[@masswork, ¶ 12]'),
    );
    const shown = hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[]);
    const words = shown
      .map(({ value }) => value)
      .join('\n')
      .replaceAll(/[\s>]+/g, ' ');
    assert.ok(words.includes(await twelfth()), 'the hover does not show the words of ¶ 12');
  });

  /** Waits until the sidebar knows the essay with its text. */
  async function essayIsHere(): Promise<void> {
    const { server, models } = await activatedPilcrow();
    const asking = server.onDidChange(() => void models.sources.refresh());
    const known = until(
      () => models.sources.view.nodes.find(({ id, kind }) => id === 'source:masswork' && kind === 'source'),
      models.sources.onDidChange as vscode.Event<never>,
    );
    void models.sources.refresh();
    await known;
    asking.dispose();
  }

  /** The first words of ¶ 12, from the hand-checked copy. */
  async function twelfth(): Promise<string> {
    const { blocks } = JSON.parse(await readFile(join(essay, 'truth.json'), 'utf8')) as {
      blocks: readonly { readonly n: number; readonly firstFiveWords: string }[];
    };
    return blocks.find(({ n }) => n === 12)?.firstFiveWords ?? assert.fail('no ¶ 12');
  }
});
