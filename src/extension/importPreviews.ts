import { type Disposable, TabInputText, TabInputTextDiff, Uri, window, workspace } from 'vscode';

/** Texts of imports that are not written yet, as documents that an editor shows. */
export class ImportPreviews implements Disposable {
  private readonly texts = new Map<string, string>();
  private readonly serving: Disposable;
  private count = 0;

  /** @param scheme of their addresses, which nothing else has */
  constructor(private readonly scheme: string) {
    this.serving = workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: (uri) => this.texts.get(uri.toString()),
    });
  }

  /** Returns the address of a document with a text. Each has its own, because an editor keeps what it showed. */
  put({ path }: Uri, text: string): Uri {
    const uri = Uri.from({ scheme: this.scheme, path, query: String(++this.count) });
    this.texts.set(uri.toString(), text);
    return uri;
  }

  /** Forgets a text, and closes its editors. */
  async drop(uri: Uri): Promise<void> {
    this.texts.delete(uri.toString());
    const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
    const isShowing = (input: unknown): boolean => {
      const shown = input instanceof TabInputTextDiff ? input.original : undefined;
      return (input instanceof TabInputText ? input.uri : shown)?.toString() === uri.toString();
    };
    await window.tabGroups.close(tabs.filter(({ input }) => isShowing(input)));
  }

  dispose(): void {
    this.serving.dispose();
  }
}
