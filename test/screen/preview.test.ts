import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { picture, quietWindow } from './pictures.ts';
import { useEditor } from './support.ts';

describe('the preview of a paper', () => {
  const editor = useEditor({ theme: 'light', ...quietWindow });

  const preview = (): FrameLocator =>
    editor().page.locator('iframe.webview.ready').last().contentFrame().frameLocator('#active-frame');

  afterEach(() => editor().runCommand('View: Close All Editors'));

  it('opens beside the paper at its key, with citations a reader understands', async () => {
    await editor().runCommand('View: Toggle Primary Side Bar Visibility');
    await editor().openFile('papers/first-reading.analysis.md');
    // Only when the server has answered is there anything to show.
    await editor()
      .statusBarItem(/¶ \d+ citations/)
      .waitFor();
    await editor().line('Both of our texts').click();
    await editor().pressChord('Control+K', 'V');
    const citation = preview().locator('.pilcrow-citation').first();
    await citation.waitFor();
    assert.match((await citation.getAttribute('title')) ?? '', /^¶\u00a04: Choose one person/);
    assert.match(await citation.innerText(), /^\(.*, ¶\u00a04\)$/);
    const works = preview().locator('.pilcrow-works li');
    await works.first().waitFor();
    assert.equal(await works.count(), 2);
    await picture(editor(), 'preview-light');
  });

  it('opens at its button, and marks what leads nowhere', async () => {
    await editor().openFile('papers/exercise.analysis.md');
    await editor()
      .page.locator('.editor-actions .action-label[aria-label^="Open Preview to the Side"]')
      .click();
    const wrong = preview().locator('.pilcrow-unresolved').first();
    await wrong.waitFor();
    assert.match((await wrong.getAttribute('title')) ?? '', /^This citation leads nowhere/);
    await picture(editor(), 'preview-unresolved');
  });

  it('changes with the paper', async () => {
    await editor().openFile('papers/exercise.analysis.md');
    await editor().line('This paper contains').click();
    await editor().pressChord('Control+K', 'V');
    const wrong = preview().locator('.pilcrow-unresolved', { hasText: '@readng' });
    await wrong.waitFor();
    await editor().page.keyboard.press('Control+1');
    await editor().typeAfter('the meeting [@read', 'i');
    await wrong.waitFor({ state: 'detached' });
    await preview().locator('.pilcrow-citation', { hasText: '¶\u00a020' }).waitFor();
    await editor().page.keyboard.press('Control+Z');
    await wrong.waitFor();
  });
});
