import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import { useEditor } from './support.ts';

for (const theme of ['light', 'dark'] as const) {
  describe(`the window in the ${theme} theme`, () => {
    const editor = useEditor({ theme });

    it('opens a file of the study folder', async () => {
      await editor().openFile('sources/reading-together.md');
      await editor().statusBarItem('Markdown').waitFor();
    });

    it('wears the theme that was asked for', async () => {
      const workbench = editor().page.locator('.monaco-workbench');
      assert.match(
        (await workbench.getAttribute('class')) ?? '',
        theme === 'dark' ? /\bvs-dark\b/ : /\bvs\b/,
      );
    });

    it('is pictured', async () => {
      assert.ok((await stat(await editor().screenshot(`window-${theme}`))).size > 10_000);
    });
  });
}
