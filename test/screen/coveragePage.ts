import type { Frame, Locator } from 'playwright-core';
import { violationsIn } from './axe.ts';
import { bodyWearing, type Editor, type Theme } from './editor.ts';
import { isOnTop } from './inPage.mjs';

/** The page of coverage in an editor's webview. */
export class CoveragePage {
  readonly #frame: Frame;

  private constructor(frame: Frame) {
    this.#frame = frame;
  }

  /** Waits until the page shows a text. */
  static async in(editor: Editor, part: 'editor' | 'sidebar' = 'editor'): Promise<CoveragePage> {
    const outer = await editor.webview(part);
    await outer.frameLocator('#active-frame').locator('body[data-state="text"]').waitFor();
    const handle = await outer.locator('#active-frame').elementHandle();
    const frame = await handle.contentFrame();
    if (!frame) throw new Error('The page has no frame.');
    return new CoveragePage(frame);
  }

  locator(selector: string, options?: Parameters<Frame['locator']>[1]): Locator {
    return this.#frame.locator(selector, options);
  }

  get cells(): Locator {
    return this.locator('#picture .cell');
  }

  /** Waits until the page wears a theme, which it does some time after the window. */
  async wears(theme: Theme): Promise<void> {
    await this.locator(bodyWearing(theme)).waitFor();
  }

  /** A cell by its label, such as `¶ 12`. */
  cell(label: string): Locator {
    return this.locator(`#picture .cell[aria-label^="${label},"]`);
  }

  /** The cell that has the focus. */
  get focused(): Locator {
    return this.locator('#picture .cell:focus');
  }

  /** By how many pixels the content is wider than the page. A person would have to scroll sideways to see it. */
  async cutOff(): Promise<number> {
    return this.#frame.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
  }

  /** Whether the middle of an element is visible: inside the scrolled page and covered by nothing. */
  async isInSight(element: Locator): Promise<boolean> {
    return element.evaluate(isOnTop);
  }

  /** The violations that axe finds: ids of rules, each with the elements. */
  violations(): Promise<string[]> {
    return violationsIn(this.#frame);
  }
}
