import { runToEnd, type Task } from '../core/memo.ts';
import { type Finding, findingsTask } from '../core/check.ts';
import {
  analyse,
  type Analysis,
  buildStudy,
  type BuiltIns,
  comparePaths,
  defaultConfiguration,
  type FolderNames,
  readConfiguration,
  type Role,
  RoleFinder,
  DocumentCache,
  type Study,
  type StudyFile,
  withParts,
} from '../core/study.ts';
import { cacheTargets } from '../core/citedBy.ts';
import { firstIndex } from '../core/text.ts';
import { isSameMessage, type Message } from '../core/messages.ts';

/**
 * Content of a file, or why it cannot be had. A content may keep its text in some other form: it is
 * asked for its text when that is needed, and kept in place of it.
 */
export type FileContent = { readonly text: string } | { readonly problem: Message };

interface FolderEntry {
  readonly path: string;
  readonly roleByPath: Role | undefined;
  /** The role where the path does not tell: a bibliography that a paper names, a paper that a person names. */
  readonly role: Role | undefined;
  readonly disk: FileContent | undefined;
  /** What an editor holds, which counts before what is on disk. */
  readonly open: { readonly text: string; readonly role: Role | undefined } | undefined;
}

/** From this many changes on sorting everything is cheaper than putting each change in its place. */
const minSortedChanges = 256;

/** The files of a study folder by URI and in order of path; a change costs the copy of a list of addresses. */
class FileList {
  readonly byUri = new Map<string, Analysis>();
  /** A new list after each change, never changed itself. */
  inOrder: readonly Analysis[] = [];

  /** Takes over files as they are now; undefined for those that are gone. */
  replace(changes: readonly (readonly [uri: string, now: Analysis | undefined])[]): void {
    const real = changes.filter(([uri, now]) => this.byUri.get(uri) !== now);
    if (real.length === 0) return;
    const list = real.length < minSortedChanges ? [...this.inOrder] : undefined;
    for (const [uri, now] of real) {
      const before = this.byUri.get(uri);
      if (now) this.byUri.set(uri, now);
      else this.byUri.delete(uri);
      const placeFor = (file: Analysis): number =>
        firstIndex(list ?? [], (other) => comparePaths(other, file) >= 0);
      if (list && before && now && comparePaths(before, now) === 0)
        list[list.indexOf(before, placeFor(before))] = now;
      else {
        if (before) list?.splice(list.indexOf(before, placeFor(before)), 1);
        if (now) list?.splice(placeFor(now), 0, now);
      }
    }
    this.inOrder = list ?? [...this.byUri.values()].sort(comparePaths);
  }
}

/**
 * One study folder in memory: its files, what is open in an editor, and what follows from them. Everything is computed
 * when it is asked for and kept until a file changes; a change costs the analysis of the file that changed.
 */
export class StudyFolder {
  private readonly entries = new Map<string, FolderEntry>();
  /** What was read of the entries, but for those that changed since. */
  private readonly files = new FileList();
  private readonly changed = new Set<string>();
  /** Files that are not part of the study yet, so that a folder of thousands is not put together for each of them. */
  private readonly waiting = new Set<string>();
  /** What was read of those ahead of time. */
  private readonly prepared = new Map<string, Analysis>();
  /** Papers that were read as an editor holds them: they keep their document, whatever the cache has room for. */
  private readonly readOpen = new WeakSet<Analysis>();
  private readonly cache: DocumentCache;
  private roles = new RoleFinder(defaultConfiguration);
  private built: Study | undefined;
  private names_: FolderNames | undefined;
  /** The study with the names. */
  private whole: Study | undefined;

  constructor(
    /** URI of the folder, without a slash at the end. */
    readonly root: string,
    private readonly builtIns: BuiltIns = [],
    /** Of how many papers that nobody has open the documents are kept, for whoever has thousands and little memory. */
    room = Infinity,
  ) {
    this.cache = new DocumentCache(room);
  }

  /** The role a path would have; undefined where Pilcrow has no use for the file. */
  roleOf(path: string): Role | undefined {
    return this.roles.roleOf(path);
  }

  /**
   * Takes over what is on disk; `undefined` for a file that is gone.
   * @param role the role where a paper or a person gives it and not the path; kept until the file is gone
   */
  setFile(uri: string, path: string, content: FileContent | undefined, role?: Role): void {
    const entry = this.entries.get(uri);
    if (content === undefined && !hasUnsavedText(entry)) this.entries.delete(uri);
    else this.put(uri, { path, role: role ?? entry?.role, disk: content, open: entry?.open });
    this.change(uri, path);
  }

