import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { violationsIn } from './axe.ts';
import { bodyWearing, type Editor } from './editor.ts';
import { picture, quietWindow } from './pictures.ts';
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

describe('the review of an alignment', () => {
  const editor = useEditor({ theme: 'light', ...quietWindow });
  let page: Frame;
  const focused = (): ReturnType<Frame['locator']> => page.locator('.passages:focus');

  it('is done by keys alone, and what is confirmed stands in the file', async () => {
    const { folder } = editor();
    await mkdir(join(folder, 'alignments'), { recursive: true });
    await writeFile(
      join(folder, 'sources', 'lamps.md'),
      front('lamps', 'language: en') + english.join('\n\n'),
    );
    await writeFile(
      join(folder, 'sources', 'lampes.md'),
      front('lampes', 'language: fr\ntranslation-of: lamps') + french.join('\n\n'),
    );
    await editor().openFile('sources/lampes.md');
    await editor().runCommand('Pilcrow: Align Translation');
    page = await pageOf(editor());
    await page.locator('#show-whole').click();
    await page.locator('.passages[data-at="0"][data-side="base"]').click();
    await focused().waitFor();
    const { keyboard } = editor().page;
    await keyboard.press('Home');
    await keyboard.press('Enter');
    await editor().answer('Anna');
    const confirmed = page.locator('.row.confirmed .state', { hasText: 'Anna' });
    await confirmed.first().waitFor();
    await page.locator('.passages[tabindex="0"]').focus();
    await keyboard.press('Enter');
    await confirmed.nth(1).waitFor();
    const file = join(folder, 'alignments', 'lamps.lampes.json');
    await inThemes(editor(), ['light', 'dark', 'high-contrast', 'high-contrast-light'], async (theme) => {
      await page.locator(bodyWearing(theme)).waitFor();
      assert.deepEqual(await violationsIn(page), []);
      await picture(editor(), `alignment-${theme}`);
    });
    assert.match(await readFile(file, 'utf8'), /"confirmed","by":"Anna"/);
  });

  it('moves borders, joins and parts', async () => {
    await page.locator('.passages[data-at="0"][data-side="text"]').click();
    await focused().waitFor();
    const rows = page.locator('.row:not(.heads)');
    const count = await rows.count();
    await editor().page.keyboard.press('j');
    await page.locator('.row.changed').first().waitFor();
    assert.equal(await rows.count(), count - 1);
    await editor().page.keyboard.press('p');
    await page.locator('.row.changed').nth(1).waitFor();
    await editor().page.keyboard.press('Alt+ArrowUp');
    await page.locator('.nothing').first().waitFor();
    await picture(editor(), 'alignment-changed');
  });
});
