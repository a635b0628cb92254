import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { violationsIn } from './axe.ts';
import { bodyWearing, type Editor } from './editor.ts';
import { isOnTop } from './inPage.mjs';
import { picture, quietWindow } from './pictures.ts';
import { showsSoon } from './showsSoon.ts';
import { inThemes, useEditor } from './support.ts';

const front = (key: string, more: string): string => `---\nid: ${key}\ntitle: ${key}\n${more}\n---\n\n`;
const english = [
  'In 1871 Anselm Vogt lit 3 lamps in the window of the house, as he had promised his sister.',
  'He waited in the dark until the last of them had burned down, and did not speak.',
  'Nobody came along the road that night.',
  'In the morning Vogt put the lamps away.',
];
const french = [
  'En 1871 Anselm Vogt alluma 3 lampes à la fenêtre de la maison, comme il l’avait promis à sa sœur.',
  'Il attendit dans le noir. Il ne parla pas.',
  'La dernière brûla jusqu’au bout.',
  'Au matin Vogt rangea les lampes.',
];

async function pageOf(editor: Editor): Promise<Frame> {
  const outer = await editor.webview('editor');
  await outer.frameLocator('#active-frame').locator('body[data-state="review"]').waitFor();
  const frame = await (await outer.locator('#active-frame').elementHandle()).contentFrame();
  if (!frame) throw new Error('The page has no frame.');
  return frame;
}

/** Puts two texts into the study folder, aligns them, and shows the whole of both. */
async function alignTwoTexts(editor: Editor): Promise<void> {
  const write = (key: string, more: string, paragraphs: readonly string[]): Promise<void> =>
    writeFile(join(editor.folder, 'sources', `${key}.md`), front(key, more) + paragraphs.join('\n\n'));
  await write('lamps', 'language: en', english);
  await write('lampes', 'language: fr\ntranslation-of: lamps', french);
  await editor.openFile('sources/lampes.md');
  await editor.runCommand('Pilcrow: Align Translation');
  await (await pageOf(editor)).locator('#show-whole').click();
}

describe('the review of an alignment', () => {
  const editor = useEditor({ theme: 'light', ...quietWindow }, alignTwoTexts);

  it('moves borders, joins and parts, and goes back', async () => {
    const page = await pageOf(editor());
    const { keyboard } = editor().page;
    await page.locator('.passages[data-at="0"][data-side="text"]').click();
    await page.locator('.passages:focus').waitFor();
    const rows = page.locator('.row:not(.heads)');
    const count = await rows.count();
    await keyboard.press('j');
    await page.locator('.row.changed').first().waitFor();
    assert.equal(await rows.count(), count - 1);
    await keyboard.press('p');
    await page.locator('.row.changed').nth(1).waitFor();
    await keyboard.press('Alt+ArrowUp');
    await page.locator('.nothing').first().waitFor();
    await picture(editor(), 'alignment-changed');
    await keyboard.press('Control+z');
    await page.locator('.row.changed').first().waitFor({ state: 'detached' });
    assert.equal(await rows.count(), count);
  });

  it('fits a window at twice its size in the colours of the system, and covers nothing that has the focus', async () => {
    const page = await pageOf(editor());
    // What a window 1280 pixels wide has room for at 200 %.
    await editor().page.setViewportSize({ width: 640, height: 550 });
    await editor().page.emulateMedia({ forcedColors: 'active' });
    assert.equal(
      await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
      0,
    );
    assert.deepEqual(await violationsIn(page), []);
    await page.locator('.passages[data-at="3"][data-side="text"]').click();
    for (const at of ['2', '1', '0']) {
      await editor().page.keyboard.press('ArrowUp');
      const cell = page.locator(`.passages:focus[data-at="${at}"]`);
      await cell.waitFor();
      assert.ok(await cell.evaluate(isOnTop), at);
    }
    await picture(editor(), 'alignment-forced-colors');
    await editor().page.emulateMedia({ forcedColors: 'none' });
    await editor().page.setViewportSize(quietWindow.viewport);
  });

  it('is done by keys alone, and what is confirmed stands in the file', async () => {
    const page = await pageOf(editor());
    const { keyboard } = editor().page;
    const focused = page.locator('.passages[tabindex="0"]');
    await page.locator('.passages[data-at="0"][data-side="base"]').click();
    await focused.focus();
    await keyboard.press('Enter');
    await editor().answer('Anna');
    const confirmed = page.locator('.row.confirmed .state', { hasText: 'Anna' });
    await confirmed.first().waitFor();
    await page.locator('.passages:focus').waitFor();
    await keyboard.press('Enter');
    await confirmed.nth(1).waitFor();
    await inThemes(editor(), ['light', 'dark', 'high-contrast', 'high-contrast-light'], async (theme) => {
      await page.locator(bodyWearing(theme)).waitFor();
      assert.deepEqual(await violationsIn(page), []);
      await picture(editor(), `alignment-${theme}`);
    });
    const file = join(editor().folder, 'alignments', 'lamps.lampes.json');
    assert.match(await readFile(file, 'utf8'), /"confirmed","by":"Anna"/);
  });

  it('is followed in the texts themselves, side by side', async () => {
    await editor().openFile('sources/lamps.md');
    await editor().putCursor('In 1871', /Ln 7,/);
    await editor().runCommand('Pilcrow: Open Side by Side');
    const other = editor().page.locator('.editor-group-container:not(.active)', { hasText: 'En 1871' });
    const marked = other.locator('.view-overlays [class*="ced-"]').first();
    await inThemes(editor(), ['light', 'dark', 'high-contrast'], async (theme) => {
      await marked.waitFor();
      await picture(editor(), `side-by-side-${theme}`);
    });
  });

  it('says, to screen readers as well, what the other text leaves out', async () => {
    const said = editor().page.locator('.part.statusbar [role="alert"]', { hasText: 'Left out in' });
    const file = join(editor().folder, 'alignments', 'lamps.lampes.json');
    await editor().openFile('sources/lamps.md');
    await editor().putCursor('In 1871', /Ln 7,/);
    await editor().runCommand('Pilcrow: Open Side by Side');
    const written = JSON.parse(await readFile(file, 'utf8')) as { groups: { base: [number, string][] }[] };
    const groups = written.groups.map((group) =>
      group.base[0]?.[0] === 3 ? { base: group.base, text: [], state: 'confirmed' } : group,
    );
    await writeFile(file, JSON.stringify({ ...written, groups }));
    // The file is read again some time after it is written; who follows the texts moves the cursor anyway.
    for (let tries = 0; tries < 10 && !(await said.isVisible()); tries++) {
      await editor().putCursor('In 1871', /Ln 7,/);
      await editor().putCursor('Nobody came', /Ln 11,/);
      await showsSoon(said);
    }
    await said.waitFor();
    await editor().putCursor('In 1871', /Ln 7,/);
    await said.waitFor({ state: 'detached' });
  });
});
