import { basename, dirname, join, relative } from './pathNames.ts';
import type { Message } from '../core/messages.ts';
import { bareRefusal } from '../core/present/wording.ts';
import { type FolderNames, maxNames, type NameKind } from '../core/study.ts';
import type { Entry, EntryKind } from './fileSystem.ts';
import { disk } from './node.ts';
import { isWithin, uriOf } from './paths.ts';
import { ownStudies } from './roots.ts';

/** A file on disk that may belong to a study folder. */
export interface ListedFile {
  readonly uri: string;
  /** Relative to the study folder, with `/`. */
  readonly path: string;
  /** Why it cannot be read, where that is known without opening it. */
  readonly problem?: Message;
}

const neverEntered = new Set(['node_modules', '.git', '.hg', '.svn']);

/**
 * Lists the files of a study folder, each once: under its own name where that is of use, else under that of a link to it.
 * Folders in it that are study folders of their own are left out; folders that cannot be listed are passed over; links that
 * lead out of the folder are not followed. A file that is of use by its name is never passed over: where it can be told that it
 * cannot be read, it comes with the reason. What is no link lies where it stands: only links are followed through the file system.
 * @param wanted whether a file is of use, by its path relative to the folder
 * @param names told of everything that is there, of use or not
 */
export async function listFolder(
  root: string,
  wanted: (path: string) => boolean,
  names?: NameCollector,
): Promise<ListedFile[]> {
  const realRoot = disk.realPath(root);
  const listing = new FolderListing(root, realRoot, wanted, names);
  await listing.enter('', realRoot);
  await listing.followLinks();
  return listing.files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The names of all that is in a study folder. */
export async function listNames(root: string): Promise<FolderNames | undefined> {
  const names = new NameCollector();
  await listFolder(root, () => false, names);
  return names.all;
}

/** Gathers the names of what is in a study folder. */
export class NameCollector {
  private readonly names = new Map<string, NameKind>();

  add(path: string, kind: NameKind): void {
    if (this.names.size <= maxNames) this.names.set(path, kind);
  }

  /** Undefined where there are too many to be known. */
  get all(): FolderNames | undefined {
    return this.names.size > maxNames ? undefined : this.names;
  }
}

/** A link in a folder: where it stands, and what it leads to. */
interface FolderLink extends Followed {
  readonly path: string;
  readonly name: string;
}

class FolderListing {
  readonly files: ListedFile[] = [];
  private readonly links: FolderLink[] = [];
  /** The folders and files that have been seen, with their links resolved. */
  private readonly seen = new Set<string>();
  private readonly isOwnStudy: (entries: readonly Entry[]) => boolean;

  constructor(
    private readonly root: string,
    private readonly realRoot: string,
    private readonly wanted: (path: string) => boolean,
    private names: NameCollector | undefined,
  ) {
    this.isOwnStudy = ownStudies(root);
  }

  /** @param path of the folder, relative to the root and with a slash at the end; empty for the root */
  async enter(path: string, real: string): Promise<void> {
    if (this.seen.has(real)) return;
    this.seen.add(real);
    const entries = await disk.list(join(this.root, path));
    if (!entries || (path !== '' && this.isOwnStudy(entries))) {
      this.names?.add(path.slice(0, -1), 'unseen');
      return;
    }
    for (const entry of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const { name, kind } = entry;
      this.names?.add(path + name, nameKind(entry));
      const below = join(real, name);
      if (kind === 'link') this.addLink(name, path + name);
      else if (kind === 'folder') await this.enterNamed(name, path + name, below);
      else
        this.add(path + name, below, name.includes('\uFFFD') ? problemOf(below, this.realRoot) : undefined);
    }
  }

  private addLink(name: string, path: string): void {
    const link = join(this.root, path);
    const target = followLink(link, this.realRoot);
    if ('real' in target) this.links.push({ ...target, path, name });
    else this.add(path, link, problemOf(link, this.realRoot));
  }

  private async enterNamed(name: string, path: string, real: string): Promise<void> {
    if (!neverEntered.has(name)) await this.enter(`${path}/`, real);
  }

  private add(path: string, real: string, problem?: Message): void {
    if (this.seen.has(real) || !this.wanted(path)) return;
    this.seen.add(real);
    const uri = uriOf(problem ? join(this.root, path) : join(this.root, relative(this.realRoot, real)));
    this.files.push({ uri, path, ...(problem && { problem }) });
  }

  /** After everything that stands in its own place, so that a link is a second name, whichever comes first. */
  async followLinks(): Promise<void> {
    // What is behind a link has a name of its own, or none that is known.
    this.names = undefined;
    this.links.sort((a, b) => (a.path < b.path ? -1 : 1));
    for (let link = this.links.shift(); link; link = this.links.shift())
      if (link.kind === 'folder') await this.enterNamed(link.name, link.path, link.real);
      else this.add(link.path, link.real);
  }
}

/**
 * Why a file cannot be read, where something stands under its name and that much is known without opening it: a link that leads
 * nowhere or out of the study folder, a name that is no UTF-8.
 * @param realRoot the study folder, links resolved
 */
export function problemOf(path: string, realRoot: string): Message | undefined {
  const name = basename(path);
  const link = disk.look(path, 'itself');
  if (link) {
    const target = link.kind === 'link' ? followLink(path, realRoot) : undefined;
    return target && 'code' in target ? bareRefusal(name, 'read', target.code) : undefined;
  }
  // Node.js gives such a name with other characters in it, under which nothing can be opened.
  const isListed =
    name.includes('\uFFFD') && disk.listNow(dirname(path))?.some((entry) => entry.name === name);
  return isListed ? bareRefusal(name, 'read', 'NOT_UNICODE') : undefined;
}

function nameKind({ name, kind }: Entry): NameKind {
  if (kind === 'file') return 'file';
  return kind === 'folder' && !neverEntered.has(name) ? 'folder' : 'unseen';
}

interface Followed {
  readonly kind: EntryKind;
  /** The path with all links resolved. */
  readonly real: string;
}

/** What a link leads to; a code of the reason where it leads out of a folder, or nowhere. */
function followLink(link: string, realRoot: string): Followed | { readonly code: string } {
  const kind = disk.look(link)?.kind;
  if (kind === undefined) return { code: 'ENOENT' };
  const real = disk.realPath(link);
  return isWithin(realRoot, real) ? { kind, real } : { code: 'OUTSIDE' };
}
