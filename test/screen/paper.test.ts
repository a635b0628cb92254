import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import type { Editor } from './editor.ts';
import { picture } from './pictures.ts';
import { plainLines, useEditor } from './support.ts';

/** High enough for a whole paper, because VS Code does not draw what is scrolled away. */
const tall = { width: 1280, height: 1500 };

async function openExercise(editor: Editor): Promise<void> {
  await editor.openFile('papers/exercise.analysis.md');
  await editor.openContainer('Pilcrow');
  await editor.treeRow('@readng').waitFor();
}

describe('the Paper view', () => {
  const editor = useEditor({ viewport: tall }, openExercise);
  const selected = (text: string): Locator =>
    editor().page.locator('.part.sidebar .monaco-list-row.selected', { hasText: text });
  const keyboardIn = (part: string): Locator => editor().page.locator(`${part} :focus`);

  it('follows the cursor and leaves the keyboard in the paper', async () => {
    await editor().line('Whoever wants to teach').click();
    await editor().page.keyboard.press('End');
    await editor().page.keyboard.press('ArrowLeft');
    await editor().page.keyboard.press('ArrowLeft');
    await selected('@masswork, ¶ 102').waitFor();
    await keyboardIn('.part.editor').waitFor({ state: 'attached' });
    await editor().page.keyboard.type('x');
    await editor().line('¶ 102x]').waitFor();
    await editor().page.keyboard.press('Control+Z');
  });

  it('needs nothing but the keyboard', async () => {
    await editor().runCommand('Pilcrow: Focus on Paper View');
    await keyboardIn('.part.sidebar').waitFor({ state: 'attached' });
    await editor().page.keyboard.press('Home');
    await editor().page.keyboard.press('Enter');
    await selected('@readng').waitFor();
    const status = editor().statusBarItem(/Ln \d+, Col/);
    await status.filter({ hasText: 'selected' }).waitFor();
    assert.match(await status.innerText(), /Ln 13\b/);
  });

  it('groups by source, shows problems alone, and follows there too', async () => {
    await editor().runCommand('Pilcrow: Group the Paper by Source');
    const group = editor().page.locator('.part.sidebar [aria-label^="Reading Together,"][aria-label*="row"]');
    await group.first().waitFor();
    await editor().line('A restatement that is fair').click();
    await editor().page.keyboard.press('End');
    await editor().page.keyboard.press('ArrowLeft');
    await editor().page.keyboard.press('ArrowLeft');
    await selected('“par. 12”').waitFor();
    await editor().runCommand('Pilcrow: Show Only Problems of the Paper');
    await editor().treeRow('@reading, ¶ 17').waitFor({ state: 'detached' });
    await editor().runCommand('Pilcrow: Show the Whole Paper');
    await editor().treeRow('@reading, ¶ 17').waitFor();
    await editor().runCommand('Pilcrow: Show the Paper in Reading Order');
    await group.first().waitFor({ state: 'detached' });
  });
});

describe('writing a paper', () => {
  const editor = useEditor({ viewport: tall, settings: plainLines }, openExercise);
  const widget = (): Locator => editor().page.locator('.quick-input-widget:visible input');

  it('takes a section dragged into it', async () => {
    await editor().expand('Reading Together');
    await editor().drag(editor().treeRow('(2) At the table'), 'people who missed');
    await editor().line('[@reading, sec. 2]').waitFor();
  });

  it('cites a passage found by words, goes on with a range that is typed, and cites the row that the keyboard stands on', async () => {
    await editor().line('The author is blunt').click();
    await editor().page.keyboard.press('End');
    await editor().runCommand('Pilcrow: Cite');
    await widget().fill('member puts the passage');
    await editor().pickRow('¶ 12').waitFor();
    await editor().page.keyboard.press('Enter');
    await editor().line('blunt about it: [@reading, ¶ 12]').waitFor();
    // The cursor is put after a citation when that is written.
    await editor().statusBarItem('Ln 49, Col 47').waitFor();

    await editor().line('The author is blunt').click();
    await editor().page.keyboard.press('End');
    await editor().page.keyboard.press('ArrowLeft');
    await editor().runCommand('Pilcrow: Cite');
    await widget().fill('3-5');
    await editor().pickRow('¶¶ 3–5').waitFor();
    await picture(editor(), 'cite-range');
    await editor().page.keyboard.press('Enter');
    await editor().line('blunt about it: [@reading, ¶¶ 3-5, 12]').waitFor();
    await editor().runCommand('Pilcrow: Cite');
    await widget().fill('passage about it');
    await editor().pickRow('¶').waitFor();
    await picture(editor(), 'cite-words');
    await editor().page.keyboard.press('Escape');

    await editor().expand('Reading Together');
    await editor().line('The author is blunt').click();
    await editor().page.keyboard.press('End');
    await editor().treeRow('(2) At the table').click();
    await editor().page.keyboard.press('ArrowUp');
    await editor().page.keyboard.press('ArrowDown');
    await editor().pressChord('Control+K', 'Shift+C');
    await editor().line('12] [@reading, sec. 2').waitFor();
  });

  it('takes what was copied in a source as a quotation, and offers the plain words', async () => {
    const { keyboard } = editor().page;
    const words = 'Number the paragraphs.';
    await editor().openFile('sources/reading-together.md');
    await editor().line(words).click();
    await keyboard.press('Home');
    for (const _character of words) await keyboard.press('Shift+ArrowRight');
    await keyboard.press('Control+C');
    await editor().openFile('papers/exercise.analysis.md');
    await editor().line('Compare it with the passage').click();
    await keyboard.press('Control+Home');
    await keyboard.press('Control+End');
    await keyboard.press('Enter');
    await keyboard.press('Control+V');
    const quoted = editor().line(`“${words}” [@reading, ¶ 3]`);
    await quoted.waitFor();
    await editor().page.locator('.post-edit-widget').waitFor();
    await keyboard.press('Control+.');
    const plain = editor().page.locator('.action-widget .monaco-list-row', { hasText: 'Insert Plain Text' });
    await plain.waitFor();
    await picture(editor(), 'paste-widget');
    await plain.click();
    await quoted.waitFor({ state: 'hidden' });
    await editor().line(words).waitFor();
  });
});
