/** Paths and the URIs that they are written as, without looking at the disk. */
import { relative, sep } from './pathNames.ts';
import { ownPathStyle, type PathStyle } from './fileUris.ts';

export { pathOf, uriOf, type PathStyle } from './fileUris.ts';

/** Whether a path lies in a folder or is the folder. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!way.startsWith('..') && !/^[A-Za-z]:/.test(way) && !way.startsWith(sep));
}

/** A path relative to a folder that it lies in, with `/`; undefined where it lies elsewhere. */
export function relativeTo(folder: string, path: string): string | undefined {
  return isWithin(folder, path) ? relative(folder, path).split(sep).join('/') : undefined;
}

/**
 * The path that a `file:` URI names, however it is escaped; undefined for other schemes and for what names no path.
 * Editors write what has a meaning elsewhere in a URI as it is: everything after the scheme is the path, `#` and `?` too, and
 * a `%` that begins no escape is a percent sign.
 */
export function pathOfFileUri(uri: string, style: PathStyle = ownPathStyle): string | undefined {
  const match = /^file:(?:\/\/([^/\\]*))?([/\\].*)$/isu.exec(uri);
  if (!match) return undefined;
  const [, rawHost = '', rawPath = ''] = match;
  const host = unescapedName(rawHost)?.toLowerCase();
  const path = unescapedName(style === 'windows' ? rawPath.replaceAll('\\', '/') : rawPath);
  if (host === undefined || path === undefined) return undefined;
  const isLocal = host === '' || host === 'localhost';
  if (style === 'windows') return windowsPath(isLocal ? '' : host, path);
  return isLocal ? withoutDots(path) : undefined;
}

function windowsPath(host: string, path: string): string | undefined {
  const [, share, afterShare = ''] =
    host === '' ? (/^\/\/+([^/]+)(\/.*)$/su.exec(path) ?? []) : ['', host, path];
  if (share !== undefined)
    return `\\\\${share.toLowerCase()}${withoutDots(afterShare).replaceAll('/', '\\')}`;
  const [, drive, afterDrive = ''] = /^\/+([a-z])[:|](\/.*|)$/isu.exec(path) ?? [];
  if (drive === undefined) return undefined;
  return `${drive.toUpperCase()}:${withoutDots(afterDrive || '/').replaceAll('/', '\\')}`;
}

/** A path without `.`, `..`, doubled slashes and a slash at the end. */
function withoutDots(path: string): string {
  const steps: string[] = [];
  for (const step of path.split('/'))
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  return `/${steps.join('/')}`;
}

/** Undefined where an escape stands for no character, or for one that no name can have: a slash, or the character 0. */
function unescapedName(text: string): string | undefined {
  if (/%(?:2f|00)/iu.test(text)) return undefined;
  try {
    return text.replace(/(?:%[\da-f]{2})+/giu, (escapes) => decodeURIComponent(escapes));
  } catch {
    return undefined;
  }
}

/** What a client leaves as it is in the paths of its URIs, beside letters, digits and `-._/`. */
interface Manner {
  readonly plain: RegExp;
}

/** RFC 3986, and nothing that it reserves: the editors that are made of VS Code's parts. */
const vsCode: Manner = { plain: /^~$/u };
/** The URL Standard: clients in JavaScript and Rust. */
const urlStandard: Manner = { plain: /^[~!$&'()*+,;=:@[\]|]$/u };
/** RFC 3986, with what it allows in paths: Vim, Emacs. */
const rfc3986: Manner = { plain: /^[~!$&'()*+,;=:@]$/u };
/** Letters of all languages as they are. */
const unicode: Manner = { plain: /^(?:[~!$&'()*+,;=:@[\]]|[^\0-\x7f])$/u };

/** How a client writes URIs: told by its name, and then by what it has written. */
export class SpellingOfClient {
  private isOfVsCode = false;
  /** Whether the client escapes a character; all beyond ASCII are one to it. */
  private readonly escapes = new Map<string, boolean>();
  private hasSmallEscapes = false;
  private drive: ((letter: string) => string) | undefined;

  constructor(private readonly style: PathStyle = ownPathStyle) {}

  /** @param name as the client gives it when it starts a server */
  learnName(name: string): void {
    this.isOfVsCode = /visual studio code|vscod|cursor|windsurf|coc\.nvim/iu.test(name);
  }

  /** Looks at a URI that the client wrote. */
  learn(uri: string): void {
    const path = /^file:(?:\/\/[^/]*)?(\/.*)$/isu.exec(uri)?.[1];
    if (path === undefined) return;
    const rest = this.style === 'windows' ? this.withoutDrive(path) : path;
    for (const [part] of rest.matchAll(/(?:%[\da-f]{2})+|[^%]|%/giu)) {
      const isEscape = part.length > 2;
      if (isEscape && /[a-f]/iu.test(part)) this.hasSmallEscapes = /[a-f]/u.test(part);
      for (const character of isEscape ? (unescapedName(part) ?? '') : part)
        if (!/[\dA-Za-z\-._/%#?\\]/u.test(character)) this.escapes.set(spellingOf(character), isEscape);
    }
  }

  private withoutDrive(path: string): string {
    const [written, slash, letter, colon] = /^(\/)([a-z])(:|%3a)(?=\/|$)/iu.exec(path) ?? [];
    if (written === undefined || slash === undefined || letter === undefined || colon === undefined)
      return path;
    const isSmall = letter === letter.toLowerCase();
    this.drive = (each) => `${slash}${isSmall ? each.toLowerCase() : each.toUpperCase()}${colon}`;
    return path.slice(written.length);
  }

  /** The URI of an absolute path, as the client would write it. */
  uriOf(path: string): string {
    const manner = this.manner;
    if (this.style === 'posix') return `file://${this.escaped(path, manner)}`;
    const slashed = path.replaceAll('\\', '/');
    if (slashed.startsWith('//')) return `file:${this.escaped(slashed, manner)}`;
    const usual = (letter: string): string =>
      manner === vsCode ? `/${letter.toLowerCase()}%3A` : `/${letter.toUpperCase()}:`;
    const drive = (this.drive ?? usual)(slashed.slice(0, 1));
    return `file://${drive}${this.escaped(slashed.slice(2), manner)}`;
  }

  private escaped(path: string, { plain }: Manner): string {
    return path.replace(/[^\dA-Za-z\-._/]/gu, (character) => {
      const isPlain = this.isAlwaysEscaped(character)
        ? false
        : !(this.escapes.get(spellingOf(character)) ?? !plain.test(character));
      return isPlain ? character : this.escape(character);
    });
  }

  private isAlwaysEscaped(character: string): boolean {
    return /[%#?\\\0-\x1f\x7f\ud800-\udfff]/u.test(character);
  }

  private escape(character: string): string {
    const bytes = [...new TextEncoder().encode(character)];
    const text = bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
    return this.hasSmallEscapes ? text : text.toUpperCase();
  }

  /** Of the manners that there are the one that says the least else than what has been seen. */
  private get manner(): Manner {
    const likely = this.isOfVsCode ? vsCode : urlStandard;
    const against = ({ plain }: Manner): number =>
      [...this.escapes].filter(([character, isEscaped]) => plain.test(character) === isEscaped).length;
    const manners = [urlStandard, vsCode, rfc3986, unicode];
    return manners.reduce((best, each) => (against(each) < against(best) ? each : best), likely);
  }
}

/** One character for all that clients treat alike. */
function spellingOf(character: string): string {
  return character > '\x7f' ? '\u00e9' : character;
}
