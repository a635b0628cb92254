import { Uri, workspace } from 'vscode';

/** Reads a text of the package, by its path in it, as every file of an extension is read: it may be on another machine. */
export async function packagedText(extensionUri: Uri, path: string): Promise<string> {
  return new TextDecoder().decode(
    await workspace.fs.readFile(Uri.joinPath(extensionUri, ...path.split('/'))),
  );
}

/** The paths of the files that ship and that are looked for by name, from a list that the build makes: a folder on the web cannot be listed. */
export async function packagedNames(extensionUri: Uri): Promise<readonly string[]> {
  return JSON.parse(await packagedText(extensionUri, 'dist/web/files.json')) as string[];
}
