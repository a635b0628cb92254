import { picture, quietWindow } from './pictures.ts';
import { useEditor } from './support.ts';

for (const theme of ['light', 'dark'] as const) {
  describe(`terms in the ${theme} theme`, () => {
    const editor = useEditor({ theme, ...quietWindow });

    before(async () => {
      await editor().openFile('papers/first-reading.analysis.md');
      await editor().openContainer('Pilcrow');
      await editor().treeRow('@reading, ¶ 4').waitFor();
      await editor().widenSideBar(90);
    });

    it('stand in the sidebar with their uses in context', async () => {
      for (const view of ['Sources', 'Paper', 'Terms'])
        await editor().page.locator('.part.sidebar .pane-header', { hasText: view }).first().click();
      await editor().expand('fair restatement');
      await editor().treeRow('first-reading.analysis.md').waitFor();
      await picture(editor(), `terms-${theme}`);
    });
  });
}
