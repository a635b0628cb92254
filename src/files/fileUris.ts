/** Paths of this machine and their URIs. In the web bundles `web/fileUris.ts` stands in its place. */
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Whose paths are meant: with drives and `\`, or with `/` alone. */
export type PathStyle = 'windows' | 'posix';

export const ownPathStyle: PathStyle = process.platform === 'win32' ? 'windows' : 'posix';

/** The URI of a path, as editors write it. */
export function uriOf(path: string): string {
  return pathToFileURL(path).toString();
}

/** The path of a `file:` URI; undefined for other schemes and for what is no URI. */
export function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}
