import { Uri, workspace } from 'vscode';

/**
 * The paths of the files that ship and that are looked for by name, from a list that is made with the web bundles: a folder on the
 * web cannot be listed.
 */
export async function packagedNames(extensionUri: Uri): Promise<readonly string[]> {
  const list = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'dist', 'web', 'files.json'));
  return JSON.parse(new TextDecoder().decode(list)) as string[];
}
