import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot } from '../../scripts/support/paths.ts';
import { useEditor } from './support.ts';

const essay = inRoot('..', 'shared', 'essay', 'essay.txt');

/** A short text about which an importer must have doubts. */
const rough = `ON DOUGH
by A. Baker

Flour and water make a dough. It is
left to stand in a warm place for a
night, and nobody should touch it.

    A day is long, a night is longer,
    and neither makes the dough the stronger.

Page 2

THE OVEN

1. Heat
The oven should be hot.
It should stay hot for as long as the bread is there.
`;

describe('importing', () => {
  const editor = useEditor();

  before(async () => {
    await writeFile(join(editor().folder, 'rough.txt'), rough);
    if (existsSync(essay)) await copyFile(essay, join(editor().folder, 'essay.txt'));
    await editor().openContainer('Pilcrow');
    await editor().treeRow('Reading Together').waitFor();
  });

  /** Takes what was found for title, author and key, and returns it. */
  async function answerAbout(): Promise<string[]> {
    const { page } = editor();
    const proposed: string[] = [];
    for (const step of [1, 2, 3]) {
      const title = page.locator('.quick-input-titlebar');
      await title.filter({ hasText: `(${String(step)}/3)` }).waitFor();
      proposed.push(await page.locator('.quick-input-widget input[type="text"]').inputValue());
      await page.keyboard.press('Enter');
    }
    return proposed;
  }

  it('asks about each doubt, goes back, and writes what was decided', async () => {
    await editor().openFile('rough.txt');
    await editor().runCommand('Pilcrow: Import Source');
    await editor().pickRow('From the Active Editor').click();
    assert.deepEqual(await answerAbout(), ['ON DOUGH', 'A. Baker', 'dough']);
    await editor().pickRow('Decide Each').click();
    const title = editor().page.locator('.quick-input-titlebar');
    await title.filter({ hasText: /\(1\// }).waitFor();
    const first = await title.innerText();
    await editor().page.keyboard.press('Enter');
    await title.filter({ hasText: /\(2\// }).waitFor();
    await editor().page.locator('.quick-input-titlebar .action-label[aria-label^="Back"]').click();
    await title.filter({ hasText: /\(1\// }).waitFor();
    assert.equal(await title.innerText(), first);
    await editor().pickRow('Accept All Remaining Suggestions').click();
    await editor().page.locator('.tab.active[data-resource-name$=".md"]').waitFor();
    await editor().treeRow('@dough').waitFor();
    assert.match(
      await readFile(join(editor().folder, 'sources', 'dough.md'), 'utf8'),
      /stay hot for as long/,
    );
  });

  it('asks before it replaces a source, and shows the difference', async () => {
    await editor().openFile('rough.txt');
    await editor().runCommand('Pilcrow: Import Source');
    await editor().pickRow('From the Active Editor').click();
    // The study folder knows this text by now: its title, author and key are not asked again.
    await editor().pickRow('Accept All Suggestions').click();
    await editor().pickRow('Compare First').click();
    await editor().page.locator('.diff-editor, .monaco-diff-editor').first().waitFor();
    await editor().pickRow('Keep It as It Is').click();
    await editor().page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  });

  it('recognises a copy of the essay, and hovers show its words from then on', async function () {
    if (!existsSync(essay)) {
      console.log('      skipped: the text of the essay is not here (../shared/essay/essay.txt)');
      this.skip();
    }
    await editor().treeRow('text not imported').waitFor();
    await editor().openFile('essay.txt');
    await editor().runCommand('Pilcrow: Import Source');
    await editor().pickRow('From the Active Editor').click();
    await editor().page.locator('.tab.active[data-resource-name="masswork.md"]').waitFor();
    await editor().treeRow('text not imported').waitFor({ state: 'detached' });
    await editor().openFile('papers/questions.analysis.md');
    // The inlay hints move the text, so the mouse has to wait for them.
    await editor().line('At the table').waitFor();
    const hover = await editor().hover('[@masswork, ¶ 54]');
    assert.match(hover, /¶ 54/);
    assert.doesNotMatch(hover, /Import your copy/);
  });
});
