/** Paths with `/` alone and their `file:` URIs: what `../fileUris.ts` takes from Node.js. */
import { percentEncoded } from '../../core/text.ts';
import type { PathStyle } from '../fileUris.ts';

export type { PathStyle };

export const ownPathStyle: PathStyle = 'posix';

/** As Node.js escapes what a URL would read otherwise than as a name. */
const meantOtherwise = /[%\\\n\r\t?#]/gu;

/** The URI of a path, as editors write it. */
export function uriOf(path: string): string {
  const escaped = path.replace(meantOtherwise, (sign) => percentEncoded(sign));
  return new URL(`file://${escaped}`).toString();
}

/** The path of a `file:` URI; undefined for other schemes and for what is no URI. */
export function pathOf(uri: string): string | undefined {
  try {
    const { protocol, host, pathname } = new URL(uri);
    if (protocol !== 'file:' || host !== '' || /%2f/iu.test(pathname)) return undefined;
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}
