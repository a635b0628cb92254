import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { picture, quietWindow } from './pictures.ts';
import { useEditor } from './support.ts';

describe('ten thousand notes on a hundred paragraphs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pc-notes-'));
  const words = (paragraph: number, sentence: number): string =>
    `Sentence ${sentence} of paragraph number ${paragraph}.`;
  const paragraphs = Array.from({ length: 100 }, (_, index) =>
    Array.from({ length: 100 }, (_, sentence) => words(index + 1, sentence + 1)).join(' '),
  );
  const note = (number: number): object => ({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:example:${number}`,
    type: 'Annotation',
    motivation: 'commenting',
    creator: { type: 'Person', name: 'Ada' },
    body: { type: 'TextualBody', value: `Remark ${number} of many.` },
    target: {
      source: 'urn:x-pilcrow:source:long',
      selector: { type: 'TextQuoteSelector', exact: words(Math.floor(number / 100) + 1, (number % 100) + 1) },
    },
  });
  for (const name of ['sources', 'papers', 'notes']) mkdirSync(join(folder, name));
  const text = `---\nid: long\ntitle: A Long Text\n---\n\n${paragraphs.join('\n\n')}\n`;
  writeFileSync(join(folder, 'sources', 'long.md'), text);
  const notes = Array.from({ length: 10_000 }, (_, index) => note(index));
  writeFileSync(join(folder, 'notes', 'long.jsonld'), JSON.stringify(notes));
  after(() => rmSync(folder, { recursive: true }));

  const editor = useEditor({ theme: 'light', folder, ...quietWindow });

  it('stand beside the lines that are in sight, wherever that is', async () => {
    await editor().openFile('sources/long.md');
    const { page } = editor();
    const glyphs = page.locator('.editor-instance .comment-thread');
    await glyphs.nth(3).waitFor();
    await page.locator('.editor-instance', { hasText: '100 notes' }).waitFor();
    await page.locator('.editor-instance .view-lines').click();
    await page.keyboard.press('Control+End');
    await editor().line('Sentence 100 of paragraph number 100.').waitFor();
    await page.locator('.editor-instance .margin-view-overlays .comment-thread').first().waitFor();
    await picture(editor(), 'notes-many-light');
  });

  it('are listed in stretches, and unfolded where one is clicked', async () => {
    await editor().runCommand('Pilcrow: Focus on Notes View');
    await editor().treeRow('10000 notes').waitFor();
    await editor().expand(/^¶ 1100$/);
    await editor().treeRow('Remark 1 of many.').click();
    const thread = editor().page.locator('.review-widget:visible', { hasText: 'Remark 1 of many.' });
    await thread.waitFor();
    assert.match(await thread.locator('.head').innerText(), /Remark · ¶ 1/);
  });
});
