import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { contrast } from '../support/contrast.ts';
import { violationsIn } from './axe.ts';
import type { Editor } from './editor.ts';
import { outerHtml, paintedTexts } from './inPage.mjs';
import { useEditor } from './support.ts';

/** The contrast that WCAG 2.2 asks of texts of any size. */
const enough = 4.5;

interface StepPage {
  readonly name: string;
  readonly html: string;
}

/** The page of the step that was clicked, in which no script runs, as soon as it is another than `before`. */
async function pageOfStep(page: Page, before: string): Promise<StepPage> {
  const media = page.frameLocator('.getting-started-media iframe:visible >> nth=-1');
  // Without scripts the inner frame never says that it has loaded: it stays the pending one.
  const body = media.frameLocator('iframe >> nth=-1');
  const title = body.locator('svg > title, h2').first();
  await title.filter({ hasNotText: before || 'no step is called so' }).waitFor({ state: 'attached' });
  return {
    name: (await title.textContent()) ?? '',
    html: await body.locator('html').evaluate(outerHtml),
  };
}

/**
 * What is wrong on the page of a step. axe waits for timers, which never fire in a frame without scripts, so it is asked about a
 * copy. Of words in a drawing it does not see the ground, so their contrast is reckoned here.
 */
async function faultsOf(editor: Editor, html: string): Promise<string[]> {
  const copy = await editor.page.context().newPage();
  try {
    await copy.setViewportSize({ width: 700, height: 2000 });
    await copy.setContent(html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''));
    // The page is transparent; what is behind it is the editor’s.
    await copy.addStyleTag({ content: 'html { background: var(--vscode-editor-background) }' });
    const faint = (await copy.evaluate(paintedTexts))
      .map(({ text, color, behind }) => ({ text, of: contrast(color, ...behind) }))
      .filter(({ of }) => of < enough)
      .map(({ text, of }) => `${text}: ${of.toFixed(2)}`);
    return [...(await violationsIn(copy.mainFrame(), ['svg, h2, p, ol, ul, table'])), ...faint];
  } finally {
    await copy.close();
  }
}

describe('the pictures and pages of the walkthrough', () => {
  const editor = useEditor({ empty: true, installed: true, viewport: { width: 1280, height: 900 } });

  for (const theme of ['light', 'dark', 'high-contrast', 'high-contrast-light'] as const)
    it(`can be read in the ${theme} theme`, async () => {
      const { page } = editor();
      await page.locator('.activitybar .action-label[aria-label^="Pilcrow"]').waitFor();
      await editor().wear(theme);
      await editor().runCommand('Pilcrow: Get Started');
      const steps = page.locator('.getting-started-step');
      await steps.first().waitFor();
      const found: string[] = [];
      let shown: StepPage | undefined;
      for (let at = 0; at < (await steps.count()); at++) {
        await steps.nth(at).click();
        shown = await pageOfStep(page, shown?.name ?? '');
        const { name, html } = shown;
        found.push(...(await faultsOf(editor(), html)).map((fault) => `${name}: ${fault}`));
      }
      assert.deepEqual(found, []);
    });
});
