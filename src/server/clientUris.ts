import { basename, dirname, join, relative } from '../files/pathNames.ts';
import { isWithin, pathOf, pathOfFileUri, SpellingOfClient, uriOf } from '../files/paths.ts';
import { identityOf } from '../files/roots.ts';

/** A folder as the disk has it, and as the client calls it. */
interface SpelledFolder {
  readonly real: string;
  readonly given: string;
}

/**
 * Which file a client means by a URI, and how the client would write the URI of a file. Beyond the door the server knows
 * files by their identity alone: the URI, as `uriOf` writes it, of the path that `identityOf` gives.
 */
export class ClientUris {
  private readonly spelling = new SpellingOfClient();
  /** The identity of what the client holds on to, by its spelling: it stays whatever happens on disk. */
  private readonly held = new Map<string, string>();
  /** The spellings under which a document is open, the last used at the end; by identity. */
  private readonly open_ = new Map<string, readonly string[]>();
  /** The spelling under which a document was last open, by identity. */
  private readonly lastOpen = new Map<string, string>();
  private readonly folders: SpelledFolder[] = [];

  /** @param name of the client */
  learnName(name: string): void {
    this.spelling.learnName(name);
  }

  /** The identity of what a client names; what is no file is itself. */
  idOf(uri: string): string {
    const held = this.held.get(uri);
    if (held !== undefined) return held;
    const path = pathOfFileUri(uri);
    if (path === undefined) return uri;
    this.spelling.learn(uri);
    return uriOf(identityOf(path));
  }

  /** The client holds on to a folder. */
  holdFolder(uri: string): void {
    const id = this.idOf(uri);
    this.held.set(uri, id);
    const [real, given] = [pathOf(id), pathOfFileUri(uri)];
    if (real !== undefined && real === given) this.folders.push({ real, given });
    this.learnLink(uri, id);
  }

  letGoOfFolder(uri: string): void {
    this.held.delete(uri);
  }

  /** The client opens a document. */
  open(uri: string): void {
    const id = this.idOf(uri);
    this.held.set(uri, id);
    this.learnLink(uri, id);
    this.open_.set(id, [...this.spellingsOf(id).filter((each) => each !== uri), uri]);
    this.lastOpen.set(id, uri);
  }

  close(uri: string): void {
    const id = this.idOf(uri);
    this.held.delete(uri);
    const left = this.spellingsOf(id).filter((each) => each !== uri);
    const last = left.at(-1);
    if (last === undefined) this.open_.delete(id);
    else {
      this.open_.set(id, left);
      this.lastOpen.set(id, last);
    }
  }

  /** The spellings under which a document is open; more than one where the client takes two links for two files. */
  spellingsOf(id: string): readonly string[] {
    return this.open_.get(id) ?? [];
  }

  /** The spelling under which a document is open that the client names in another. */
  openSpelling(uri: string): string {
    return this.held.has(uri) ? uri : (this.spellingsOf(this.idOf(uri)).at(-1) ?? uri);
  }

  /**
   * How the client writes an identity. What follows the path, as `#L12`, stays.
   * @param preferred spellings that count before others, where they mean the same
   */
  spell(id: string, preferred: readonly string[] = []): string {
    const [, bare = id, rest = ''] = /^([^#?]*)([#?].*)?$/su.exec(id) ?? [];
    const path = pathOf(bare);
    if (path === undefined) return id;
    const known = uriOf(path);
    const asked = preferred.find((uri) => this.held.get(uri) === known);
    return (asked ?? this.lastOpen.get(known) ?? this.spelling.uriOf(this.givenPath(path))) + rest;
  }

  /** The path under which the client knows a file that it reached through a link. */
  private givenPath(path: string): string {
    let best: SpelledFolder | undefined;
    for (const folder of this.folders)
      if (isWithin(folder.real, path) && folder.real.length > (best?.real.length ?? 0)) best = folder;
    return best ? join(best.given, relative(best.real, path)) : path;
  }

  /** Takes note of the topmost folder that the client calls otherwise than the disk does; of several names the first counts. */
  private learnLink(uri: string, id: string): void {
    const real = pathOf(id);
    const given = pathOfFileUri(uri);
    if (real === undefined || given === undefined || real === given) return;
    let folder: SpelledFolder = { real, given };
    while (basename(folder.real) === basename(folder.given))
      folder = { real: dirname(folder.real), given: dirname(folder.given) };
    const isKnown = this.folders.some((each) => each.real === folder.real);
    if (!isKnown && identityOf(folder.given) === folder.real) this.folders.push(folder);
  }
}
