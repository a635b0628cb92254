/**
 * What the manifest names for browsers: loads the extension itself. It is small because it is there twice: versions of VS Code look for
 * it as `extension.cjs` or as `extension.cjs.js`.
 */
import { Uri, workspace, type ExtensionContext } from 'vscode';

interface LoadedExtension {
  activate(context: ExtensionContext): unknown;
  deactivate(): Promise<void>;
}

type Load = (module: { exports: unknown }, exports: unknown, require: unknown) => void;

let extension: LoadedExtension | undefined;

export async function activate(context: ExtensionContext): Promise<unknown> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'web', 'extension.js');
  const text = new TextDecoder().decode(await workspace.fs.readFile(script));
  const module: { exports: unknown } = { exports: {} };
  // As VS Code loads this file. Only text of Pilcrow's own package gets here.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  const load = new Function(
    'module',
    'exports',
    'require',
    `${text}\n//# sourceURL=${script.toString(true)}`,
  ) as Load;
  load(module, module.exports, require);
  extension = module.exports as LoadedExtension;
  return extension.activate(context);
}

export async function deactivate(): Promise<void> {
  await extension?.deactivate();
}
