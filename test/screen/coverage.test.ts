import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CoveragePage } from './coveragePage.ts';
import { picture, quietWindow } from './pictures.ts';
import { inThemes, useEditor } from './support.ts';

const themes = ['light', 'dark', 'high-contrast', 'high-contrast-light'] as const;

describe('coverage', () => {
  const editor = useEditor({ theme: 'light', ...quietWindow });

  /** Axe finds no fault with the page in any theme. `show` puts in sight what is to be pictured. */
  const assertFaultless = (page: CoveragePage, name: string, show: () => Promise<unknown>): Promise<void> =>
    inThemes(editor(), themes, async (theme) => {
      await page.wears(theme);
      await show();
      assert.deepEqual(await page.violations(), []);
      await picture(editor(), `${name}-${theme}`);
    });

  const show = async (file: string): Promise<CoveragePage> => {
    await editor().openFile(file);
    await editor().runCommand('Pilcrow: Show Coverage');
    return CoveragePage.in(editor());
  };
  beforeEach(() => editor().closeEditors());

  it('is a picture and a table that axe finds no fault with', async () => {
    await editor().openFile('sources/reading-together.md');
    await editor().runCommand('Pilcrow: Show Coverage');
    const page = await CoveragePage.in(editor());
    await assertFaultless(page, 'coverage', async () => {
      await page.cell('¶ 4').hover();
      await page.locator('#details', { hasText: '¶ 4' }).waitFor();
    });
    await page.locator('#show-table').click();
    const row = page.locator('tbody tr').first();
    await assertFaultless(page, 'coverage-table', () => row.waitFor());
  });

  it('shows every paragraph of the essay by its gist, and what each was said of', async () => {
    await editor().wear('dark');
    const page = await show('papers/questions.analysis.md');
    assert.equal(await page.cells.count(), 85);
    await page.cell('¶ 54').hover();
    const details = await page.locator('#details').innerText();
    assert.match(details, /^¶ 54 \(2\) /);
    assert.match(
      details,
      /cited twice in 1 paper, 1 of them with its whole section\s+Papers: Questions for the third evening/,
    );
    await page.cell('¶ 8').hover();
    await picture(editor(), 'coverage-essay-dark');
  });

  it('stands in the sidebar too', async () => {
    await editor().openFile('sources/reading-together.md');
    await editor().runCommand('Pilcrow: Focus on Coverage View');
    const page = await CoveragePage.in(editor(), 'sidebar');
    assert.ok((await page.cells.count()) > 1);
    assert.deepEqual(await page.violations(), []);
    await editor().wear('dark');
    await page.wears('dark');
    await picture(editor(), 'coverage-sidebar-dark');
    await page.cell('¶ 2').click();
    // The key that opens the palette would be lost while the focus goes from the page to the passage.
    await editor().page.locator('.editor-instance .monaco-editor.focused').waitFor();
    await editor().runCommand('Pilcrow: Focus on Sources View');
  });

  it('goes from cell to cell by keys, to a number that is typed, and to the passage', async () => {
    const page = await show('sources/reading-together.md');
    const { keyboard } = editor().page;
    const at = async (label: string): Promise<void> => {
      await page.locator(`#picture .cell:focus[aria-label^="${label},"]`).waitFor();
    };
    await page.cells.first().focus();
    await keyboard.press('ArrowRight');
    await at('¶ 2');
    await keyboard.press('ArrowRight');
    await at('¶ 3');
    await keyboard.press('End');
    await at('¶ 7');
    await keyboard.press('ArrowUp');
    await at('¶ 2');
    await keyboard.press('PageDown');
    await at('¶ 3');
    await keyboard.press('Control+End');
    await at('n. 2');
    await keyboard.press('Home');
    await at('n. 1');
    await keyboard.type('14');
    await at('¶ 14');
    assert.equal(await page.locator('#jump').innerText(), 'Paragraph 14');
    // One cell alone can be reached by Tab.
    assert.equal(await page.locator('#picture .cell[tabindex="0"]').count(), 1);
    await keyboard.press('Enter');
    await editor().page.locator('.editor-group-container').nth(1).locator('.view-line').first().waitFor();
    await editor().line('Only in the third round').waitFor();
  });

  it('counts what it is asked for', async () => {
    const page = await show('sources/reading-together.md');
    const total = page.locator('#totals');
    const before = await total.innerText();
    await page.locator('select[name="author"]').selectOption('Ines Marchetti');
    await page.locator('#totals', { hasNotText: before }).waitFor();
    assert.match(await total.innerText(), /^4 of 21 /);
    await page.locator('input[name="until"]').fill('2025-12-31');
    await page.locator('#empty', { hasText: 'Nothing that passes this filter' }).waitFor();
    assert.equal(await page.cells.count(), 23);
    await page.locator('button[name="clear"]').click();
    await page.locator('#totals', { hasText: before }).waitFor();
  });

  it('follows the papers, and keeps the focus where it is', async () => {
    const page = await show('sources/reading-together.md');
    await page.cell('¶ 1').focus();
    const focused = page.locator('#picture .cell:focus[aria-label*="not discussed"]');
    await focused.waitFor();
    // What asks for something takes the focus and gives it back.
    await editor().page.keyboard.press('F1');
    await focused.waitFor({ state: 'detached' });
    await editor().page.keyboard.press('Escape');
    await focused.waitFor();
    const paper = join(editor().folder, 'papers', 'first-reading.analysis.md');
    const text = await readFile(paper, 'utf8');
    await writeFile(paper, `${text}\nIt begins well [@reading, ¶ 1].\n`);
    await page.locator('#picture .cell:focus[aria-label^="¶ 1, cited once in 1 paper"]').waitFor();
    await page.locator('#details', { hasText: 'First reading' }).waitFor();
    // A page that has followed a change shows a text as before. What waits for one finds it.
    await CoveragePage.in(editor());
    await writeFile(paper, text);
    await page.locator('#picture .cell:focus[aria-label*="not discussed"]').waitFor();
  });

  it('can be read in the colours of the system', async () => {
    const page = await show('sources/reading-together.md');
    await editor().page.emulateMedia({ forcedColors: 'active' });
    await page.cell('¶ 4').focus();
    assert.deepEqual(await page.violations(), []);
    await picture(editor(), 'coverage-forced-colors');
    await editor().page.emulateMedia({ forcedColors: 'none' });
  });

  it('has a table whose columns sort', async () => {
    const page = await show('sources/reading-together.md');
    await page.locator('#show-table').click();
    assert.equal(await page.locator('tbody tr').count(), 23);
    await page.locator('thead button', { hasText: 'Cited' }).click();
    await page.locator('th[aria-sort="descending"]', { hasText: 'Cited' }).waitFor();
    const cited = await page.locator('tbody tr td:nth-child(4)').allInnerTexts();
    const numbers = cited.map((text) => Number.parseInt(text, 10));
    assert.deepEqual(
      numbers,
      [...numbers].sort((a, b) => b - a),
    );
    await page.locator('tbody th button').first().click();
    await editor().line(/./).waitFor();
  });

  it('fits the narrowest side bar of a window at twice its size, and all of it is in reach of the Tab key', async () => {
    // What a window 1280 pixels wide has room for at 200 %.
    await editor().page.setViewportSize({ width: 640, height: 550 });
    await editor().openFile('sources/reading-together.md');
    await editor().runCommand('Pilcrow: Focus on Coverage View');
    const page = await CoveragePage.in(editor(), 'sidebar');
    await editor().narrowSideBar(170);
    await assertFaultless(page, 'coverage-narrow', async () => {
      await page.cell('¶ 4').focus();
      assert.equal(await page.cutOff(), 0);
      assert.ok(await page.isInSight(page.cell('¶ 4')));
    });
    const { keyboard } = editor().page;
    await keyboard.press('Shift+Tab');
    await page.locator('#show-table:focus').waitFor();
    await keyboard.press('Enter');
    for (const column of await page.locator('thead button').all()) {
      await keyboard.press('Tab');
      await column.and(page.locator(':focus')).waitFor();
    }
    await keyboard.press('Tab');
    const first = page.locator('tbody th button:focus', { hasText: '¶ 1' });
    await first.waitFor();
    await assertFaultless(page, 'coverage-narrow-table', async () => {
      await page.locator('tbody th button', { hasText: '¶ 1' }).first().focus();
      await first.waitFor();
      assert.equal(await page.cutOff(), 0);
      assert.ok(await page.isInSight(first));
    });
    await editor().page.setViewportSize(quietWindow.viewport);
  });

  it('is there again when the window is loaded again, with what it was asked for', async () => {
    await editor().openFile('sources/reading-together.md');
    await editor().runCommand('Pilcrow: Show Coverage');
    const page = await CoveragePage.in(editor());
    await page.locator('select[name="author"]').selectOption('Ines Marchetti');
    await page.locator('#totals', { hasText: /^4 of 21 / }).waitFor();
    await page.locator('#show-table').click();
    const loaded = editor().page.waitForEvent('load');
    await editor().runCommand('Developer: Reload Window');
    await loaded;
    const again = await CoveragePage.in(editor());
    await again.locator('#totals', { hasText: /^4 of 21 / }).waitFor();
    assert.equal(await again.locator('select[name="author"]').inputValue(), 'Ines Marchetti');
    await again.locator('tbody tr').first().waitFor();
  });
});

