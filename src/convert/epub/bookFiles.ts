import type { Archive } from '../archive.ts';

/** The files of a book by the names under which its other files speak of them. */
export class BookFiles {
  private readonly byLooseName = new Map<string, string>();

  constructor(readonly archive: Archive) {
    for (const name of archive.names) {
      const loose = looseName(name);
      if (!this.byLooseName.has(loose)) this.byLooseName.set(loose, name);
    }
  }

  /**
   * The name of the file that a reference leads to, and the place in it.
   * @param reference relative to the file `from`, percent-encoded or not
   * @returns undefined if it leads out of the book, or there is no such file
   */
  find(reference: string, from: string): { readonly name: string; readonly fragment: string } | undefined {
    const [path, fragment] = splitOnce(reference.trim(), '#');
    if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(path)) return undefined;
    if (path === '') return { name: from, fragment: decodePercent(fragment) };
    for (const written of [decodePercent(path), path, path.replace(/\?.*$/, '')]) {
      const name = this.named(joinNames(from, written));
      if (name !== undefined) return { name, fragment: decodePercent(fragment) };
    }
    return undefined;
  }

  /** The name as the archive spells it: letters may differ in case, and accents in how they are composed. */
  named(name: string): string | undefined {
    return this.archive.names.has(name) ? name : this.byLooseName.get(looseName(name));
  }
}

function looseName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** The path from the root of the book of a path relative to a file. */
function joinNames(from: string, path: string): string {
  const isRooted = path.startsWith('/');
  const parts = isRooted ? [] : from.split('/').slice(0, -1);
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function splitOnce(text: string, sign: string): [string, string] {
  const at = text.indexOf(sign);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

/** A text with `%20` and the like as characters; as it stands if they are not UTF-8. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
