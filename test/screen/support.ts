import { Editor, type EditorOptions } from './editor.ts';

/**
 * Opens an editor before the tests of a `describe` and closes it after them. A test that fails leaves a
 * picture of what stood on the screen in test-results/.
 */
export function useEditor(options: EditorOptions = {}): () => Editor {
  let editor: Editor | undefined;
  before(async () => {
    editor = await Editor.open(options);
  });
  afterEach(async function () {
    const test = this.currentTest;
    if (test?.state === 'failed')
      await editor?.screenshot(`failed ${test.fullTitle().replaceAll(/\W+/g, '-')}`);
  });
  after(() => editor?.close());
  return () => {
    if (!editor) throw new Error('The editor is not open yet.');
    return editor;
  };
}
