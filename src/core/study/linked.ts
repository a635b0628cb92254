import { pathFrom } from './folderNames.ts';

/** The target of a link into the study folder. */
export interface InsideTarget {
  /** Relative to the study folder; the file's own path where only a fragment is written. */
  readonly path: string;
  /** The text before `?` and `#`. */
  readonly written: string;
  /** The text after `#`; undefined where there is none. */
  readonly fragment: string | undefined;
}

/**
 * Returns the target of a link in the study folder; undefined for web addresses, absolute paths, paths out of the study
 * folder, and anything that may not be a path.
 * @param from the path of the file that contains it, relative to the study folder
 */
export function insideTarget(target: string, from: string): InsideTarget | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^[/\\~]|[\\{}<>|*\p{Cc}]/iu.test(target)) return undefined;
  const [, written = '', query, , hash] = /^([^?#]*)(\?[^#]*)?(#(.*))?$/su.exec(target) ?? [];
  const fragment = hash === undefined ? undefined : target.slice(target.indexOf('#') + 1);
  if (written === '') return query === undefined && fragment ? { path: from, written, fragment } : undefined;
  const decoded = decode(written);
  if (decoded === undefined || /[\0\\]|^\//.test(decoded)) return undefined;
  const path = pathFrom(from, decoded);
  return path === undefined ? undefined : { path, written, fragment: fragment || undefined };
}

/** Decodes percent signs; undefined where they are not valid. */
export function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/**
 * Returns the paths of other files whose identifiers the links of a text may refer to, and perhaps more. It uses only the
 * plain text, so the Markdown need not be read. A check must not ask for identifiers of any other papers.
 */
export function pathsWithFragment(text: string, from: string): string[] {
  const paths = new Set<string>();
  for (const [, written = ''] of text.matchAll(/\](?:\(|:)(?=[ \t\r\n]*<?([^#<>\r\n]{1,500}?)#)/g)) {
    const path = insideTarget(written, from)?.path;
    if (path !== undefined && path !== from) paths.add(path);
  }
  return [...paths];
}
