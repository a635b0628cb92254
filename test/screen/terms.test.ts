import { picture, quietWindow } from './pictures.ts';
import { inThemes, useEditor } from './support.ts';

describe('terms', () => {
  const editor = useEditor({ theme: 'light', ...quietWindow }, async (opened) => {
    await opened.openFile('papers/first-reading.analysis.md');
    await opened.openContainer('Pilcrow');
    await opened.treeRow('@reading, ¶ 4').waitFor();
    await opened.widenSideBar(90);
  });

  it('stand in the sidebar with their uses in context', async () => {
    for (const view of ['Sources', 'Paper', 'Terms'])
      await editor().page.locator('.part.sidebar .pane-header', { hasText: view }).first().click();
    await editor().expand('fair restatement');
    await editor().treeRow('first-reading.analysis.md').waitFor();
    await inThemes(editor(), ['light', 'dark'], async (theme) => {
      await picture(editor(), `terms-${theme}`);
    });
  });
});
