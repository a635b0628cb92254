import { Uri, workspace } from 'vscode';

/** What browsers have. */
interface FetchingBrowser {
  readonly fetch?: (address: string) => Promise<{
    readonly ok: boolean;
    arrayBuffer(): Promise<ArrayBuffer>;
  }>;
}

/**
 * Reads a file of the package, by its path in it. Where the editor was given an address of the web for the package, the file is read from there as
 * the editor itself does, without asking its window, which draws meanwhile; everywhere else as every file of an extension is read: it may be
 * on another machine.
 */
export async function packagedBytes(extensionUri: Uri, path: string): Promise<Uint8Array> {
  const uri = Uri.joinPath(extensionUri, ...path.split('/'));
  const { fetch } = globalThis as FetchingBrowser;
  if (fetch && /^https?$/.test(uri.scheme)) {
    const answer = await fetch(uri.toString(true)).catch(() => undefined);
    if (answer?.ok) return new Uint8Array(await answer.arrayBuffer());
  }
  return workspace.fs.readFile(uri);
}

/** As `packagedBytes`, a text. */
export async function packagedText(extensionUri: Uri, path: string): Promise<string> {
  return new TextDecoder().decode(await packagedBytes(extensionUri, path));
}

/** The paths of the files that ship and that are looked for by name, from a list that the build makes: a folder on the web cannot be listed. */
export async function packagedNames(extensionUri: Uri): Promise<readonly string[]> {
  return JSON.parse(await packagedText(extensionUri, 'dist/web/files.json')) as string[];
}
