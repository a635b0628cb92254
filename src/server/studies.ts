import { dirname, join } from '../files/pathNames.ts';
import type { Analysis, BuiltIns, Role, Study } from '../core/study.ts';
import type { WatchedFolder } from '../files/fileSystem.ts';
import { isNews, loadBelow, loadFile, loadNamedBibliographies } from '../files/loadStudy.ts';
import { disk } from '../files/node.ts';
import { isWithin, pathOf, relativeTo, uriOf } from '../files/paths.ts';
import { configurationName, studyRootOf, studyRootsBelow } from '../files/roots.ts';
import { StudyFolder } from '../workspace/studyFolder.ts';
import { Loading } from './loading.ts';
import { ReadingQueue } from './readingQueue.ts';
import { isRootMark, StudyRoots, watchedFolders } from './studyRoots.ts';

/** Of how many papers that are not open the documents are kept. */
const maxClosedDocuments = 16;

/** A document in its study. */
export interface Located {
  readonly folder: StudyFolder;
  readonly study: Study;
  readonly analysis: Analysis;
}

/** A document as an editor holds it. */
interface OpenDocument {
  readonly languageId: string;
  text: string;
  /** The study folder that it was given to. */
  folder: StudyFolder | undefined;
}

/**
 * The study folders of a workspace: which there are, what is open, what lies where. Files are known by their identity
 * (`ClientUris`), folders by their path, links resolved.
 */
export class Studies {
  /** By path; those that the workspace's folders lead to, and those of files opened from elsewhere. */
  private readonly byRoot = new Map<string, StudyFolder>();
  private readonly roots = new StudyRoots();
  private readonly open_ = new Map<string, OpenDocument>();
  /** The missing bibliographies that were last looked for, by study folder. */
  private readonly soughtFor = new Map<string, string>();
  private readonly queue = new ReadingQueue();
  /** How each study folder is read; those that were opened for one lone file are not. */
  private readonly loadings = new Map<string, Loading>();
  /** Settles when nothing more urgent than reading papers that nobody has open is left to do. */
  calm: () => Promise<void> = () => Promise.resolve();
  /** URIs of the documents that a person sees, where the editor tells; of the others all open ones count alike. */
  visible: ReadonlySet<string> = new Set();

  constructor(readonly builtIns: BuiltIns) {}

  /** Called when something that was asked for has been read. */
  set onDidRead(listener: () => void) {
    this.queue.onDidRead = listener;
  }

  /** Settles when sources, glossaries and bibliographies have been read: enough for one document. */
  get usable(): Promise<void> {
    return this.queue.usable;
  }

  /** Settles when everything that was asked for has been read. */
  get ready(): Promise<void> {
    return this.queue.ready;
  }

  /** Whether nothing is being read: sums over all papers are right. */
  get isComplete(): boolean {
    return this.queue.isEmpty;
  }

  /** Whether sources can be shown, but not yet what a good many papers say of them. */
  get isReadingPapers(): boolean {
    return [...this.loadings.values()].some(({ hasMore }) => hasMore);
  }

  /** All study folders, in order of path. */
  get folders(): readonly StudyFolder[] {
    return [...this.byRoot.keys()].sort().flatMap((root) => this.byRoot.get(root) ?? []);
  }

  /** The folders in which a change may matter, each once. */
  get watched(): readonly WatchedFolder[] {
    return watchedFolders([...this.loadings.keys()], [...this.byRoot.keys()]);
  }

  /** URIs of the documents that an editor holds. */
  get openUris(): readonly string[] {
    return [...this.open_.keys()];
  }

  /** The text of an open document. */
  textOf(uri: string): string | undefined {
    return this.open_.get(uri)?.text;
  }

  /** Takes over which folders a person has opened, and no longer has. */
  changeWorkspace(added: readonly string[], removed: readonly string[] = []): void {
    const pathsOf = (uris: readonly string[]): string[] => uris.flatMap((uri) => pathOf(uri) ?? []);
    this.roots.changeWorkspace(pathsOf(added), pathsOf(removed));
    this.arrange();
  }

