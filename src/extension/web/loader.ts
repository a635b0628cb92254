/**
 * What the manifest names for browsers: loads the extension itself. It is small because it is there twice: versions of VS Code look for
 * it as `extension.cjs` or as `extension.cjs.js`.
 */
import { Uri, workspace, type ExtensionContext } from 'vscode';
import { Scripts } from './scripts.ts';

interface LoadedExtension {
  activate(context: ExtensionContext): unknown;
  deactivate(): Promise<void>;
}

let extension: LoadedExtension | undefined;

export async function activate(context: ExtensionContext): Promise<unknown> {
  const read = async (name: string): Promise<string> =>
    new TextDecoder().decode(
      await workspace.fs.readFile(Uri.joinPath(context.extensionUri, 'dist', ...name.split('/'))),
    );
  extension = (await new Scripts(read, require).load('web-extension.cjs')) as LoadedExtension;
  return extension.activate(context);
}

export async function deactivate(): Promise<void> {
  await extension?.deactivate();
}
