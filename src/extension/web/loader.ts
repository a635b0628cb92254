/**
 * What the manifest names for browsers: loads the extension itself, and starts the worker of its server. It is small because it is there twice:
 * versions of VS Code look for it as `extension.cjs` or as `extension.cjs.js`.
 */
import type { ExtensionContext } from 'vscode';
import { packagedText } from '../packaged.ts';
import { Scripts } from './scripts.ts';
import { ServerWorkers } from './serverWorkers.ts';

interface LoadedExtension {
  activate(context: ExtensionContext, workers: ServerWorkers): unknown;
  deactivate(): Promise<void>;
}

let extension: LoadedExtension | undefined;

export async function activate(context: ExtensionContext): Promise<unknown> {
  const { extensionUri } = context;
  const scripts = new Scripts((name) => packagedText(extensionUri, `dist/${name}`), require);
  const loading = scripts.load('web-extension.cjs');
  const workers = new ServerWorkers(extensionUri, scripts);
  extension = (await loading) as LoadedExtension;
  // The extension asks for it as soon as it has been activated, and says so where it cannot be read.
  scripts.prepare('web-extension-client.cjs').catch(() => undefined);
  return extension.activate(context, workers);
}

export async function deactivate(): Promise<void> {
  await extension?.deactivate();
}
