import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { useEditor } from './support.ts';

describe('from an empty window', () => {
  const editor = useEditor(
    { empty: true, installed: true, viewport: { width: 1280, height: 900 } },
    async ({ folder, page }) => {
      await mkdir(join(folder, 'groups'));
      // Until it shows, the palette knows no command of an extension.
      await page.locator('.activitybar .action-label[aria-label^="Pilcrow"]').waitFor();
    },
  );
  const place = (): string => join(editor().folder, 'groups');

  /** The commands of Pilcrow that the palette offers. */
  async function offered(): Promise<string[]> {
    const { page } = editor();
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').fill('>Pilcrow: ');
    await editor().pickRow('Pilcrow: Get Started').waitFor();
    const labels = await page.locator('.quick-input-list .monaco-list-row .label-name').allInnerTexts();
    await page.keyboard.press('Escape');
    return labels.filter((label) => label.startsWith('Pilcrow: ') && !label.includes('Focus on')).sort();
  }

  /** Answers the dialog that asks for a folder, once it has listed the one it begins with. */
  async function choosePlace(): Promise<void> {
    const dialog = editor().page.locator('.quick-input-widget:visible', { hasText: 'Make It in Here' });
    await dialog.locator('.monaco-list-row').first().waitFor();
    await dialog.locator('.quick-input-box input').fill(place());
    await dialog.locator('.monaco-button', { hasText: 'Make It in Here' }).click();
  }

  it('the palette offers ways to begin, and nothing that needs a folder', async () => {
    assert.deepEqual(await offered(), [
      'Pilcrow: Get Started',
      'Pilcrow: New Study Folder',
      'Pilcrow: Open Sample',
      'Pilcrow: Show Output',
    ]);
  });

  it('Get Started shows something at every step', async () => {
    const { page } = editor();
    await editor().runCommand('Pilcrow: Get Started');
    const steps = page.locator('.getting-started-step');
    await steps.first().waitFor();
    const shown = page.locator('.getting-started-media img:visible, .getting-started-media iframe:visible');
    for (let at = 0; at < (await steps.count()); at++) {
      await steps.nth(at).click();
      await shown.first().waitFor();
      await editor().screenshot(`get-started-${at + 1}`);
    }
    assert.equal(await steps.count(), 7);
  });

  it('New Study Folder asks before it adds to a folder that is not empty', async () => {
    const taken = join(place(), 'Taken');
    await mkdir(taken, { recursive: true });
    await writeFile(join(taken, 'README.md'), '# Ours\n');
    await editor().runCommand('Pilcrow: New Study Folder');
    await editor().answer('Taken');
    await choosePlace();
    await editor().pickRow('Choose Another Place').waitFor();
    await editor().screenshot('new-study-folder-taken');
    await editor().page.keyboard.press('Escape');
    await editor().page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    assert.ok(!existsSync(join(taken, 'pilcrow.json')));
  });

  it('New Study Folder makes a folder of that name, in which a paper with three citations is drafted by keyboard alone', async () => {
    const { page } = editor();
    await editor().runCommand('Pilcrow: New Study Folder');
    await editor().answer('Tuesday group');
    await choosePlace();
    await page.locator('.tab.active[data-resource-name="README.md"]').waitFor();
    await page.locator('.part.sidebar .title-label', { hasText: /pilcrow/i }).waitFor();
    await editor().screenshot('new-study-folder');
    assert.match(await readFile(join(place(), 'Tuesday group', 'README.md'), 'utf8'), /^# Tuesday group/);

    // The palette offers what a study folder can do.
    await editor().page.locator('.part.sidebar .monaco-list-row', { hasText: 'Mass Work' }).first().waitFor();
    const commands = await offered();
    assert.ok(commands.includes('Pilcrow: Check Study Folder'), commands.join('\n'));
    assert.ok(!commands.includes('Pilcrow: Add Note'), 'there is no source to note something on');

    const press = (...keys: string[]): Promise<void> =>
      keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
    const suggestion = (text: string | RegExp) =>
      page.locator('.suggest-widget.visible .monaco-list-row.focused', { hasText: text });
    await editor().runCommand('Pilcrow: New Paper');
    await editor().pickRow('Blank').waitFor();
    await page.keyboard.type('Blank');
    await press('Enter');
    await editor().answer('What comes first');
    await page.locator('.tab.active[data-resource-name$=".analysis.md"]').waitFor();

    await press('Control+End');
    await page.keyboard.type('They ask how to lead [@mass');
    await suggestion('masswork').waitFor();
    await press('Enter');
    await page.keyboard.type(', ¶ 8');
    await suggestion('8').waitFor();
    await press('Escape', 'End');
    await page.keyboard.type(', and what to gather ');
    for (const typed of ['12', '20']) {
      await editor().runCommand('Pilcrow: Cite');
      await page.locator('.quick-input-widget input[type="text"]').fill(typed);
      await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: `¶ ${typed}` }).waitFor();
      await press('Enter');
      await editor()
        .line(new RegExp(`¶.${typed}`))
        .waitFor();
      await press('End');
      await page.keyboard.type(typed === '12' ? ' and what to spread ' : '.');
    }
    await press('Control+s');
    await editor().runCommand('Pilcrow: Check Study Folder');
    await editor().toast('1 paper with 3 citations: no problems').waitFor();
    await editor().screenshot('first-paper');
  });
});
