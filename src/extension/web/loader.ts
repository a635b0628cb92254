/**
 * What the manifest names for browsers: loads the extension itself. It is small because it is there twice: versions of VS Code look for
 * it as `extension.cjs` or as `extension.cjs.js`.
 */
import { Uri, workspace, type ExtensionContext } from 'vscode';

interface LoadedExtension {
  activate(context: ExtensionContext): unknown;
  deactivate(): Promise<void>;
}

type Load = (...given: readonly unknown[]) => unknown;

let extension: LoadedExtension | undefined;

export async function activate(context: ExtensionContext): Promise<unknown> {
  const module: { exports: unknown } = { exports: {} };
  const scriptOf = (name: string): Uri => Uri.joinPath(context.extensionUri, 'dist', 'web', `${name}.js`);
  const loadBundle = async (name: string): Promise<unknown> =>
    (await loaded(scriptOf(name), '\nreturn pilcrowBundle;'))();
  const load = await loaded(scriptOf('extension'), '', 'module', 'exports', 'require', 'loadPilcrowBundle');
  load(module, module.exports, require, loadBundle);
  extension = module.exports as LoadedExtension;
  return extension.activate(context);
}

/** A script of the package as a function, as VS Code loads this file. Only text of Pilcrow's own package gets here. */
async function loaded(script: Uri, ending: string, ...names: readonly string[]): Promise<Load> {
  const text = new TextDecoder().decode(await workspace.fs.readFile(script));
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  return new Function(...names, `${text}${ending}\n//# sourceURL=${script.toString(true)}`) as Load;
}

export async function deactivate(): Promise<void> {
  await extension?.deactivate();
}
