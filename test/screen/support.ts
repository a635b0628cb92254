import type { Test } from 'mocha';
import { Editor, type EditorOptions, type Theme } from './editor.ts';

/**
 * Settings with which lines show their text alone: the gist of a citation stands within its brackets some time after it is
 * written, and a heading that stays on top may cover a line that is clicked.
 */
export const plainLines = { 'editor.inlayHints.enabled': 'off', 'editor.stickyScroll.enabled': false };

/**
 * Opens an editor for the tests of a `describe` and closes it after them. A failing try leaves a picture of the screen in
 * test-results/ and prints the window's messages; what comes next, a second try or another test, begins in a new window. A
 * test that needed one is named.
 * @param prepare what every new window is led to, before any test
 */
export function useEditor(
  options: EditorOptions = {},
  prepare: (editor: Editor) => Promise<unknown> = () => Promise.resolve(),
): () => Editor {
  let editor: Editor | undefined;
  const close = async (): Promise<void> => {
    const old = editor;
    editor = undefined;
    await old?.close();
  };
  const open = async (): Promise<void> => {
    editor = await Editor.open(options);
    await prepare(editor);
  };
  beforeEach(async () => {
    if (editor) return;
    await open().catch(async (error: unknown) => {
      console.log(`      a window had to be opened again: ${String(error)}`);
      await close();
      await open();
    });
  });
  afterEach(async function () {
    if (!this.currentTest || !editor) return;
    if (this.currentTest.state === 'passed') namePassedLater(this.currentTest);
    else if (this.currentTest.state !== 'pending') {
      await reportFailure(editor, this.currentTest);
      await close();
    }
  });
  after(close);
  return () => {
    if (!editor) throw new Error('The editor is not open yet.');
    return editor;
  };
}

/** Does the same in several themes of one window, the one that it wears first. */
export async function inThemes<T extends Theme>(
  editor: Editor,
  themes: readonly T[],
  work: (theme: T) => Promise<void>,
): Promise<void> {
  const worn = await editor.theme();
  const rank = (theme: T): number => (theme === worn ? 0 : 1);
  for (const theme of themes.toSorted((a, b) => rank(a) - rank(b))) {
    await editor.wear(theme);
    await work(theme).catch((error: unknown) => {
      throw new Error(`in the ${theme} theme: ${String(error)}`, { cause: error });
    });
  }
}

function namePassedLater(test: Test): void {
  const { _currentRetry = 0 } = test as unknown as { readonly _currentRetry?: number };
  if (_currentRetry > 0) console.log(`      passed at try ${_currentRetry + 1}: ${test.fullTitle()}`);
}

async function reportFailure(editor: Editor, test: Test): Promise<void> {
  const name = `failed ${test.fullTitle().replaceAll(/\W+/g, '-')}`;
  try {
    console.log(`      a try failed: ${test.fullTitle()}: ${String(test.err)}`);
    console.log(`      pictured in ${await editor.screenshot(name)}`);
    console.log(`      status bar: ${await editor.statusBar()}`);
    console.log(`      line of the cursor: ${await editor.cursorLine()}`);
    if (!editor.showsToasts) return;
    for (const text of await editor.notifications()) console.log(`      the window said: ${text}`);
  } catch (error) {
    console.log(`      could not be pictured: ${String(error)}`);
  }
}
