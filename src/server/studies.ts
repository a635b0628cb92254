import { posix } from 'node:path';
import { dirname, join, relative, sep } from 'node:path';
import type { BuiltIns } from '../core/index/build.ts';
import type { Role } from '../core/index/roles.ts';
import type { Analysis, Study } from '../core/index/study.ts';
import { configurationName, isWithin, pathOf, uriOf } from '../files/folder.ts';
import {
  loadBelow,
  loadFile,
  loadNamedBibliographies,
  studyRootOf,
  studyRootsBelow,
} from '../files/loadStudy.ts';
import { StudyFolder } from '../workspace/studyFolder.ts';
import { Loading } from './loading.ts';

/** Of how many papers that are not open the documents are kept. */
const room = 16;

/** A document in its study. */
export interface Located {
  readonly folder: StudyFolder;
  readonly study: Study;
  readonly analysis: Analysis;
}

interface OpenDocument {
  readonly languageId: string;
  text: string;
}

/** The study folders of a workspace: which there are, what is open, what lies where. */
export class Studies {
  /** By path; the workspace's folders, the study folders in them, and those of files opened from elsewhere. */
  private readonly byRoot = new Map<string, StudyFolder>();
  private readonly open_ = new Map<string, OpenDocument>();
  private workspaceRoots: readonly string[] = [];
  /** The missing bibliographies that were last looked for, by study folder. */
  private readonly soughtFor = new Map<string, string>();
  /** What papers rest on is being read. */
  private first: Promise<void> = Promise.resolve();
  /** Papers are being read. */
  private rest: Promise<void> = Promise.resolve();
  private pending = 0;
  /** Study folders that have papers which have not been read. */
  private readonly unread = new Set<Loading>();
  /** Something that was asked for has been read. */
  onDidRead: () => void = () => undefined;
  /** Settles when nothing more urgent than reading papers that nobody has open is left to do. */
  calm: () => Promise<void> = () => Promise.resolve();
  private seen: ReadonlySet<string> = new Set();
  /** The folder that an open document was given to. */
  private readonly placed = new Map<string, StudyFolder>();

  constructor(readonly builtIns: BuiltIns) {}

  /** Settles when sources, glossaries and bibliographies have been read: enough for one document. */
  get usable(): Promise<void> {
    return this.settled(() => [this.first]);
  }

  /** Settles when everything that was asked for has been read. */
  get ready(): Promise<void> {
    return this.settled(() => [this.first, this.rest]);
  }

  /** Whether nothing is being read: sums over all papers are right. */
  get isComplete(): boolean {
    return this.pending === 0;
  }

  /** Whether sources can be shown, but not yet what a good many papers say of them. */
  get isReadingPapers(): boolean {
    return this.unread.size > 0;
  }

  private async settled(what: () => Promise<void>[]): Promise<void> {
    for (
      let now = what(), last: Promise<void>[] = [];
      now.some((one, at) => one !== last[at]);
      now = what()
    ) {
      last = now;
      await Promise.all(now);
    }
  }

  /** URIs of the documents that a person sees, where the editor tells; of the others all open ones count alike. */
  get visible(): ReadonlySet<string> {
    return this.seen;
  }

  see(uris: readonly string[]): void {
    this.seen = new Set(uris);
  }

  /** All study folders, in order of path. */
  get folders(): readonly StudyFolder[] {
    return [...this.byRoot.keys()].sort().flatMap((root) => this.byRoot.get(root) ?? []);
  }

  /** URIs of the documents that an editor holds. */
  get openUris(): readonly string[] {
    return [...this.open_.keys()];
  }

  /** The text of an open document. */
  textOf(uri: string): string | undefined {
    return this.open_.get(uri)?.text;
  }

  setWorkspace(uris: readonly string[]): void {
    this.workspaceRoots = uris.flatMap((uri) => pathOf(uri) ?? []);
    this.doFirst(async () => {
      for (const workspaceRoot of this.workspaceRoots) {
        // The folder itself is read before others are looked for below it.
        await this.load(workspaceRoot);
        for (const root of await studyRootsBelow(workspaceRoot))
          if (root !== workspaceRoot) await this.load(root);
      }
    });
  }

  private doFirst(work: () => Promise<void>): void {
    this.first = this.follow(this.first, work);
  }

  private follow(before: Promise<void>, work: () => Promise<void>): Promise<void> {
    this.pending++;
    return before
      .then(work)
      .catch(() => undefined)
      .finally(() => {
        this.pending--;
        this.onDidRead();
      });
  }

  private folderAtOrNew(root: string): StudyFolder {
    const folder = this.byRoot.get(root) ?? new StudyFolder(uriOf(root), this.builtIns, room);
    this.byRoot.set(root, folder);
    return folder;
  }

  private async load(root: string): Promise<void> {
    const loading = new Loading(this.folderAtOrNew(root), root);
    for (const [uri, document] of this.open_) this.place(uri, document);
    await loading.first();
    for (const [uri, document] of this.open_) this.place(uri, document);
    if (loading.hasMore) this.unread.add(loading);
    this.rest = this.follow(this.rest, () =>
      loading.rest(() => this.calm()).finally(() => this.unread.delete(loading)),
    );
  }

  async open(uri: string, languageId: string, text: string): Promise<void> {
    const document = { languageId, text };
    this.open_.set(uri, document);
    const path = pathOf(uri);
    if (path !== undefined && !this.rootOf(path)) {
      const root = studyRootOf(dirname(path));
      if (root !== undefined) this.doFirst(() => this.load(root));
      else this.folderAtOrNew(dirname(path));
    }
    this.place(uri, document);
    await this.usable;
  }

