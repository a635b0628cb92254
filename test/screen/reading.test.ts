import assert from 'node:assert/strict';
import { picture, quietWindow } from './pictures.ts';
import { inThemes, plainLines, useEditor } from './support.ts';

const themes = ['light', 'dark'] as const;

describe('a paper and its sources', () => {
  const editor = useEditor({ theme: 'light', ...quietWindow }, async (opened) => {
    await opened.openFile('papers/first-reading.analysis.md');
    await opened.openContainer('Pilcrow');
    await opened.treeRow('@reading, ¶ 4').waitFor();
    await opened.widenSideBar(90);
  });

  it('stand side by side in the sidebar, down to the paragraphs', async () => {
    await editor().expand('Reading Together');
    await editor().expand('(2) At the table');
    await editor().expand('(ii) The fair restatement');
    await editor().treeRow('Two signs').waitFor();
    await editor()
      .statusBarItem(/¶ \d+ citations/)
      .waitFor();
    await inThemes(editor(), themes, async (theme) => {
      await picture(editor(), `sidebar-${theme}`);
    });
  });

  it('show the passage behind a citation', async () => {
    await inThemes(editor(), themes, async (theme) => {
      const hover = await editor().hover('[@reading, ¶ 4]');
      assert.match(hover, /¶ 4/);
      assert.match(hover, /Choose one person to prepare/);
      await picture(editor(), `hover-${theme}`);
    });
  });

  it('explain a term', async () => {
    await inThemes(editor(), themes, async (theme) => {
      assert.match(await editor().hover('fair restatement'), /Defined at ¶ 12 of Reading Together/);
      await picture(editor(), `term-${theme}`);
    });
  });

  it('show what is wrong, in its place and in the sidebar', async () => {
    await editor().page.keyboard.press('Escape');
    await editor().openFile('papers/exercise.analysis.md');
    await editor().squiggles('error').first().waitFor();
    await editor().treeRow('@readng').waitFor();
    await editor()
      .statusBarItem(/\d problems/)
      .click();
    await editor().page.locator('.part.panel', { hasText: 'Did you mean @reading?' }).waitFor();
    await inThemes(editor(), themes, async (theme) => {
      await picture(editor(), `problems-${theme}`);
    });
  });
});

describe('the sidebar', () => {
  const editor = useEditor({ settings: plainLines }, async (opened) => {
    await opened.openFile('papers/exercise.analysis.md');
    await opened.openContainer('Pilcrow');
    await opened.treeRow('@readng').waitFor();
  });

  it('shows only the problems of a paper where asked to, and all again', async () => {
    // Rows that are out of sight are not drawn: the Paper view gets the room of the sources.
    const sources = editor().page.locator('.part.sidebar .pane-header', { hasText: 'Sources' });
    await sources.click();
    const right = editor().treeRow('@reading, ¶ 17');
    await right.waitFor();
    await editor().runCommand('Pilcrow: Show Only Problems of the Paper');
    await right.waitFor({ state: 'detached' });
    await editor().runCommand('Pilcrow: Show the Whole Paper');
    await right.waitFor();
    await sources.click();
  });

  it('takes a mended citation off its list of problems', async () => {
    const wrong = editor().treeRow(/@masswork, ¶ 102.*has ¶ 1–82/);
    await wrong.waitFor();
    await editor().typeAfter('@masswork, ¶ 10', 'X');
    await editor().page.keyboard.press('Control+Z');
    await editor().typeAfter('@masswork, ¶ 1', ' ');
    await wrong.waitFor({ state: 'detached' });
    await editor().page.keyboard.press('Control+Z');
    await wrong.waitFor();
  });

  it('gives a paragraph to a paper that it is dragged to', async () => {
    await editor().expand('Reading Together');
    const dropped = editor().line('[@reading, ¶ 2]');
    await editor().drag(editor().treeRow('¶ 2'), 'people who missed');
    await dropped.waitFor();
    // The views have taken it in: a button pressed while they are drawn anew would have lost its row.
    await editor()
      .treeRow(/@reading, ¶ 2/)
      .waitFor();
    await editor()
      .treeRow(/¶ 2.*cited 1×/)
      .waitFor();
  });

  it('cites a paragraph at its button', async () => {
    await editor().expand('Reading Together');
    await editor().line('should be readable by people who').click();
    await editor().page.keyboard.press('End');
    const row = editor().treeRow('¶ 1 ');
    await row.hover();
    await row.locator('.action-label[aria-label^="Cite"]').click();
    await editor().line('[@reading, ¶ 1]').waitFor();
  });

  it('finds a passage by its words', async () => {
    await editor().runCommand('Pilcrow: Go to Passage');
    await editor().page.locator('.quick-input-widget:visible input').fill('sillier signs');
    await editor().pickRow('¶ 13').click();
    await editor().line('Two signs show').waitFor();
    await editor().page.locator('.tab.active[data-resource-name="reading-together.md"]').waitFor();
  });
});
