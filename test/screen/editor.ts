import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { inRoot, root } from '../../scripts/support/paths.ts';
import { installHost, type HostName } from '../host/install.ts';
import { installedPilcrow } from '../host/installed.ts';
import { openWorkbench, type Workbench } from '../host/workbench.ts';
import { browserOfRun } from './browserOfRun.ts';
import { middleOf, standsStill, webviewIn } from './inPage.mjs';
import { showsSoon } from './showsSoon.ts';

export type Theme = 'light' | 'dark' | 'high-contrast' | 'high-contrast-light';

export interface EditorOptions {
  /** The study folder to open. The editor gets a copy. By default the sample. */
  readonly folder?: string;
  readonly theme?: Theme;
  readonly host?: HostName;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly viewport?: { readonly width: number; readonly height: number };
  /**
   * Opens the window as `npm start` does, with Pilcrow's package installed and notifications shown. Otherwise the
   * window runs the last build of the extension and never shows a notification.
   */
  readonly installed?: boolean;
  /** False: the person has not yet been asked whether to trust the folder. Only with `installed`. */
  readonly trusted?: boolean;
  /** True: opens no folder; `folder` of the editor is an empty one. */
  readonly empty?: boolean;
  /** A file that the window opens with. Its path is relative to the folder. */
  readonly file?: string;
}

/** How often a palette is opened until it lists a command, and words are hovered until something is said of them. */
const mostTries = 5;

const themes: Record<Theme, string> = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
};

/** The name of a theme in its picker, and the classes that it gives to the window and to the pages of webviews. */
const looks: Record<Theme, { picked: string; base: string; page: string }> = {
  light: { picked: 'Light Modern', base: 'vs', page: '.vscode-light' },
  dark: { picked: 'Dark Modern', base: 'vs-dark', page: '.vscode-dark' },
  'high-contrast': {
    picked: 'Dark High Contrast',
    base: 'hc-black',
    page: '.vscode-high-contrast:not(.vscode-high-contrast-light)',
  },
  'high-contrast-light': {
    picked: 'Light High Contrast',
    base: 'hc-light',
    page: '.vscode-high-contrast-light',
  },
};

/** The selector of the body of a webview’s page that wears a theme. */
export function bodyWearing(theme: Theme): string {
  return `body${looks[theme].page}`;
}

/**
 * A VS Code window with Pilcrow, as a person sees it. Every method waits until its effect shows, so tests never wait
 * for a time.
 */
export class Editor {
  readonly page: Page;
  /** The copy of the study folder that is open. */
  readonly folder: string;
  readonly #workbench: Workbench;
  /** Whether the window shows notifications. A window with extensions under development hides them all. */
  readonly showsToasts: boolean;
  readonly #scratch: string;

  private constructor(workbench: Workbench, folder: string, scratch: string, showsToasts: boolean) {
    this.page = workbench.page;
    this.page.setDefaultTimeout(60_000);
    this.folder = folder;
    this.#workbench = workbench;
    this.#scratch = scratch;
    this.showsToasts = showsToasts;
  }

  static async open(options: EditorOptions = {}): Promise<Editor> {
    const quiet = (): void => undefined;
    const host = await installHost(options.host ?? 'newest', quiet);
    const browser = await browserOfRun();
    const scratch = await mkdtemp(join(tmpdir(), 'pc-'));
    const folder = join(scratch, 'study-folder');
    if (options.empty) await mkdir(folder);
    else await cp(options.folder ?? inRoot('examples', 'study-folder'), folder, { recursive: true });
    const extensions = options.installed
      ? { extensionPaths: [], extensionsFolder: await installedPilcrow(host) }
      : { extensionPaths: [root] };
    const workbench = await openWorkbench(host, {
      browser,
      open: options.empty ? undefined : folder,
      file: options.file && join(folder, options.file),
      ...extensions,
      trustEverything: options.trusted ?? true,
      viewport: options.viewport,
      settings: {
        'git.enabled': false,
        'editor.hover.delay': 100,
        'editor.cursorBlinking': 'solid',
        'workbench.colorTheme': themes[options.theme ?? 'light'],
        ...options.settings,
      },
    });
    // An installed Pilcrow shows its sidebar when a study folder is opened for the first time. After that nothing
    // moves.
    if (options.installed && !options.empty)
      await workbench.page.locator('.part.sidebar .title-label', { hasText: /pilcrow/i }).waitFor();
    return new Editor(workbench, folder, scratch, options.installed ?? false);
  }