  /** Takes over what is on disk, as `setFile`; it becomes part of the study with `admit`. */
  setFileLater(uri: string, path: string, content: FileContent | undefined): void {
    if (content === undefined || this.entries.has(uri)) this.setFile(uri, path, content);
    else {
      this.put(uri, { path, role: undefined, disk: content, open: undefined });
      this.waiting.add(uri);
    }
  }

  /** How many files wait for `admit`. */
  get waitingCount(): number {
    return this.waiting.size;
  }

  /** Makes the files that wait a part of the study. */
  admit(): void {
    for (const uri of this.waiting) this.changed.add(uri);
    this.waiting.clear();
  }

  /**
   * Takes over what an editor holds.
   * @param role the role where the editor knows better than the path, as for an unsaved paper
   */
  openDocument(uri: string, path: string, text: string, role?: Role): void {
    const entry = this.entries.get(uri);
    this.put(uri, { path, role: entry?.role, disk: entry?.disk, open: { text, role } });
    this.change(uri, path);
  }

  /** The editor lets go of a document: what is on disk counts again. */
  closeDocument(uri: string): void {
    const entry = this.entries.get(uri);
    if (!entry?.open) return;
    if (entry.disk === undefined) this.entries.delete(uri);
    else this.put(uri, { ...entry, open: undefined });
    this.change(uri, entry.path);
  }

  /** The names of all that is in the folder, of use or not; undefined where nobody has looked. */
  get names(): FolderNames | undefined {
    return this.names_;
  }

  set names(names: FolderNames | undefined) {
    this.names_ = names;
    this.whole = undefined;
  }

  /** Everything that is known at this moment. */
  get study(): Study {
    if (this.changed.size > 0) {
      this.files.replace(
        [...this.changed].map((uri): [string, Analysis | undefined] => [
          uri,
          this.prepared.get(uri) ?? this.read(uri),
        ]),
      );
      for (const uri of this.changed) this.prepared.delete(uri);
      this.changed.clear();
    }
    const { built: before, files } = this;
    const built = before?.files === files.inOrder ? before : buildStudy(files.inOrder, this.builtIns, before);
    if (built !== before) this.whole = undefined;
    this.built = built;
    return this.names_ ? (this.whole ??= withParts(built, { names: this.names_ })) : built;
  }

  /**
   * Reads a file that has changed ahead of time, and checks it if it is a paper: many that change at once need not all be
   * read in one go. A paper is checked against the others as they are at this moment; what of that still holds later is
   * not done again.
   */
  *prepare(uri: string): Task<void> {
    const isNew = this.changed.has(uri) || this.waiting.has(uri);
    const analysis = isNew && !this.prepared.has(uri) ? this.read(uri) : undefined;
    if (!analysis) return;
    this.prepared.set(uri, analysis);
    yield;
    const before = this.whole ?? this.built;
    if (analysis.role === 'paper' && before) yield* this.check(analysis, before);
  }

  /**
   * Checks a file. Of a paper that nobody has open it is known from then on where its citations lead: whoever counts them
   * would have to read it again when its document has been let go of.
   */
  private *check(analysis: Analysis, study: Study): Task<readonly Finding[]> {
    const findings = yield* findingsTask(analysis, study);
    if (analysis.role === 'paper' && !this.readOpen.has(analysis)) cacheTargets(analysis, study);
    return findings;
  }

  /** One file as read; undefined where it has no role. Built-in editions and glossaries are found too. */
  analysis(uri: string): Analysis | undefined {
    return this.study.byUri.get(uri);
  }

  /** Whether a file is of the folder, be it on disk or in an editor. */
  has(uri: string): boolean {
    return this.entries.has(uri);
  }

  /** The path under which a file is known, relative to the folder; undefined for files that are not of the folder. */
  pathOf(uri: string): string | undefined {
    return this.entries.get(uri)?.path;
  }

  /** The file that is known under a path, which is that of a link to it. */
  uriAt(path: string): string | undefined {
    for (const [uri, entry] of this.entries) if (entry.path === path) return uri;
    return undefined;
  }

  /** Lets go of all files whose URIs begin so: they belong to another folder now. */
  letGoBelow(beginning: string): void {
    for (const uri of this.urisBelow(beginning)) {
      const path = this.pathOf(uri) ?? '';
      this.entries.delete(uri);
      this.change(uri, path);
    }
  }

  /** The files of the folder whose URIs begin so. */
  urisBelow(beginning: string): string[] {
    return [...this.entries.keys()].filter((uri) => uri.startsWith(beginning));
  }

