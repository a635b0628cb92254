import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { picture, quietWindow } from './pictures.ts';
import { useEditor } from './support.ts';

const bread = 'On Bread\n\nFlour and water make a dough.\n\nIt wants a day of rest.\n';

describe('messages', () => {
  const editor = useEditor({ installed: true, ...quietWindow }, async ({ folder }) => {
    await writeFile(join(folder, 'bread.txt'), bread);
    await writeFile(join(folder, 'nothing.txt'), '\n');
    const text = await readFile(join(folder, 'sources', 'reading-together.md'), 'utf8');
    const second = text.replace('id: reading\n', 'id: second\nprinting-of: reading\n');
    await writeFile(join(folder, 'sources', 'second.md'), second);
  });

  const importActive = async (file: string): Promise<void> => {
    await editor().openFile(file);
    await editor().runCommand('Pilcrow: Import Source');
    await editor().pickRow('From the Active Editor').click();
  };

  it('say what an import has made', async () => {
    await importActive('bread.txt');
    for (const step of [1, 2, 3]) {
      const title = editor().page.locator('.quick-input-titlebar', { hasText: `(${String(step)}/3)` });
      await title.waitFor();
      await editor().page.keyboard.press('Enter');
    }
    const asked = editor().pickRow('Accept All Suggestions');
    const said = editor().toast('bread');
    await asked.or(said).first().waitFor();
    if (await asked.isVisible()) await asked.click();
    await said.filter({ has: editor().page.locator('.codicon-info') }).waitFor();
    await picture(editor(), 'message-import');
  });

  it('say why something is refused', async () => {
    await importActive('nothing.txt');
    const said = editor().toast('no text');
    await said.filter({ has: editor().page.locator('.codicon-warning') }).waitFor();
    await picture(editor(), 'message-refusal');
  });

  it('say that something is wrong, and do not close the Problems view when it is asked for again', async () => {
    await editor().runCommand('Pilcrow: Check Study Folder');
    const said = editor().toast(/\d+ errors/);
    await said.filter({ has: editor().page.locator('.codicon-error') }).waitFor();
    await editor().page.locator('.part.panel', { hasText: 'Did you mean @reading?' }).waitFor();
    await picture(editor(), 'message-error');

    const tab = editor().page.locator('.part.panel .action-item.checked', { hasText: 'Problems' });
    await tab.waitFor();
    // At the beginning of a row: further right stand the links to the pages of checks.
    await editor()
      .page.locator('.part.panel .monaco-list')
      .first()
      .click({ position: { x: 90, y: 11 } });
    await editor().runCommand('Notifications: Clear All Notifications');
    await editor()
      .toast(/\d+ errors/)
      .waitFor({ state: 'detached' });
    await editor().runCommand('Pilcrow: Check Study Folder');
    await editor()
      .toast(/\d+ errors/)
      .waitFor();
    assert.ok(await tab.isVisible());
  });

  it('say what to do with the boxes of citations that can be moved, and that none was ticked', async () => {
    const { page } = editor();
    await editor().runCommand('Pilcrow: Move Citations to Another Printing');
    await editor().pickRow('@reading').click();
    await editor().pickRow('@second').click();
    await editor().toast('Tick what is to be moved').waitFor();
    await picture(editor(), 'message-moving');
    await page.locator('.part.panel .monaco-button', { hasText: 'Apply' }).click();
    await editor().toast('none was ticked').waitFor();
  });
});