  async close(): Promise<void> {
    await this.#workbench.close();
    await rm(this.#scratch, { recursive: true, force: true });
  }

  /** Opens a file of the study folder by its name, through quick open. */
  async openFile(path: string): Promise<void> {
    const name = basename(path);
    await this.#pick('Control+P', path, name);
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await this.page.locator('.editor-instance .view-line').first().waitFor();
    await this.page.locator('.part.statusbar', { hasNotText: 'Activating Extensions' }).waitFor();
  }

  /** Runs a command by its title in the command palette, such as `Pilcrow: New Paper`. */
  async runCommand(title: string): Promise<void> {
    await this.#pick('F1', `>${title}`, title);
  }

  /**
   * The outer page of the webview that is drawn in a part of the window. Others may be there: one of another part, and one
   * that has just been closed.
   */
  async webview(part: 'editor' | 'sidebar'): Promise<FrameLocator> {
    const name = await (await this.page.waitForFunction(webviewIn, part)).jsonValue();
    return this.page.frameLocator(`iframe.webview[name="${String(name)}"]`);
  }

  /** Closes all editors, until none is drawn. */
  async closeEditors(): Promise<void> {
    await this.runCommand('View: Close All Editors');
    await this.page.locator('.part.editor .editor-instance').first().waitFor({ state: 'detached' });
  }

  /** The theme that the window wears. */
  async theme(): Promise<Theme> {
    const classes = (await this.page.locator('.monaco-workbench').getAttribute('class'))?.split(/\s+/) ?? [];
    const worn = (Object.keys(looks) as Theme[]).find((theme) => classes.includes(looks[theme].base));
    if (!worn) throw new Error(`The window wears no theme: ${classes.join(' ')}`);
    return worn;
  }

  /** Changes the theme, if the window does not wear it yet. */
  async wear(theme: Theme): Promise<void> {
    if ((await this.theme()) !== theme) await this.changeTheme(theme);
  }

  /** Changes the theme of the window and waits until it is applied. */
  async changeTheme(theme: Theme): Promise<void> {
    const { picked, base } = looks[theme];
    await this.runCommand('Preferences: Color Theme');
    await this.page.locator('.quick-input-widget:visible input').fill(picked);
    await this.pickRow(picked).click();
    await this.page.locator(`.monaco-workbench.${base}`).waitFor();
  }

  /**
   * Opens a quick pick and picks a row. The palette lists what there is when it opens: a command that counts a moment later, as when
   * the window has found a study folder, stands in the next one. It is opened again, as a person would.
   */
  async #pick(key: string, text: string, row: string): Promise<void> {
    for (let opened = 1; ; opened++) {
      await this.page.keyboard.press(key);
      await this.page.locator('.quick-input-widget input').fill(text);
      if (opened === mostTries) return this.pickRow(row).click();
      if (await showsSoon(this.pickRow(row))) return this.pickRow(row).click();
      await this.page.keyboard.press('Escape');
      await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    }
  }

  /** Presses a key of two strokes. The second follows when the window says that it waits for it. */
  async pressChord(first: string, second: string): Promise<void> {
    await this.page.keyboard.press(first);
    await this.page.locator('.part.statusbar', { hasText: 'Waiting for second key of chord' }).waitFor();
    await this.page.keyboard.press(second);
  }

  /** A row of an open quick pick. */
  pickRow(text: string): Locator {
    return this.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
  }

