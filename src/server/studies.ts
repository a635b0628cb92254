import { posix } from 'node:path';
import { dirname, join, relative, sep } from 'node:path';
import type { BuiltIns } from '../core/index/build.ts';
import type { Role } from '../core/index/roles.ts';
import type { Analysis, Study } from '../core/index/study.ts';
import { configurationName, isWithin, pathOf, uriOf } from '../files/folder.ts';
import {
  loadFile,
  loadInto,
  loadNamedBibliographies,
  studyRootOf,
  studyRootsBelow,
} from '../files/loadStudy.ts';
import { StudyFolder } from '../workspace/studyFolder.ts';

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
  private loading: Promise<void> = Promise.resolve();

  constructor(readonly builtIns: BuiltIns) {}

  /** Settles when everything that was asked for has been read. */
  get ready(): Promise<void> {
    return this.loading;
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
    this.enqueue(async () => {
      for (const workspaceRoot of this.workspaceRoots)
        for (const root of await studyRootsBelow(workspaceRoot)) await this.load(root);
    });
  }

  private enqueue(work: () => Promise<void>): void {
    this.loading = this.loading.then(work).catch(() => undefined);
  }

  private async load(root: string): Promise<void> {
    const folder = this.byRoot.get(root) ?? new StudyFolder(uriOf(root), this.builtIns);
    this.byRoot.set(root, folder);
    await loadInto(folder, root);
    for (const [uri, document] of this.open_) this.place(uri, document);
  }

  async open(uri: string, languageId: string, text: string): Promise<void> {
    const document = { languageId, text };
    this.open_.set(uri, document);
    const path = pathOf(uri);
    if (path !== undefined && !this.rootOf(path)) {
      const root = studyRootOf(dirname(path));
      if (root !== undefined) this.enqueue(() => this.load(root));
      else if (!this.byRoot.has(dirname(path)))
        this.byRoot.set(dirname(path), new StudyFolder(uriOf(dirname(path)), this.builtIns));
    }
    this.place(uri, document);
    await this.ready;
  }

  change(uri: string, text: string): void {
    const document = this.open_.get(uri);
    if (!document) return;
    document.text = text;
    this.place(uri, document);
    this.readNamed(uri);
  }

  /** Reads the bibliographies that a paper has come to name, each missing path once until files change. */
  private readNamed(uri: string): void {
    const folder = this.folderOf(uri)?.folder;
    const root = this.rootFor(uri);
    if (!folder || root === undefined) return;
    const missing = folder.missingBibliographies.join('\n');
    if (missing === '' || missing === this.soughtFor.get(root)) return;
    this.soughtFor.set(root, missing);
    this.enqueue(() => loadNamedBibliographies(folder, root));
  }

  close(uri: string): void {
    this.open_.delete(uri);
    this.folderOf(uri)?.folder.closeDocument(uri);
  }

  private place(uri: string, document: OpenDocument): void {
    const found = this.folderOf(uri);
    if (!found) return;
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
      this.enqueue(() => this.load(dirname(path)));
      return this.ready;
    }
    const folder = this.byRoot.get(root);
    const relativePath = relative(root, path).split(sep).join(posix.sep);
    if (!folder) return;
    if (relativePath === configurationName) {
      await loadFile(folder, root, path, relativePath);
      this.enqueue(() => this.load(root));
      return this.ready;
    }
    const named = folder.missingBibliographies.includes(relativePath);
    if (named) await loadFile(folder, root, path, relativePath, 'bibliography');
    else if (folder.roleOf(relativePath) !== undefined || folder.uris.includes(uri))
      await loadFile(folder, root, path, relativePath);
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

  /** A document with its study, as it is now; undefined for documents that Pilcrow has no use for. */
  async locate(uri: string): Promise<Located | undefined> {
    await this.ready;
    const folder =
      this.folderOf(uri)?.folder ??
      this.folders.find((candidate) => candidate.study.byUri.has(uri)) ??
      this.folders[0];
    const analysis = folder?.analysis(uri);
    return folder && analysis ? { folder, study: folder.study, analysis } : undefined;
  }

  /** The path of something below a study folder. */
  static pathBelow(root: string, path: string): string {
    return join(root, ...path.split('/'));
  }
}
