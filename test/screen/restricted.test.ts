import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { picture, quietWindow } from './pictures.ts';
import { useEditor } from './support.ts';

describe('a folder that nobody trusts yet', () => {
  const editor = useEditor({ installed: true, trusted: false, ...quietWindow }, ({ folder }) =>
    writeFile(join(folder, 'control.txt'), 'Any text: ¶ 12, “é”.\n'),
  );

  it('is read in Restricted Mode, and VS Code asks about it where it always does', async () => {
    await editor().openFile('papers/first-reading.analysis.md');
    await editor().statusBarItem('Restricted Mode').waitFor();
    await editor().page.locator('.part.banner', { hasText: 'Restricted Mode' }).waitFor();
  });

  it('has its citations checked and explained', async () => {
    await editor().openFile('papers/exercise.analysis.md');
    await editor().squiggles('error').first().waitFor();
    assert.match(await editor().hover('@masswork, ¶ 102'), /82/);
  });

  it('has no boxes round ¶, quotation marks and accents in papers, sources and glossary', async () => {
    const { page } = editor();
    const files = ['papers/first-reading.analysis.md', 'sources/reading-together.md', 'glossary.md'];
    for (const file of files) {
      await editor().openFile(file);
      await editor().line(/[¶“’]/).waitFor();
      await page.keyboard.press('Control+\\');
      await editor().openFile('control.txt');
      const groups = page.locator('.editor-group-container');
      // Here VS Code draws them: by now it would have drawn those of the file that was opened before, too.
      await groups.nth(1).locator('.unicode-highlight').first().waitFor();
      assert.equal(await groups.nth(0).locator('.unicode-highlight').count(), 0, file);
      await picture(editor(), `restricted-${file.replaceAll(/\W+/g, '-')}`);
      await editor().runCommand('View: Close All Editors in Group');
      await groups.nth(1).waitFor({ state: 'detached' });
    }
  });
});
