import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { contrast } from '../support/contrast.ts';
import { colorsOf, markSymbols } from './inPage.mjs';
import { picture, quietWindow } from './pictures.ts';
import { inThemes, useEditor } from './support.ts';

const themes = ['light', 'dark', 'high-contrast', 'high-contrast-light'] as const;

const isLegible = ({ color, behind }: { color: string; behind: string[] }): boolean =>
  contrast(color, ...behind) >= 4.5;

describe('notes', () => {
  const editor = useEditor({ theme: 'light', installed: true, ...quietWindow }, async (opened) => {
    await opened.openFile('sources/reading-together.md');
    await opened.openContainer('Pilcrow');
    for (const view of ['Sources', 'Paper', 'Notes'])
      await opened.page.locator('.part.sidebar .pane-header', { hasText: view }).first().click();
    await opened.widenSideBar(60);
  });
  const thread = (): Locator => editor().page.locator('.review-widget:visible').last();
  const field = (): Locator => thread().locator('.comment-form .monaco-editor.focused');

  /** Says who writes, where git does not know it, until what has been written shows. */
  const giveName = async (written: Locator): Promise<void> => {
    const asked = editor().page.locator('.quick-input-widget:visible', { hasText: 'Your Name' });
    await asked.or(written).first().waitFor();
    if (await asked.isVisible()) await editor().answer('Ada Example');
    await written.waitFor();
  };

  /** Selects from the beginning of a line by keyboard alone, and writes a note on it. */
  const write = async (line: string, length: number, text: string, kind: string): Promise<void> => {
    const { keyboard } = editor().page;
    await editor().line(line).click();
    await keyboard.press('Home');
    for (let count = 0; count < length; count++) await keyboard.press('Shift+ArrowRight');
    await editor().runCommand('Pilcrow: Add Note');
    await field().waitFor();
    await keyboard.type(text);
    await thread().locator('.form-actions .monaco-button', { hasText: 'Add Note' }).waitFor();
    await keyboard.press('Control+Enter');
    await editor().pickRow(kind).waitFor();
    await editor().answer(kind);
    await giveName(thread().locator('.review-comment', { hasText: text }));
  };

  it('are written and answered by keyboard, stand in the Notes view and in a file, and say what they are in every theme', async () => {
    const { keyboard } = editor().page;
    await write('Number the paragraphs.', 22, 'Who numbers the notes of a text?', 'Question');
    await editor().treeRow('Who numbers the notes').waitFor();
    const file = join(editor().folder, 'notes', 'reading.ada-example.jsonld');
    assert.match(await readFile(file, 'utf8'), /Who numbers the notes/);
    assert.deepEqual(await editor().notifications(), []);

    await thread().locator('.review-thread-reply-button').press('Enter');
    await field().waitFor();
    await keyboard.type('They have numbers already: [@reading, n. 1].');
    await keyboard.press('Control+Enter');
    await thread().locator('.review-comment', { hasText: 'They have numbers already' }).waitFor();
    await editor().treeRow('1 answer').waitFor();

    const head = thread().locator('.head .filename', { hasText: '? Question · ¶ 3' });
    const said = thread().locator('.review-comment', { hasText: 'Who numbers' }).locator('.comment-body p');
    const line = editor().line('Number the paragraphs.');
    await inThemes(editor(), themes, async (theme) => {
      await head.waitFor();
      await picture(editor(), `notes-${theme}`);
      // Words that stand out, and a symbol behind the noted words.
      assert.ok(isLegible(await head.evaluate(colorsOf)));
      assert.ok(isLegible(await said.evaluate(colorsOf)));
      assert.deepEqual(await line.evaluate(markSymbols), ['?']);
      assert.ok(isLegible(await line.locator('[data-symbol]').evaluate(colorsOf, '::after')));
    });
  });
});
