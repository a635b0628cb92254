import assert from 'node:assert/strict';
import { standsStill } from './inPage.mjs';
import { picture, quietWindow } from './pictures.ts';
import { useEditor } from './support.ts';

const paper = 'papers/exercise.analysis.md';

for (const theme of ['dark', 'high-contrast-light'] as const) {
  describe(`findings in the ${theme} theme`, () => {
    const editor = useEditor({ theme, ...quietWindow });

    before(async () => {
      await editor().openFile(paper);
      await editor().squiggles('error').first().waitFor();
    });

    it('underline the words at fault, and show both sentences on hover', async () => {
      await editor().page.keyboard.press('Control+G');
      await editor().answer(':52');
      await editor().statusBarItem('Ln 52').waitFor();
      await editor().line('is agreement').evaluate(standsStill);
      const hover = await editor().hover('is agreement');
      assert.match(hover, /In the paper/);
      await picture(editor(), `finding-hover-${theme}`);
    });

    it('say the number first in Problems', async () => {
      await editor().page.keyboard.press('Escape');
      await editor().runCommand('View: Focus Problems');
      await editor()
        .page.locator('.part.panel .monaco-list-row', { hasText: /¶ 102: @masswork has ¶ 1–82/ })
        .first()
        .waitFor();
      await picture(editor(), `finding-problems-${theme}`);
    });
  });
}
