import { findingsOf, type Finding } from '../core/check/findings.ts';
import { analyse } from '../core/index/analyse.ts';
import { buildStudy, type BuiltIns } from '../core/index/build.ts';
import { defaultConfiguration, readConfiguration } from '../core/index/configuration.ts';
import { namedBibliographies } from '../core/index/namedBibliographies.ts';
import { RoleFinder, type Role } from '../core/index/roles.ts';
import type { Analysis, Study, StudyFile } from '../core/index/study.ts';

/** Content of a file, or a sentence that says why it cannot be had. */
export type FileContent = { readonly text: string } | { readonly problem: string };

interface Entry {
  readonly path: string;
  /** The role where the path does not tell: a bibliography that a paper names, a paper that a person names. */
  readonly role: Role | undefined;
  readonly disk: FileContent | undefined;
  /** What an editor holds, which counts before what is on disk. */
  readonly open: { readonly text: string; readonly role: Role | undefined } | undefined;
  readonly analysis: Analysis | undefined;
}

/**
 * One study folder in memory: its files, what is open in an editor, and what follows from them. Everything is computed
 * when it is asked for and kept until a file changes; a change costs the analysis of the file that changed.
 */
export class StudyFolder {
  private readonly entries = new Map<string, Entry>();
  private roles = new RoleFinder(defaultConfiguration);
  private built: Study | undefined;
  private findings = new Map<string, readonly Finding[]>();

  constructor(
    /** URI of the folder, without a slash at the end. */
    readonly root: string,
    private readonly builtIns: BuiltIns = [],
  ) {}

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
    const analysis = entry?.open ? entry.analysis : undefined;
    if (content === undefined && !hasUnsavedText(entry)) this.entries.delete(uri);
    else this.put(uri, { path, role: role ?? entry?.role, disk: content, open: entry?.open, analysis });
    this.changed(path);
  }

  /**
   * Takes over what an editor holds.
   * @param role the role where the editor knows better than the path, as for an unsaved paper
   */
  openDocument(uri: string, path: string, text: string, role?: Role): void {
    const entry = this.entries.get(uri);
    this.put(uri, { path, role: entry?.role, disk: entry?.disk, open: { text, role }, analysis: undefined });
    this.changed(path);
  }

  /** The editor lets go of a document: what is on disk counts again. */
  closeDocument(uri: string): void {
    const entry = this.entries.get(uri);
    if (!entry?.open) return;
    if (entry.disk === undefined) this.entries.delete(uri);
    else this.put(uri, { ...entry, open: undefined, analysis: undefined });
    this.changed(entry.path);
  }

  /** Everything that is known at this moment. */
  get study(): Study {
    this.built ??= buildStudy(this.analyses(), this.builtIns);
    return this.built;
  }

  /** One file as read; undefined where it has no role. Built-in editions and glossaries are found too. */
  analysis(uri: string): Analysis | undefined {
    return this.study.byUri.get(uri);
  }

  /** The findings of one file, most of them kept from the last time they were asked for. */
  findingsOf(uri: string): readonly Finding[] {
    const study = this.study;
    const kept = this.findings.get(uri);
    if (kept) return kept;
    const analysis = study.byUri.get(uri);
    const found = analysis && study.files.includes(analysis) ? findingsOf(analysis, study) : [];
    this.findings.set(uri, found);
    return found;
  }

  /** URIs of all files with a role, in order of path. */
  get uris(): readonly string[] {
    return this.study.files.map((analysis) => analysis.file.uri);
  }

  /** Paths of bibliographies that papers name and that have not been read, relative to the study folder. */
  get missingBibliographies(): readonly string[] {
    const known = new Set([...this.entries.values()].map((entry) => entry.path));
    const named = this.study.papers.flatMap((paper) =>
      namedBibliographies(paper).flatMap((each) => each.candidates),
    );
    return [...new Set(named)].filter((path) => !known.has(path));
  }

  private put(uri: string, entry: Entry): void {
    this.entries.set(uri, entry);
  }

  private changed(path: string): void {
    this.built = undefined;
    this.findings = new Map();
    if (path === 'pilcrow.json') this.readRoles();
  }

  private readRoles(): void {
    const entry = [...this.entries.values()].find((candidate) => candidate.path === 'pilcrow.json');
    const text = entry?.open?.text ?? (entry?.disk && 'text' in entry.disk ? entry.disk.text : '{}');
    this.roles = new RoleFinder(readConfiguration(text).configuration);
    for (const [uri, kept] of this.entries) this.entries.set(uri, { ...kept, analysis: undefined });
  }

  private analyses(): Analysis[] {
    return [...this.entries].flatMap(([uri, entry]) => {
      const role = entry.open?.role ?? this.roles.roleOf(entry.path) ?? entry.role;
      const content = entry.open ? { text: entry.open.text } : entry.disk;
      if (role === undefined || content === undefined) return [];
      const analysis = entry.analysis ?? analyse(file(uri, entry.path, role, content));
      this.entries.set(uri, { ...entry, analysis });
      return [analysis];
    });
  }
}

/** Editors hold on to documents that nobody looks at: only text that differs from the last on disk is somebody's work. */
function hasUnsavedText(entry: Entry | undefined): boolean {
  if (!entry?.open) return false;
  return !entry.disk || !('text' in entry.disk) || withoutMark(entry.disk.text) !== entry.open.text;
}

function file(uri: string, path: string, role: Role, content: FileContent): StudyFile {
  return { uri, path, role, content: 'text' in content ? { text: withoutMark(content.text) } : content };
}

/** Editors never show a byte order mark; offsets do not count it. */
function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
