import { type Disposable, TabInputText, Uri, window, workspace } from 'vscode';

const previewScheme = 'pilcrow-import';

/** Texts of imports that are not written yet, as documents that an editor shows. */
export class ImportPreviews implements Disposable {
  private readonly texts = new Map<string, string>();
  private readonly serving = workspace.registerTextDocumentContentProvider(previewScheme, {
    provideTextDocumentContent: (uri) => this.texts.get(uri.toString()),
  });
  private count = 0;

  /** Returns the address of a document with a text. Each has its own, because an editor keeps what it showed. */
  put({ path }: Uri, text: string): Uri {
    const uri = Uri.from({ scheme: previewScheme, path, query: String(++this.count) });
    this.texts.set(uri.toString(), text);
    return uri;
  }

  /** Forgets a text, and closes its editors. */
  async drop(uri: Uri): Promise<void> {
    this.texts.delete(uri.toString());
    const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
    const isShowing = (input: unknown): boolean =>
      input instanceof TabInputText && input.uri.toString() === uri.toString();
    await window.tabGroups.close(tabs.filter(({ input }) => isShowing(input)));
  }

  dispose(): void {
    this.serving.dispose();
  }
}
