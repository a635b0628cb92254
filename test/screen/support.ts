import type { Test } from 'mocha';
import { Editor, type EditorOptions } from './editor.ts';

/**
 * Settings with which lines show their text alone: the gist of a citation stands within its brackets some time after it is
 * written, and a heading that stays on top may cover a line that is clicked.
 */
export const plainLines = { 'editor.inlayHints.enabled': 'off', 'editor.stickyScroll.enabled': false };

/**
 * Opens an editor before the tests of a `describe` and closes it after them. A failing try leaves a picture of the
 * screen in test-results/ and prints the window's messages. A test that needed a second try is named.
 */
export function useEditor(options: EditorOptions = {}): () => Editor {
  let editor: Editor | undefined;
  before(async () => {
    editor = await Editor.open(options);
  });
  afterEach(async function () {
    if (!this.currentTest || !editor) return;
    if (this.currentTest.state === 'passed') namePassedLater(this.currentTest);
    else if (this.currentTest.state !== 'pending') await reportFailure(editor, this.currentTest);
  });
  after(() => editor?.close());
  return () => {
    if (!editor) throw new Error('The editor is not open yet.');
    return editor;
  };
}

function namePassedLater(test: Test): void {
  const { _currentRetry } = test as unknown as { readonly _currentRetry?: number };
  if (_currentRetry) console.log(`      passed at the second try: ${test.fullTitle()}`);
}

async function reportFailure(editor: Editor, test: Test): Promise<void> {
  const name = `failed ${test.fullTitle().replaceAll(/\W+/g, '-')}`;
  try {
    console.log(`      pictured in ${await editor.screenshot(name)}`);
    console.log(`      status bar: ${await editor.statusBar()}`);
    console.log(`      line of the cursor: ${await editor.cursorLine()}`);
    if (!editor.showsToasts) return;
    for (const text of await editor.notifications()) console.log(`      the window said: ${text}`);
  } catch (error) {
    console.log(`      could not be pictured: ${String(error)}`);
  }
}
