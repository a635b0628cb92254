import assert from 'node:assert/strict';
import { keepWelcomes, keptWelcomes } from './inPage.mjs';
import { picture, quietWindow } from './pictures.ts';
import { inThemes, useEditor } from './support.ts';

describe('the sidebar, from when it is opened first', () => {
  const editor = useEditor({ theme: 'light', ...quietWindow });

  it('has room for the sources and for the paper, and for no more views than that', async () => {
    await editor().openFile('papers/first-reading.analysis.md');
    const sideBar = await editor().openContainer('Pilcrow');
    await editor().treeRow('@reading, ¶ 4').waitFor();
    const open = sideBar.locator('.pane-header[aria-expanded="true"]');
    assert.deepEqual(
      (await open.locator('.title').allInnerTexts()).map((title) => title.trim()),
      ['Sources', 'Paper'],
    );
    const heights = await Promise.all(
      ['Sources', 'Paper'].map(async (title) => {
        const pane = sideBar.locator('.pane', {
          has: editor().page.locator('.pane-header', { hasText: title }),
        });
        return (await pane.boundingBox())?.height ?? 0;
      }),
    );
    const [sources = 0, paper = 0] = heights;
    assert.ok(sources > 200 && paper > sources, heights.join(', '));
    await picture(editor(), 'sidebar-first-light');
  });

  it('does not ask for a text or a paper while it is being filled', async () => {
    const { page } = editor();
    await editor().openFile('papers/first-reading.analysis.md');
    await editor().openContainer('Pilcrow');
    await page.addInitScript(keepWelcomes);
    await page.reload();
    await editor().treeRow('Reading Together').waitFor();
    assert.deepEqual(await page.evaluate(keptWelcomes), []);
  });

  it('shows terms with their uses in context', async () => {
    await editor().openFile('papers/first-reading.analysis.md');
    await editor().openContainer('Pilcrow');
    await editor().treeRow('@reading, ¶ 4').waitFor();
    await editor().widenSideBar(90);
    for (const view of ['Sources', 'Paper', 'Terms'])
      await editor().page.locator('.part.sidebar .pane-header', { hasText: view }).first().click();
    await editor().expand('fair restatement');
    await editor().treeRow('first-reading.analysis.md').waitFor();
    await inThemes(editor(), ['light', 'dark'], async (theme) => {
      await picture(editor(), `terms-${theme}`);
    });
  });
});
