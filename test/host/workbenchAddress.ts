import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export interface AddressOptions {
  /** A folder or a `.code-workspace` file. Without one the window is empty. */
  readonly open?: string | undefined;
  /** A file to show in the window, in the folder or elsewhere. */
  readonly file?: string | undefined;
  readonly extensionPaths: readonly string[];
  readonly testsPath?: string | undefined;
  readonly token?: string | undefined;
}

/** The address at which the server shows a folder, optionally with a file and with extensions under development. */
export function workbenchAddress(server: { readonly origin: string }, options: AddressOptions): string {
  const remote = (path: string): string =>
    `vscode-remote://${new URL(server.origin).host}${pathToFileURL(localPath(path)).pathname}`;
  const payload = options.extensionPaths.map((path) => ['extensionDevelopmentPath', remote(path)]);
  if (options.testsPath) payload.push(['extensionTestsPath', remote(options.testsPath)]);
  if (options.file) payload.push(['openFile', remote(options.file)]);
  payload.push(['skipWelcome', 'true']);
  const query = new URLSearchParams();
  if (options.token) query.set('tkn', options.token);
  if (!options.open) query.set('ew', 'true');
  else query.set(options.open.endsWith('.code-workspace') ? 'workspace' : 'folder', localPath(options.open));
  query.set('payload', JSON.stringify(payload));
  return `${server.origin}/?${query.toString()}`;
}

/** Accepts paths and file URIs, as desktop `code` does. */
export function localPath(pathOrUri: string): string {
  const path = pathOrUri.startsWith('file:') ? fileURLToPath(pathOrUri) : pathOrUri;
  return isAbsolute(path) ? path : resolve(path);
}