  change(uri: string, text: string): void {
    const document = this.open_.get(uri);
    if (!document) return;
    document.text = text;
    this.place(uri, document);
  }

  /** Reads the bibliographies that papers have come to name, each missing path once until files change. */
  readNamed(): void {
    for (const [root, folder] of this.byRoot) {
      const missing = folder.missingBibliographies.join('\n');
      if (missing === '' || missing === this.soughtFor.get(root)) continue;
      this.soughtFor.set(root, missing);
      this.rest = this.follow(this.rest, () => loadNamedBibliographies(folder, root));
    }
  }

  close(uri: string): void {
    this.open_.delete(uri);
    this.placed.get(uri)?.closeDocument(uri);
    this.placed.delete(uri);
  }

  private place(uri: string, document: OpenDocument): void {
    const found = this.folderOf(uri);
    const last = this.placed.get(uri);
    // A study folder that has come to light within another has its documents for itself.
    if (last && last !== found?.folder) last.closeDocument(uri);
    if (!found) return;
    this.placed.set(uri, found.folder);
    const role: Role | undefined =
      found.folder.roleOf(found.path) ?? (document.languageId === 'analysis' ? 'paper' : undefined);
    found.folder.openDocument(uri, found.path, document.text, role);
  }

  /** Takes over what changed on disk; a changed `pilcrow.json` means reading its folder anew. */
  async fileChanged(uri: string): Promise<void> {
    const path = pathOf(uri);
    const root = path === undefined ? undefined : this.rootOf(path);
    if (path === undefined || root === undefined) return;
    if (path.endsWith(`${sep}${configurationName}`) && dirname(path) !== root) {
      this.doFirst(() => this.load(dirname(path)));
      return this.ready;
    }
    const folder = this.byRoot.get(root);
    const relativePath = relative(root, path).split(sep).join(posix.sep);
    if (!folder) return;
    if (relativePath === configurationName) {
      await loadFile(folder, root, path, relativePath);
      this.doFirst(() => this.load(root));
      return this.ready;
    }
    if (folder.roleOf(relativePath) !== undefined || folder.has(uri))
      await loadFile(folder, root, path, relativePath);
    else if (folder.missingBibliographies.includes(relativePath))
      await loadFile(folder, root, path, relativePath, 'bibliography');
    else await loadBelow(folder, root, path);
  }

  /** The innermost study folder that a path lies in. */
  private rootOf(path: string): string | undefined {
    return [...this.byRoot.keys()]
      .filter((root) => isWithin(root, path))
      .sort((a, b) => b.length - a.length)[0];
  }

  /** The study folder of a document. What lies in no folder, as an unsaved paper, belongs to the first of the workspace. */
  folderOf(uri: string): { folder: StudyFolder; path: string } | undefined {
    const path = pathOf(uri);
    const root = path === undefined ? this.workspaceRoots[0] : this.rootOf(path);
    const folder = root === undefined ? undefined : this.byRoot.get(root);
    if (!folder || root === undefined) return undefined;
    const relativePath =
      path === undefined
        ? `untitled/${uri.replace(/[^\p{L}\p{N}.-]+/gu, '-')}`
        : relative(root, path).split(sep).join('/');
    return { folder, path: relativePath };
  }

  /** Path of the study folder that a URI belongs to; the first of the workspace where the URI is in none. */
  rootFor(uri: string | undefined): string | undefined {
    const path = uri === undefined ? undefined : pathOf(uri);
    const own = path === undefined ? undefined : this.byRoot.has(path) ? path : this.rootOf(path);
    return own ?? this.preferredRoot();
  }

  /** Where no document says which study is meant: the folder that has sources or papers of its own, in order of path. */
  private preferredRoot(): string | undefined {
    const roots = [...this.byRoot.keys()].sort();
    return (
      roots.find((root) => (this.byRoot.get(root)?.study.files.length ?? 0) > 0) ??
      this.workspaceRoots[0] ??
      roots[0]
    );
  }

  /** The study folder that a URI belongs to; without one the first of the workspace, or an empty one. */
  folderFor(uri: string | undefined): StudyFolder {
    const root = this.rootFor(uri);
    return (root === undefined ? undefined : this.byRoot.get(root)) ?? new StudyFolder('', this.builtIns);
  }

  folderAt(root: string): StudyFolder | undefined {
    return this.byRoot.get(root);
  }

  /**
   * A document with its study, as it is now; undefined for documents that Pilcrow has no use for. While a large folder is
   * being read the study has not all papers yet: who counts or changes them asks for `locateInAll`.
   */
  async locate(uri: string): Promise<Located | undefined> {
    await this.usable;
    const folder =
      this.folderOf(uri)?.folder ??
      this.folders.find((candidate) => candidate.study.byUri.has(uri)) ??
      this.folders[0];
    const analysis = folder?.analysis(uri);
    return folder && analysis ? { folder, study: folder.study, analysis } : undefined;
  }

  /** A document with its study, when all of that has been read. */
  async locateInAll(uri: string): Promise<Located | undefined> {
    await this.ready;
    return this.locate(uri);
  }

  /** The path of something below a study folder. */
  static pathBelow(root: string, path: string): string {
    return join(root, ...path.split('/'));
  }
}