  /** Answers an input box or quick pick as soon as it shows. */
  async answer(text: string): Promise<void> {
    await this.page.locator('.quick-input-widget:visible input').fill(text);
    await this.page.keyboard.press('Enter');
  }

  /** The first line of the active editor that contains `text`. */
  line(text: string | RegExp): Locator {
    return this.page.locator('.editor-group-container.active .view-line', { hasText: text }).first();
  }

  /** Rests the mouse on the first occurrence of `text` and returns the text of the hover. */
  async hover(text: string): Promise<string> {
    const hover = this.page.locator('.monaco-hover:visible .hover-contents').first();
    // Gists and lenses that are written meanwhile move the words away from under the mouse, which is led to them again.
    for (let tries = 1; ; tries++) {
      // An earlier hover must go first. The corner has nothing that would show another one.
      await this.page.keyboard.press('Escape');
      await this.page.mouse.move(1, 1);
      await hover.waitFor({ state: 'hidden' });
      const place = await this.placeOf(text);
      await this.page.mouse.move(place.x - 2, place.y);
      await this.page.mouse.move(place.x, place.y);
      if (tries === mostTries) await hover.waitFor();
      if (await showsSoon(hover)) break;
    }
    // A hover first shows “Loading”.
    await hover.filter({ hasNotText: /^Loading/ }).waitFor();
    await hover.evaluate(standsStill);
    return (await this.page.locator('.monaco-hover:visible').first().innerText()).trim();
  }

  /** The middle of the first occurrence of `text` in the active editor, however it is coloured. */
  async placeOf(text: string): Promise<{ x: number; y: number }> {
    await this.line(text).waitFor();
    return this.line(text).evaluate(middleOf, text);
  }

  /** Clicks a place until the status bar says that the cursor is there: a click on lines that are drawn anew is lost. */
  async putCursor(text: string, place: RegExp): Promise<void> {
    const told = this.statusBarItem(place);
    for (let tries = 0; tries < 10 && !(await told.isVisible()); tries++) {
      await this.line(text).evaluate(standsStill);
      const { x, y } = await this.placeOf(text);
      await this.page.mouse.click(x, y);
      await showsSoon(told);
    }
    await told.waitFor();
  }

  /** Puts the cursor directly after `text` and types. */
  async typeAfter(text: string, typed: string): Promise<void> {
    const line = this.line(text);
    const before = ((await line.textContent()) ?? '').replaceAll('\u00a0', ' ');
    await line.click();
    await this.page.keyboard.press('Home');
    for (let column = before.indexOf(text) + text.length; column > 0; column--) {
      await this.page.keyboard.press('ArrowRight');
    }
    await this.page.keyboard.type(typed);
  }

  /** The underlines of a severity in the active editor. */
  squiggles(severity: 'error' | 'warning' | 'info' | 'hint' = 'error'): Locator {
    return this.page.locator(`.editor-group-container.active .squiggly-${severity}`);
  }

  /** Opens a container of the activity bar, such as `Pilcrow`, and returns its side bar. */
  async openContainer(title: string): Promise<Locator> {
    const icon = this.page.locator(`.activitybar .action-label[aria-label^="${title}"]`).first();
    const sideBar = this.page.locator('.part.sidebar');
    const isOpen = sideBar.filter({
      has: this.page.locator('.title-label', { hasText: new RegExp(title, 'i') }),
    });
    // A badge may cover the icon and would receive the click.
    if (!(await isOpen.isVisible())) await icon.click({ force: true });
    await isOpen.waitFor();
    return sideBar;
  }

  /** A row of a tree view in the side bar. */
  treeRow(text: string | RegExp): Locator {
    return this.page.locator('.part.sidebar .monaco-list-row', { hasText: text }).first();
  }

