import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { violationsIn } from './axe.ts';
import { bodyWearing } from './editor.ts';
import { picture, quietWindow } from './pictures.ts';
import { inThemes, useEditor } from './support.ts';

const themes = ['light', 'dark', 'high-contrast', 'high-contrast-light'] as const;

describe('the preview of a paper', () => {
  const editor = useEditor({ theme: 'light', ...quietWindow });

  const preview = async (): Promise<FrameLocator> =>
    (await editor().webview('editor')).frameLocator('#active-frame');

  beforeEach(() => editor().closeEditors());

  it('opens beside the paper at its key, with citations a reader understands', async () => {
    await editor().runCommand('View: Toggle Primary Side Bar Visibility');
    await editor().openFile('papers/first-reading.analysis.md');
    // Only when the server has answered is there anything to show.
    await editor()
      .statusBarItem(/¶ \d+ citations/)
      .waitFor();
    await editor().line('Both of our texts').click();
    await editor().pressChord('Control+K', 'V');
    const page = await preview();
    const citation = page.locator('.pilcrow-citation').first();
    await citation.waitFor();
    assert.match((await citation.getAttribute('title')) ?? '', /^¶\u00a04: Choose one person/);
    assert.match(await citation.innerText(), /^\(.*, para\.\u00a04\)$/);
    const works = page.locator('.pilcrow-works li');
    await works.first().waitFor();
    assert.equal(await works.count(), 2);
    await picture(editor(), 'preview-light');
  });

  it('opens at its button, and marks what leads nowhere', async () => {
    await editor().openFile('papers/exercise.analysis.md');
    await editor()
      .page.locator('.editor-actions .action-label[aria-label^="Open Preview to the Side"]')
      .click();
    const wrong = (await preview()).locator('.pilcrow-unresolved').first();
    await wrong.waitFor();
    assert.match((await wrong.getAttribute('title')) ?? '', /^This citation leads nowhere/);
    await picture(editor(), 'preview-unresolved');
  });

  /** What axe finds wrong with what is ours of the page. A page that VS Code is about to replace is looked at again. */
  const violations = async (): Promise<string[]> => {
    const page = await editor().webview('editor');
    try {
      const frame = await (await page.locator('#active-frame').elementHandle()).contentFrame();
      if (!frame) throw new Error('The frame is detached.');
      // The window behind the page has the colour of the editor, which axe does not see.
      await frame.evaluate('document.documentElement.style.background = "var(--vscode-editor-background)"');
      await frame.evaluate('document.querySelector(".pilcrow-heading").scrollIntoView()');
      return await violationsIn(frame, ['.pilcrow-heading', '.pilcrow-citation', '.pilcrow-works']);
    } catch (error) {
      if (!/detached|destroyed/.test(String(error))) throw error;
      return violations();
    }
  };

  it('has what is ours of it without a fault that axe finds, in every theme', async () => {
    await editor().openFile('papers/exercise.analysis.md');
    await editor()
      .page.locator('.editor-actions .action-label[aria-label^="Open Preview to the Side"]')
      .click();
    const page = await preview();
    // A page that is still loading would keep the key that opens the palette.
    await page.locator('.pilcrow-unresolved').first().waitFor();
    await editor().page.locator('.tab[data-resource-name="exercise.analysis.md"]').first().click();
    await editor().page.locator('.editor-instance .monaco-editor.focused').waitFor();
    await inThemes(editor(), themes, async (theme) => {
      await page
        .locator(`${bodyWearing(theme)} .pilcrow-unresolved`)
        .first()
        .waitFor();
      await page.locator('.pilcrow-heading h1', { hasText: 'Exercise' }).waitFor();
      assert.deepEqual(await violations(), []);
      await picture(editor(), `preview-exercise-${theme}`);
      // The page keeps keys: the next theme is chosen from the editor.
      await editor().page.locator('.tab[data-resource-name="exercise.analysis.md"]').first().click();
      await editor().page.locator('.editor-instance .monaco-editor.focused').waitFor();
    });
  });

  it('changes with the paper', async () => {
    await editor().openFile('papers/exercise.analysis.md');
    await editor().line('This paper contains').click();
    await editor().pressChord('Control+K', 'V');
    const page = await preview();
    const wrong = page.locator('.pilcrow-unresolved', { hasText: '@readng' });
    await wrong.waitFor();
    await editor().page.keyboard.press('Control+1');
    await editor().typeAfter('the meeting [@read', 'i');
    await wrong.waitFor({ state: 'detached' });
    await page.locator('.pilcrow-citation', { hasText: 'para.\u00a020' }).waitFor();
    await editor().page.keyboard.press('Control+Z');
    await wrong.waitFor();
  });
});
