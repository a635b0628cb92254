import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import { standsStill } from './inPage.mjs';
import { picture, quietWindow } from './pictures.ts';
import { inThemes, plainLines, useEditor } from './support.ts';

const paper = 'papers/exercise.analysis.md';

describe('a window and its findings', () => {
  const themes = ['dark', 'high-contrast-light'] as const;
  // A window that is asked for nothing is light.
  const settings = { ...quietWindow.settings, ...plainLines };
  const editor = useEditor({ theme: 'dark', ...quietWindow, settings }, async (opened) => {
    await opened.openFile(paper);
    await opened.squiggles('error').first().waitFor();
  });

  it('opens a file of the study folder, wears the theme that was asked for, and is pictured', async () => {
    await editor().statusBarItem('Analysis Document').waitFor();
    assert.equal(await editor().theme(), 'dark');
    assert.ok((await stat(await editor().screenshot('window-dark'))).size > 10_000);
  });

  it('underlines the words at fault, and shows both sentences on hover', async () => {
    await editor().page.keyboard.press('Control+G');
    await editor().answer(':52');
    await editor().statusBarItem('Ln 52').waitFor();
    await editor().line('is agreement').evaluate(standsStill);
    await inThemes(editor(), themes, async (theme) => {
      const hover = await editor().hover('is agreement');
      assert.match(hover, /In the paper/);
      await picture(editor(), `finding-hover-${theme}`);
    });
  });

  it('says the number first in Problems', async () => {
    await editor().page.keyboard.press('Escape');
    await editor().runCommand('View: Focus Problems');
    const row = editor().page.locator('.part.panel .monaco-list-row', {
      hasText: /¶ 102: @masswork has ¶ 1–82/,
    });
    await row.first().waitFor();
    await inThemes(editor(), themes, async (theme) => {
      await picture(editor(), `finding-problems-${theme}`);
    });
    await editor().runCommand('View: Hide Panel');
    await row.first().waitFor({ state: 'hidden' });
  });

  /** Unfolds the list of what the light bulb offers for the paragraph that does not exist, and returns a row of it. */
  async function bulbRow(row: string): Promise<Locator> {
    const { page } = editor();
    await page.keyboard.press('Control+G');
    await editor().answer(':19');
    await editor().statusBarItem('Ln 19').waitFor();
    // The list is of the place where the cursor is: an editor that still scrolls would put it elsewhere.
    await editor().putCursor('102', /Ln 19, Col 7\d/);
    // Findings that arrive while the list is asked for would call the question off.
    await page.locator('.editor-group-container.active .lightBulbWidget').waitFor();
    await page.keyboard.press('Control+.');
    return page.locator('.action-widget .monaco-list-row', { hasText: row }).first();
  }

  it('lets the passage of a citation be chosen from the light bulb', async () => {
    const choose = await bulbRow('Choose the passage…');
    await choose.waitFor();
    await picture(editor(), 'bulb');
    await choose.click();
    await editor().pickRow('¶ 1').waitFor();
    // No `picture`: the editor says that it is busy for as long as the fix is being chosen.
    await editor().screenshot('choose-passage');
    await editor().page.locator('.quick-input-widget:visible input').fill('12');
    await editor().pickRow('¶ 12').click();
    await editor().line('[@masswork, ¶ 12]').waitFor();
    await picture(editor(), 'choose-passage-done');
    await editor().page.keyboard.press('Control+Z');
  });

  it('puts an ignore comment above from the light bulb, with the reason selected', async () => {
    const ignore = await bulbRow('Ignore here…');
    await ignore.click();
    await editor().line('pilcrow-ignore').waitFor();
    await editor().statusBarItem('6 selected').waitFor();
    await editor().page.keyboard.type('the slip is the point');
    await editor().line('citation/no-such-paragraph: the slip is the point -->').waitFor();
    await picture(editor(), 'ignore-here');
  });
});