describe('coverage of 10,000 paragraphs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pc-long-'));
  mkdirSync(join(folder, 'sources'));
  mkdirSync(join(folder, 'papers'));
  const paragraph = (number: number): string =>
    `${number % 250 === 1 ? `## Part ${String((number - 1) / 250 + 1)}\n\n` : ''}Paragraph ${String(number)} of a long text.`;
  const body = Array.from({ length: 10_000 }, (_, index) => paragraph(index + 1)).join('\n\n');
  writeFileSync(join(folder, 'sources', 'long.md'), `---\nid: long\ntitle: A Long Text\n---\n\n${body}\n`);
  const claims = Array.from({ length: 900 }, (_, index) => {
    const number = ((index * index * 7) % 10_000) + 1;
    return index % 5 === 0
      ? `“Paragraph ${String(number)} of a long text” [@long, ¶ ${String(number)}].`
      : `A claim [@long, ¶ ${String(number)}].`;
  });
  writeFileSync(
    join(folder, 'papers', 'a.analysis.md'),
    `---\ntitle: Claims\n---\n\n${claims.join('\n\n')}\n`,
  );
  mkdirSync(join(folder, 'notes'));
  const note = (number: number): object => ({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:example:${String(number)}`,
    type: 'Annotation',
    motivation: 'commenting',
    creator: { type: 'Person', name: 'Ada' },
    body: { type: 'TextualBody', value: 'Well said.' },
    target: {
      source: 'urn:x-pilcrow:source:long',
      selector: { type: 'TextQuoteSelector', exact: `Paragraph ${String(number)} of a long text.` },
    },
  });
  const notes = Array.from({ length: 60 }, (_, index) => note(index * 37 + 1));
  writeFileSync(join(folder, 'notes', 'long.jsonld'), JSON.stringify(notes));
  after(() => rmSync(folder, { recursive: true }));

  const editor = useEditor({ theme: 'light', folder, ...quietWindow });

  it('is one picture with all cells in reach', async () => {
    await editor().openFile('papers/a.analysis.md');
    await editor().runCommand('Pilcrow: Show Coverage');
    const page = await CoveragePage.in(editor());
    assert.equal(await page.cells.count(), 10_000);
    assert.equal(await page.locator('#picture .noted').count(), 60);
    await page.cells.first().focus();
    await picture(editor(), 'coverage-long-light');
    await editor().page.keyboard.type('9876');
    await page.locator('#picture .cell:focus[aria-label^="¶ 9876,"]').waitFor();
    await editor().page.keyboard.press('ArrowDown');
    await page.locator('#picture .cell:focus:not([aria-label^="¶ 9876,"])').waitFor();
    await picture(editor(), 'coverage-long-end-light');
  });
});