  /** Reads the study folders that the workspace's folders lead to, and lets go of those that nobody needs any longer. */
  private arrange(): void {
    this.queue.doFirst(async () => {
      const wanted = new Set<string>();
      for (const folder of this.roots.ofWorkspace) {
        // The folder itself is read before others are looked for below it.
        wanted.add(folder);
        await this.ensure(folder);
        for (const root of await studyRootsBelow(folder)) {
          wanted.add(root);
          await this.ensure(root);
        }
      }
      for (const uri of this.open_.keys()) await this.ensureHome(uri);
      this.roots.wanted = wanted;
      await this.letGoOfUnused();
    });
  }

  private folderAtOrNew(root: string): StudyFolder {
    const folder = this.byRoot.get(root) ?? new StudyFolder(uriOf(root), this.builtIns, maxClosedDocuments);
    this.byRoot.set(root, folder);
    return folder;
  }

  /** Reads the study folder of an open document; a document in none has a folder for itself. */
  private async ensureHome(uri: string): Promise<void> {
    const path = pathOf(uri);
    const own = path === undefined ? undefined : studyRootOf(dirname(path));
    if (own !== undefined) await this.ensure(own);
    else if (path !== undefined) this.folderAtOrNew(this.roots.homeOf(path));
    this.place(uri);
  }

  private async ensure(root: string): Promise<void> {
    if (!this.loadings.has(root)) await this.load(root);
  }

  private async load(root: string): Promise<void> {
    const folder = this.folderAtOrNew(root);
    this.loadings.get(root)?.stop();
    const loading = new Loading(folder, root);
    this.loadings.set(root, loading);
    this.placeAll();
    // A study folder that has come to light within another has its files for itself.
    for (const [around, other] of this.byRoot)
      if (other !== folder && isWithin(around, root)) other.letGoBelow(`${uriOf(root)}/`);
    await loading.first();
    this.placeAll();
    this.queue.doLater(() => loading.rest(() => this.calm()));
  }

  /** Lets go of study folders that no folder of the workspace leads to and no open document lies in. */
  private async letGoOfUnused(): Promise<void> {
    this.placeAll();
    const inUse = new Set([...this.open_.values()].map(({ folder }) => folder));
    for (const [root, folder] of this.byRoot) {
      if (inUse.has(folder) || this.roots.wanted.has(root)) continue;
      this.byRoot.delete(root);
      this.loadings.get(root)?.stop();
      this.loadings.delete(root);
      const around = this.roots.innermost(root, this.loadings.keys());
      const outer = around === undefined ? undefined : this.byRoot.get(around);
      if (outer && around !== undefined) await loadBelow(outer, around, root);
    }
  }

  async open(uri: string, languageId: string, text: string): Promise<void> {
    const before = this.open_.get(uri)?.folder;
    this.open_.set(uri, { languageId, text, folder: before });
    const path = pathOf(uri);
    const home = path === undefined ? undefined : this.roots.homeOf(path);
    if (home !== undefined && !this.loadings.has(home)) this.queue.doFirst(() => this.ensureHome(uri));
    this.place(uri);
    await this.usable;
  }

  change(uri: string, text: string): void {
    const document = this.open_.get(uri);
    if (!document) return;
    document.text = text;
    const { folder } = document;
    if (folder?.has(uri)) this.giveTo(folder, uri, folder.pathOf(uri), document);
    else this.place(uri);
  }

  /** Reads the bibliographies that papers have come to name, each missing path once until files change. */
  readNamed(): void {
    for (const [root, folder] of this.byRoot) {
      const missing = folder.missingBibliographies.join('\n');
      if (missing === '' || missing === this.soughtFor.get(root)) continue;
      this.soughtFor.set(root, missing);
      this.queue.doLater(() => loadNamedBibliographies(folder, root));
    }
  }

  close(uri: string): void {
    const folder = this.open_.get(uri)?.folder;
    this.open_.delete(uri);
    folder?.closeDocument(uri);
    this.queue.doFirst(() => this.letGoOfUnused());
  }

  private placeAll(): void {
    for (const uri of this.open_.keys()) this.place(uri);
  }

  /** Gives an open document to its study folder, which may be another than before. */
  private place(uri: string): void {
    const document = this.open_.get(uri);
    if (!document) return;
    const path = pathOf(uri);
    const root = path === undefined ? this.roots.ofWorkspace[0] : this.roots.homeOf(path);
    const folder = root === undefined ? undefined : this.byRoot.get(root);
    if (document.folder && document.folder !== folder) document.folder.closeDocument(uri);
    document.folder = folder;
    if (!folder || root === undefined) return;
    const below =
      path === undefined ? `untitled/${uri.replace(/[^\p{L}\p{N}.-]+/gu, '-')}` : relativeTo(root, path);
    this.giveTo(folder, uri, folder.pathOf(uri) ?? below, document);
  }

