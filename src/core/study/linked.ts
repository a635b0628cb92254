import { pathFrom } from './folderNames.ts';

/** A link's target that leads into the study folder. */
export interface InsideTarget {
  /** Relative to the study folder; that of the file itself where only a fragment is written. */
  readonly path: string;
  /** What is written before `?` and `#`. */
  readonly written: string;
  /** After `#`; undefined where there is none. */
  readonly fragment: string | undefined;
}

/**
 * Where a target leads to; undefined for addresses of the web, absolute paths, what leads out of the study folder, and
 * whatever may be something else than a path.
 * @param from the path of the file that it stands in, relative to the study folder
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

/** Percent signs resolved; undefined where they stand for nothing. */
export function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/**
 * The paths of other files at whose identifiers the links of a text may lead, and perhaps more. Told from the bare text, so
 * that nobody need read it as Markdown; whatever check asks for identifiers of other papers, it must not ask for others.
 */
export function pathsWithFragment(text: string, from: string): string[] {
  const paths = new Set<string>();
  for (const [, written = ''] of text.matchAll(/\](?:\(|:)(?=[ \t\r\n]*<?([^#<>\r\n]{1,500}?)#)/g)) {
    const path = insideTarget(written, from)?.path;
    if (path !== undefined && path !== from) paths.add(path);
  }
  return [...paths];
}
