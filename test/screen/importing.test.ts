import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot } from '../../scripts/support/paths.ts';
import { docxOf, wordParagraph, wordRun } from '../support/officeFiles.ts';
import { buildPdf, setParagraphs } from '../support/pdfBuilder.ts';
import { dropAddress } from './inPage.mjs';
import { showsSoon } from './showsSoon.ts';
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

const locked = buildPdf({
  pages: [
    setParagraphs(['The mill was sold, and to whom it was sold surprised everybody in the valley.'], {
      x: 40,
      top: 500,
      letters: 50,
    }),
  ],
  password: 'sluice',
});

const commented = docxOf({
  body: wordParagraph(
    `${wordRun('The first lamp burns ')}<w:commentRangeStart w:id="0"/>${wordRun('olive oil')}<w:commentRangeEnd w:id="0"/>${wordRun(' in the mill.')}`,
  ),
  comments: `<w:comment w:id="0" w:author="Ada" w:date="2026-03-01T10:00:00Z">${wordParagraph('Which?')}</w:comment>`,
});

describe('importing', () => {
  const editor = useEditor({}, async (opened) => {
    await writeFile(join(opened.folder, 'rough.txt'), rough);
    if (existsSync(essay)) await copyFile(essay, join(opened.folder, 'essay.txt'));
    await opened.openContainer('Pilcrow');
    await opened.treeRow('Reading Together').waitFor();
  });

  /** Takes what was found for title, author and key, and returns it. */
  async function answerAbout(): Promise<string[]> {
    const { page } = editor();
    const proposed: string[] = [];
    for (const step of [1, 2, 3]) {
      const title = page.locator('.quick-input-titlebar');
      await title.filter({ hasText: `(${String(step)}/3)` }).waitFor();
      const input = page.locator('.quick-input-widget input[type="text"]');
      proposed.push(await input.inputValue());
      // What was imported before may be opened only now, and takes the keyboard with it.
      await input.press('Enter');
    }
    return proposed;
  }

  /**
   * Writes a file into the study folder and drops it on the Sources view, below its rows: VS Code drops nothing on a row that the
   * view is listing anew, as after an import before.
   */
  async function drop(name: string, content: string | Uint8Array): Promise<void> {
    const { page, folder } = editor();
    await writeFile(join(folder, name), content);
    // The explorer of a window in a browser carries addresses of the machine that the folder is on.
    const { host } = new URL(page.url());
    const address = `vscode-remote://${host}${join(folder, name)}`;
    const header = page.locator('.pane-header', { hasText: 'Sources' });
    const list = page.locator('.part.sidebar .pane', { has: header }).locator('.monaco-list');
    await list.evaluate(dropAddress, address);
  }

  it('asks about each doubt, goes back, and writes what was decided; asks before that is replaced, or shows what would be', async () => {
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

    await editor().openFile('rough.txt');
    await editor().runCommand('Pilcrow: Import Source');
    await editor().pickRow('From the Active Editor').click();
    // The study folder knows this text by now: its title, author and key are not asked again.
    await editor().pickRow('Accept All Suggestions').click();
    await editor().pickRow('Compare First').click();
    await editor().page.locator('.diff-editor, .monaco-diff-editor').first().waitFor();
    await editor().pickRow('Keep It as It Is').click();
    await editor().page.locator('.quick-input-widget').waitFor({ state: 'hidden' });

    // What would be written stands beside the doubts of a text that has no file.
    const { page } = editor();
    await editor().openFile('rough.txt');
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+C');
    await editor().runCommand('Pilcrow: Import Source');
    await editor().pickRow('From the Clipboard').click();
    await editor().pickRow('Decide Each').click();
    await page.locator('.tab.active[data-resource-name="dough.md"]').waitFor();
    await editor().line('It should stay hot').waitFor();
    await editor().screenshot('doubts-beside-the-result');
    await page.keyboard.press('Escape');
    await page.locator('.tab[data-resource-name="dough.md"].active').waitFor({ state: 'detached' });
  });

  it('takes a file that is dropped on the Sources view', async () => {
    await drop('dropped.txt', rough.replaceAll('DOUGH', 'BREAD'));
    assert.deepEqual(await answerAbout(), ['ON BREAD', 'A. Baker', 'bread']);
    await editor().pickRow('Accept All Suggestions').click();
    await editor().treeRow('@bread').waitFor();
  });

  it('asks for the password of a file until it is right, without showing it', async () => {
    const { page } = editor();
    await drop('locked.pdf', locked);
    const box = page.locator('.quick-input-widget input');
    await page.locator('.quick-input-titlebar', { hasText: 'Password of locked.pdf' }).waitFor();
    assert.equal(await box.getAttribute('type'), 'password');
    await box.fill('weir');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-message', { hasText: 'does not open' }).waitFor();
    await editor().screenshot('password-of-a-file');
    await box.fill('sluice');
    await page.keyboard.press('Enter');
    await answerAbout();
    await page.locator('.tab.active[data-resource-name="locked.md"]').waitFor();
    assert.match(
      await readFile(join(editor().folder, 'sources', 'locked.md'), 'utf8'),
      /surprised everybody/,
    );
  });

  it('asks whether the comments of a Word file shall be notes', async () => {
    await drop('commented.docx', commented);
    await answerAbout();
    const { page } = editor();
    await page.locator('.quick-input-widget input[placeholder*="a comment of a reader"]').waitFor();
    await editor().screenshot('comments-of-a-file');
    await editor().pickRow('Take It as a Note').click();
    await page.locator('.tab.active[data-resource-name="commented.md"]').waitFor();
    assert.match(
      await readFile(join(editor().folder, 'notes', 'commented.ada.jsonld'), 'utf8'),
      /Which\?.*olive oil|olive oil.*Which\?/s,
    );
  });

  it('offers to import a book that is put into the study folder', async () => {
    const { page, folder } = editor();
    await writeFile(join(folder, 'old.pdf'), '%PDF-');
    await editor().openContainer('Explorer');
    const row = page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'old.pdf' }).first();
    const menu = page.locator('.monaco-menu');
    await row.click({ button: 'right' });
    await menu.locator('.action-label', { hasText: 'Import Source' }).first().waitFor();
    // A menu takes no click in its first tenth of a second, so the file is copied with keys.
    await page.keyboard.press('Escape');
    await menu.waitFor({ state: 'detached' });
    const copy = page.locator('.monaco-list-row', { hasText: 'old copy.pdf' }).first();
    // Keys that come while the file of the row opens go elsewhere.
    for (let tries = 0; tries < 10 && !(await copy.isVisible()); tries++) {
      await row.click();
      await page.locator('.tab.active[data-resource-name="old.pdf"]').waitFor();
      await editor().line('%PDF-').waitFor();
      await page.keyboard.press('Control+C');
      await page.keyboard.press('Control+V');
      await showsSoon(copy);
    }
    await copy.waitFor();
    // A window with extensions under development shows notifications when it is asked for them.
    await editor().runCommand('Notifications: Show Notifications');
    const offer = page.locator('.notification-list-item', { hasText: 'Make old copy.pdf a source' }).first();
    await offer.waitFor();
    await editor().screenshot('offer-to-import');
    await offer.locator('.monaco-button', { hasText: 'Import' }).click();
    const refusal = page.locator('.notification-list-item', { hasText: 'damaged' }).first();
    // The offer was the last one in the list, which closes with it, or stays open if the refusal is there by then.
    for (let tries = 0; tries < 10 && !(await refusal.isVisible()); tries++) {
      await editor().runCommand('Notifications: Show Notifications');
      await showsSoon(refusal);
    }
    await refusal.waitFor();
    await editor().openContainer('Pilcrow');
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