  private giveTo(
    folder: StudyFolder,
    uri: string,
    path: string | undefined,
    { languageId, text }: OpenDocument,
  ): void {
    if (path === undefined) return;
    const role: Role | undefined = folder.roleOf(path) ?? (languageId === 'analysis' ? 'paper' : undefined);
    folder.openDocument(uri, path, text, role);
  }

  /** Takes over what changed on disk; a changed `pilcrow.json` means reading its folder anew. */
  async fileChanged(uri: string): Promise<void> {
    const path = pathOf(uri);
    if (path === undefined) return;
    const root = this.roots.homeOf(path);
    const isFolder = disk.look(path)?.kind === 'folder';
    const mayMoveRoots =
      isFolder || isRootMark(path) || this.roots.innermost(path, this.loadings.keys()) !== root;
    if (mayMoveRoots) this.arrange();
    const folder = this.byRoot.get(root);
    const isConfiguration = path === join(root, configurationName);
    const loading = this.loadings.get(root);
    if (folder) await takeChange({ folder, root, loading }, { uri, path, isFolder });
    if (folder && isConfiguration) this.queue.doFirst(() => this.load(root));
    if (mayMoveRoots) await this.ready;
  }

  /** Path of the study folder that a URI belongs to; the first of the workspace where the URI is in none. */
  rootFor(uri: string | undefined): string | undefined {
    const path = uri === undefined ? undefined : pathOf(uri);
    if (path === undefined) return this.preferredRoot();
    const own = this.byRoot.has(path) ? path : this.roots.innermost(path, this.byRoot.keys());
    return own !== undefined && !this.isBare(own) ? own : (this.preferredRoot() ?? own);
  }

  private isBare(root: string): boolean {
    return (this.byRoot.get(root)?.study.files.length ?? 0) === 0;
  }

  /** Where no document says which study is meant: the folder that has sources or papers of its own, in order of path. */
  private preferredRoot(): string | undefined {
    const roots = [...this.byRoot.keys()].sort();
    return roots.find((root) => !this.isBare(root)) ?? this.roots.ofWorkspace[0] ?? roots[0];
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
      this.open_.get(uri)?.folder ??
      this.folders.find((candidate) => candidate.has(uri)) ??
      this.folders.find((candidate) => candidate.study.byUri.has(uri));
    const analysis = folder?.analysis(uri);
    return folder && analysis ? { folder, study: folder.study, analysis } : undefined;
  }

  /** A document with its study, when all of that has been read. */
  async locateInAll(uri: string): Promise<Located | undefined> {
    await this.ready;
    return this.locate(uri);
  }
}

/** The study folder that a change is in. */
interface Home {
  readonly folder: StudyFolder;
  readonly root: string;
  /** How its files have been read; a folder for a lone document holds only what that names. */
  readonly loading: Loading | undefined;
}

/** What has changed: a file or a folder, which may be gone. */
interface Changed {
  readonly uri: string;
  readonly path: string;
  readonly isFolder: boolean;
}

/** Takes over what changed on disk into the study folder that it is in. */
async function takeChange(home: Home, changed: Changed): Promise<void> {
  const below = relativeTo(home.root, changed.path) ?? '';
  await takeContent(home, changed, below);
  if (home.loading && isNews(home.folder, changed.path, below)) await home.loading.readNames();
}

async function takeContent(
  { folder, root, loading }: Home,
  { uri, path, isFolder }: Changed,
  below: string,
): Promise<void> {
  const known = folder.pathOf(uri);
  if (known !== undefined) return loadFile(folder, root, path, known, { uri });
  if (folder.missingBibliographies.includes(below))
    return loadFile(folder, root, path, below, { role: 'bibliography' });
  if (!loading) return;
  const link = disk.look(path) ? undefined : folder.uriAt(below);
  if (link !== undefined) folder.setFile(link, below, undefined);
  else if (folder.roleOf(below) !== undefined && !isFolder) await loadFile(folder, root, path, below);
  else await loadBelow(folder, root, path);
}
