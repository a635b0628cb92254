/**
 * What the manifest names for browsers: loads the extension itself. It is small because it is there twice: versions of VS Code look for
 * it as `extension.cjs` or as `extension.cjs.js`.
 */
import type { ExtensionContext } from 'vscode';
import { packagedText } from '../packaged.ts';
import { Scripts } from './scripts.ts';

interface LoadedExtension {
  activate(context: ExtensionContext): unknown;
  deactivate(): Promise<void>;
}

let extension: LoadedExtension | undefined;

export async function activate(context: ExtensionContext): Promise<unknown> {
  const read = (name: string): Promise<string> => packagedText(context.extensionUri, `dist/${name}`);
  extension = (await new Scripts(read, require).load('web-extension.cjs')) as LoadedExtension;
  return extension.activate(context);
}

export async function deactivate(): Promise<void> {
  await extension?.deactivate();
}