  /** Drags the border between side bar and editor. */
  async widenSideBar(by: number): Promise<void> {
    const box = await this.page.locator('.part.sidebar').boundingBox();
    if (!box) throw new Error('The side bar is not open.');
    const { mouse } = this.page;
    const [x, y] = [box.x + box.width + 1, box.y + box.height / 2];
    await mouse.move(x, y);
    await mouse.down();
    await mouse.move(x + by, y, { steps: 5 });
    await mouse.up();
  }

  /** Drags the border between side bar and editor until the side bar is `width` pixels wide. */
  async narrowSideBar(width: number): Promise<void> {
    const sideBar = this.page.locator('.part.sidebar');
    const before = await sideBar.boundingBox();
    if (before && before.width > width) await this.widenSideBar(width - before.width);
    const after = await sideBar.boundingBox();
    if (after?.width !== width) throw new Error(`The side bar is ${String(after?.width)} pixels wide.`);
  }

  /** Opens a row of a tree view, if it is not open yet. */
  async expand(text: string | RegExp): Promise<void> {
    const row = this.treeRow(text);
    await row.waitFor();
    const expanded = this.page
      .locator('.part.sidebar .monaco-list-row[aria-expanded="true"]', { hasText: text })
      .first();
    // A tree that is redrawn under the mouse loses the click.
    while (!(await expanded.isVisible())) {
      await row.evaluate(standsStill);
      if ((await row.getAttribute('aria-expanded')) === 'false')
        await row.locator('.monaco-tl-twistie').click();
      await expanded.waitFor({ timeout: 5000 }).catch(() => undefined);
    }
  }

  /** Drags a row to the first occurrence of `text` in the active editor. */
  async drag(row: Locator, text: string): Promise<void> {
    await row.waitFor();
    const to = await this.placeOf(text);
    // The rows of a tree that is still unfolding move away from the mouse.
    await row.evaluate(standsStill);
    const from = await row.boundingBox();
    if (!from) throw new Error('The row is not drawn.');
    const { mouse } = this.page;
    await mouse.move(from.x + 60, from.y + from.height / 2);
    await mouse.down();
    await mouse.move(from.x + 90, from.y + from.height, { steps: 5 });
    await mouse.move(to.x, to.y, { steps: 10 });
    await mouse.move(to.x + 2, to.y);
    await mouse.up();
  }

  statusBarItem(text: string | RegExp): Locator {
    return this.page.locator('.part.statusbar .statusbar-item', { hasText: text }).first();
  }

  /** What the status bar says, items apart. */
  async statusBar(): Promise<string> {
    const items = await this.page.locator('.part.statusbar .statusbar-item').allInnerTexts();
    return items.filter((text) => text.trim() !== '').join(' | ');
  }

  /** The text of the editor's lines that have the height at which the cursor of the active editor stands. */
  async cursorLine(): Promise<string> {
    const group = this.page.locator('.editor-group-container.active');
    const cursor = await group.locator('.cursors-layer .cursor').first().getAttribute('style');
    const top = /top: (\d+)px/.exec(cursor ?? '')?.[1] ?? '';
    return (await group.locator(`.view-line[style*="top:${top}px"]`).allInnerTexts()).join(' ');
  }

  /** A notification that contains `text`, when it appears. Its class names the severity. */
  toast(text: string | RegExp): Locator {
    if (!this.showsToasts) throw new Error('This window shows no notification: open it with `installed`.');
    return this.page.locator('.notifications-toasts .notification-list-item', { hasText: text }).first();
  }

  /** The texts of the window's notifications. */
  async notifications(): Promise<string[]> {
    if (!this.showsToasts) throw new Error('This window shows no notification: open it with `installed`.');
    const all = await this.page.locator('.notification-list-item-message:visible').allInnerTexts();
    return all.map((text) => text.trim()).filter(Boolean);
  }

  /** Writes a picture of the window to test-results/NAME.png. */
  async screenshot(name: string): Promise<string> {
    const folder = inRoot('test-results');
    await mkdir(folder, { recursive: true });
    const path = join(folder, `${name}.png`);
    await this.page.screenshot({ path, animations: 'disabled', caret: 'hide' });
    return path;
  }
}
