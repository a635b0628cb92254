import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { inRoot } from '../../scripts/support/paths.ts';
import { runQuietly } from '../../scripts/support/process.ts';
import { violationsIn } from './axe.ts';
import { browserOfRun } from './browserOfRun.ts';

const widths = [360, 768, 1280];
/** A paper as a web page of its own, as its address is from those of the study. */
const exported = '../first-reading.html';

describe('the web pages of a study', () => {
  let folder: string;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let pages: readonly string[];
  /** What the page asked for that is not in its folder, and what the browser complained of. */
  let complaints: string[];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pilcrow-'));
    await cp(inRoot('examples', 'study-folder'), folder, { recursive: true });
    await writeFile(join(folder, 'pilcrow.json'), '{ "site": { "authors": true, "notes": true } }');
    const source = join(folder, 'sources', 'reading-together.md');
    await writeFile(
      source,
      (await readFile(source, 'utf8')).replace('id: reading\n', 'id: reading\nshare: words\n'),
    );
    await runQuietly(process.execPath, [inRoot('dist', 'cli.cjs'), 'site'], folder);
    const paperFile = 'papers/first-reading.analysis.md';
    const exporting = ['export', paperFile, '--to', 'html', '--out', 'first-reading.html'];
    await runQuietly(process.execPath, [inRoot('dist', 'cli.cjs'), ...exporting], folder);
    pages = (await readdir(join(folder, 'site'))).filter((name) => name.endsWith('.html'));
    browser = await browserOfRun();
  });
  after(() => rm(folder, { recursive: true, force: true }));
  afterEach(() => context.close());

  const open = async (name: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<void> => {
    context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    page = await context.newPage();
    complaints = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(pathToFileURL(folder).href)) complaints.push(request.url());
    });
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await show(name);
  };
  const show = (name: string): Promise<unknown> =>
    page.goto(new URL(name, `${pathToFileURL(join(folder, 'site')).href}/`).href);
  const picture = async (name: string, full = false): Promise<void> => {
    await mkdir(inRoot('test-results'), { recursive: true });
    await page.screenshot({ path: inRoot('test-results', `site-${name}.png`), fullPage: full });
  };
  const focused = (): Locator => page.locator(':focus');
  const paper = (): string => pages.find((name) => name.startsWith('paper-first')) ?? '';

  /** Nothing is wider than the window, whatever is unfolded, and axe finds no fault. */
  const assertReadable = async (name: string): Promise<void> => {
    // What is folded up is looked at, too.
    await page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
    const cut = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    assert.equal(cut, 0, `${name} is wider than the window`);
    assert.deepEqual(await violationsIn(page.mainFrame()), [], name);
  };

  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of widths)
      it(`fit ${String(width)} pixels, and have no fault that axe finds, in ${colorScheme}`, async () => {
        await open('index.html', { viewport: { width, height: 900 }, colorScheme });
        for (const name of pages) {
          await show(name);
          assert.deepEqual(complaints, [], name);
          await assertReadable(name);
          // Axe asks for the style sheet by another way, which the policy of the pages does not let it.
          complaints = [];
          await picture(`${name.replace('.html', '')}-${String(width)}-${colorScheme}`);
        }
      });

  it('can be read at 200 % in the colours of the system, and nothing in them moves', async () => {
    // What a window 1280 pixels wide has room for at 200 %.
    const viewport = { width: 640, height: 450 };
    await open('index.html', { viewport, forcedColors: 'active', reducedMotion: 'reduce' });
    for (const name of [...pages, exported]) {
      await show(name);
      await assertReadable(name);
      const moving = await page.evaluate('document.getAnimations().length');
      assert.equal(moving, 0, name);
    }
    await picture('exported-forced-colors');
    await show('coverage.html');
    await picture('coverage-forced-colors');
    const looks =
      await page.evaluate(`[...document.querySelectorAll('.legend .cell:not(.quoted-mark, .noted-mark)')].map((cell) => {
      const { backgroundColor, backgroundImage, boxShadow } = getComputedStyle(cell);
      return [backgroundColor, backgroundImage, boxShadow].join();
    })`);
    assert.ok(Array.isArray(looks) && looks.length === 6 && new Set(looks).size === 6, String(looks));
  });

  for (const colorScheme of ['light', 'dark'] as const)
    it(`has no fault that axe finds in a paper that was exported, in ${colorScheme}`, async () => {
      await open(exported, { viewport: { width: 360, height: 780 }, colorScheme });
      await assertReadable(exported);
      await picture(`exported-${colorScheme}`);
    });

  it('show the passage that a paper cites on a tap, and give the focus back', async () => {
    await open(paper(), { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true });
    const link = page.locator('.cited > a').first();
    await link.tap();
    const card = page.locator('dialog[open]');
    await card.waitFor();
    assert.match(await card.innerText(), /¶\s?4[\s\S]*Choose one person to prepare/);
    assert.deepEqual(await violationsIn(page.mainFrame()), []);
    await picture('passage-on-a-phone');
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'detached' }).catch(() => card.waitFor({ state: 'hidden' }));
    assert.equal(await focused().getAttribute('href'), await link.getAttribute('href'));
    await link.tap();
    await card.locator('a', { hasText: 'To the text' }).tap();
    await page.waitForURL(/source-reading\.html#p4$/);
    await page.locator('#p4:target').waitFor();
  });

  it('explain a term under the pointer, at the focus, and on Enter', async () => {
    await open(paper());
    const term = page.locator('.term > a').first();
    await term.hover();
    const tip = page.getByRole('tooltip');
    await tip.waitFor();
    assert.match(await tip.innerText(), /\w{4}/);
    await picture('term');
    await page.keyboard.press('Escape');
    await tip.waitFor({ state: 'hidden' });
    await page.mouse.move(0, 0);
    await page.keyboard.press('Tab');
    await term.focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await tip.waitFor();
    assert.equal(await term.getAttribute('aria-describedby'), await tip.getAttribute('id'));
    await page.keyboard.press('Enter');
    const card = page.locator('dialog[open]');
    await card.locator('a', { hasText: 'To the glossary' }).waitFor();
    // The link has the focus first, then the button that closes.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await card.waitFor({ state: 'hidden' });
    assert.deepEqual(complaints, []);
  });

  it('are read from the keyboard: a link to the text comes first, what is said of a paragraph unfolds', async () => {
    await open('source-reading.html');
    await page.keyboard.press('Tab');
    assert.equal(await focused().innerText(), 'Skip to the text');
    await page.keyboard.press('Enter');
    await page.locator('main:focus').waitFor();
    const voices = page.locator('#p4 details.voices');
    await voices.locator('summary').focus();
    await page.keyboard.press('Enter');
    await voices.locator('ul').first().waitFor();
    assert.match(await voices.innerText(), /so that nobody becomes the group’s teacher by habit/);
    await picture('voices');
  });

  it('find words in texts, papers and the glossary without a server, whatever their case and accents', async () => {
    await open('search.html');
    const input = page.getByRole('searchbox');
    await page.locator('#search:focus').waitFor();
    await input.fill('NÓBODY habit');
    const results = page.locator('#results li');
    await results.first().waitFor();
    const texts = await results.allInnerTexts();
    assert.ok(
      texts.some((text) => text.startsWith('Text')) && texts.some((text) => text.startsWith('Paper')),
      texts.join('\n'),
    );
    assert.ok((await page.locator('mark').allInnerTexts()).includes('habit'));
    assert.match(await page.locator('#found').innerText(), /^Found: \d+$/);
    assert.deepEqual(await violationsIn(page.mainFrame()), []);
    await picture('search');
    complaints = [];
    await input.fill('zzzz');
    await page.locator('#found', { hasText: 'Nothing here has these words.' }).waitFor();
    await show('search.html?q=fair%20restatement');
    await page.locator('#results a').first().click();
    await page.waitForURL(/#/);
    assert.deepEqual(complaints, []);
  });

  it('unfold on paper what is folded up on a screen', async () => {
    await open('source-reading.html');
    await page.emulateMedia({ media: 'print' });
    const pdf = await page.pdf({ format: 'A4', path: inRoot('test-results', 'site-source.pdf') });
    assert.ok(pdf.length > 10_000);
    await page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
    await page.locator('#p4 details.voices ul').first().waitFor();
    assert.equal(await page.locator('.banner nav').isVisible(), false);
    await picture('print', true);
    await page.evaluate("window.dispatchEvent(new Event('afterprint'))");
    await page.emulateMedia({ media: 'screen' });
    await page.locator('#p4 details.voices ul').first().waitFor({ state: 'hidden' });
  });

  it('work as links where no script runs', async () => {
    await open(paper(), { javaScriptEnabled: false });
    const link = page.locator('.cited > a').first();
    const target = (await link.getAttribute('href')) ?? '';
    await link.click();
    await page.waitForURL((url) => url.hash === target);
    await page.locator(`[id="${target.slice(1)}"] a.place`).click();
    await page.waitForURL(/source-reading\.html#p4$/);
  });
});