  /** The findings of one file, most of them kept from the last time: the same list as long as it says the same. */
  findingsOf(uri: string): readonly Finding[] {
    return runToEnd(this.findingSteps(uri));
  }

  /** As `findingsOf`, in steps: the findings of the moment in which they were asked for, whatever changes meanwhile. */
  *findingSteps(uri: string): Task<readonly Finding[]> {
    const { study } = this;
    const analysis = this.files.byUri.get(uri);
    if (!analysis) return [];
    return yield* this.check(analysis, study);
  }

  /** URIs of all files with a role, in order of path. */
  get uris(): readonly string[] {
    return this.study.files.map((analysis) => analysis.file.uri);
  }

  /** Paths of bibliographies that papers name and that have not been read, relative to the study folder. */
  get missingBibliographies(): readonly string[] {
    const { papers, paths } = this.study;
    const missing = new Set<string>();
    for (const { bibliographies } of papers)
      for (const { candidates } of bibliographies)
        for (const path of candidates) if (!paths.has(path)) missing.add(path);
    return [...missing];
  }

  /** Which role a path gives takes long to see, and is seen once. */
  private put(uri: string, entry: Omit<FolderEntry, 'roleByPath'>): void {
    const before = this.entries.get(uri);
    const roleByPath = before?.path === entry.path ? before.roleByPath : this.roles.roleOf(entry.path);
    this.entries.set(uri, { ...entry, roleByPath });
  }

  private change(uri: string, path: string): void {
    this.changed.add(uri);
    this.waiting.delete(uri);
    this.prepared.delete(uri);
    if (path === 'pilcrow.json') this.readRoles(uri);
  }

  /** Files that have another role now are read again; the others stay. */
  private readRoles(configuration: string): void {
    const entry = this.entries.get(configuration);
    const text = entry?.open?.text ?? (entry?.disk && 'text' in entry.disk ? entry.disk.text : '{}');
    this.roles = new RoleFinder(readConfiguration(text).configuration);
    this.prepared.clear();
    for (const [uri, other] of this.entries) {
      const entry = { ...other, roleByPath: this.roles.roleOf(other.path) };
      this.entries.set(uri, entry);
      if (roleOfEntry(entry) !== this.files.byUri.get(uri)?.file.role) this.changed.add(uri);
    }
  }

  /** Reads a file; what was read of it before stays where it says the same. */
  private read(uri: string): Analysis | undefined {
    const entry = this.entries.get(uri);
    const role = entry && roleOfEntry(entry);
    const content = entry?.open ? { text: entry.open.text } : entry?.disk;
    if (role === undefined || content === undefined) return undefined;
    const path = entry?.path ?? '';
    const file = {
      uri,
      path,
      role,
      ...(role === 'paper' && entry?.roleByPath !== 'paper' && { isLeftOut: true }),
      content: 'text' in content ? withoutMark(content) : content,
    };
    const before = this.files.byUri.get(uri);
    const isOpen = entry?.open !== undefined && role === 'paper';
    const wasOpen = before !== undefined && this.readOpen.has(before);
    if (before && isOpen === wasOpen && isSameFile(before.file, file)) return before;
    const previous = role === 'paper' && !wasOpen ? undefined : before;
    const analysis = analyse(file, previous, isOpen ? undefined : this.cache);
    if (isOpen) this.readOpen.add(analysis);
    return analysis;
  }
}

function roleOfEntry({ roleByPath, role, open }: FolderEntry): Role | undefined {
  return open?.role ?? roleByPath ?? role;
}

function isSameFile(a: StudyFile, b: StudyFile): boolean {
  if (a.path !== b.path || a.role !== b.role || a.isLeftOut !== b.isLeftOut) return false;
  return 'text' in a.content
    ? 'text' in b.content && a.content.text === b.content.text
    : 'problem' in b.content && isSameMessage(a.content.problem, b.content.problem);
}

/** Editors hold on to documents that nobody looks at: only text that differs from the last on disk is somebody's work. */
function hasUnsavedText(entry: FolderEntry | undefined): boolean {
  if (!entry?.open) return false;
  return !entry.disk || !('text' in entry.disk) || withoutMark(entry.disk).text !== entry.open.text;
}

/** Editors never show a byte order mark; offsets do not count it. The content may make its text when it is asked for. */
function withoutMark(content: { readonly text: string }): { readonly text: string } {
  const { text } = content;
  return text.charCodeAt(0) === 0xfeff ? { text: text.slice(1) } : content;
}
