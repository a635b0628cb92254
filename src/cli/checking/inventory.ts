import { join } from 'node:path';
import type { Message } from '../../core/messages.ts';
import {
  type Configuration,
  type FolderNames,
  pathsWithFragment,
  readConfiguration,
  type Role,
  RoleFinder,
} from '../../core/study.ts';
import { mayLink } from '../../core/text.ts';
import type { FileBytes } from '../../files/fileSystem.ts';
import { listFolder, NameCollector } from '../../files/folder.ts';
import { disk } from '../../files/node.ts';
import { isWithin, relativeTo } from '../../files/paths.ts';
import { configurationName } from '../../files/roots.ts';
import { decode, settingsOutside } from '../../files/texts.ts';
import type { FileContent } from '../../workspace/studyFolder.ts';
import type { ChosenStudy } from '../choose.ts';
import { sha256 } from './cache.ts';
import { frontMatterPrefix } from './frontMatterPrefix.ts';

/** A file of a study folder that has been looked at, but not read as text. */
export interface KnownFile {
  readonly path: string;
  readonly role: Role;
  /** Of its bytes, or of why they cannot be had. */
  readonly hash: string;
  /** Bytes. */
  readonly size: number;
  /** Whether the command is about it. */
  readonly isChosen: boolean;
  /** Why it cannot be read. */
  readonly problem: Message | undefined;
  /** Of a paper, the front matter that others may depend on. */
  readonly head: Buffer | undefined;
  /** Of a file that may have links: the paths of others at whose headings it may link. */
  readonly links: readonly string[] | undefined;
}

/** Every file of a study folder, in order of path. */
export interface Inventory {
  readonly root: string;
  readonly configuration: Configuration;
  readonly files: readonly KnownFile[];
  /** Of all that is in the folder; undefined where nobody has looked. */
  readonly names: FolderNames | undefined;
  /** The bytes of the files that are no papers, until they are read as text: papers are read again when they are checked. */
  readonly bytes: Map<string, Uint8Array>;
}

/** Looks at every file of a study folder once: at bytes alone, so that it takes little more than reading them. */
export class InventoryScan {
  private readonly reader = disk.reader();
  private readonly roles: RoleFinder;
  private readonly files = new Map<string, KnownFile>();
  private readonly configuration: Configuration;
  private readonly bytes = new Map<string, Uint8Array>();
  private names: FolderNames | undefined;

  constructor(private readonly chosen: ChosenStudy) {
    const found = this.read(configurationName);
    const content = found && contentOfBytes(found, configurationName);
    const text = content && 'text' in content ? content.text.replace(/^\uFEFF/, '') : '{}';
    this.configuration = readConfiguration(text).configuration;
    this.roles = new RoleFinder(this.configuration);
  }

  /**
   * Everything that is there, and the files that a person named.
   * @param listed is told how many papers there are, before any is looked at
   */
  async take(listed: (papers: number) => void): Promise<void> {
    const { root, files, isLone } = this.chosen;
    const names = new NameCollector();
    const isOfUse = (path: string): boolean => this.roles.roleOf(path) !== undefined;
    const found = isLone ? [] : await listFolder(root, isOfUse, names);
    if (!isLone) this.names = names.all;
    const roles = found.map(({ path }) => this.roles.roleOf(path) ?? 'paper');
    listed(roles.filter((role) => role === 'paper').length);
    for (const [index, file] of found.entries()) this.look(file.path, roles[index] ?? 'paper', file);
    // Read whatever it is: settings that are a folder, or lead elsewhere, are not in the list.
    if (!this.files.has(configurationName)) this.look(configurationName, 'configuration');
    for (const full of files) {
      const path = relativeTo(root, full) ?? '';
      if (!this.files.has(path)) this.look(path, this.roles.roleOf(path) ?? 'paper');
    }
  }

  /** Bibliographies that papers name, where they are in the folder and not known yet. */
  add(paths: Iterable<string>): void {
    for (const path of paths)
      if (!this.files.has(path))
        this.look(path, this.roles.roleOf(path) ?? 'bibliography', { within: this.chosen.root });
  }

  has(path: string): boolean {
    return this.files.has(path);
  }

  /** What has been found so far. */
  get inventory(): Inventory {
    const files = [...this.files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    return {
      root: this.chosen.root,
      configuration: this.configuration,
      files,
      names: this.names,
      bytes: this.bytes,
    };
  }

  private read(path: string, within?: string): FileBytes | undefined {
    const { root } = this.chosen;
    const refused = path === configurationName ? settingsOutside(root) : undefined;
    return refused ?? this.reader.read(join(root, path), within);
  }

  /**
   * @param known what is known of the file: the folder that its links must not lead out of, and why it cannot be read
   */
  private look(path: string, role: Role, known: { within?: string; problem?: Message } = {}): void {
    const { root, folders, files } = this.chosen;
    const full = join(root, path);
    const found = known.problem ? { problem: known.problem } : this.read(path, known.within);
    if (!found) return;
    const bytes = 'bytes' in found ? bufferOver(found.bytes) : undefined;
    const isPaper = role === 'paper' && bytes !== undefined;
    const head = isPaper ? frontMatterPrefix(bytes) : undefined;
    // The reader may use its buffer again.
    if (bytes && !isPaper) this.bytes.set(path, Buffer.from(bytes));
    this.files.set(path, {
      path,
      role,
      hash: 'bytes' in found ? sha256(found.bytes) : `!${JSON.stringify(found.problem)}`,
      size: 'bytes' in found ? found.bytes.length : 0,
      isChosen: folders.some((folder) => isWithin(folder, full)) || files.includes(full),
      problem: 'problem' in found ? found.problem : undefined,
      head: head && Buffer.from(head),
      links: bytes && linkedPaths(bytes, path),
    });
  }
}

/** The same bytes, with what Node.js has to search them. */
function bufferOver({ buffer, byteOffset, length }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, length);
}

/** Undefined where there are no links, by the same test as where a check is given links. */
function linkedPaths(bytes: Buffer, path: string): readonly string[] | undefined {
  // Most have none of these signs, which are looked for without making a text of the bytes.
  if (!bytes.includes('](') && !bytes.includes(']:')) return undefined;
  const text = bytes.toString();
  return mayLink(text) ? pathsWithFragment(text, path) : undefined;
}

/** The text of a file that was looked at. */
export function contentOfBytes(found: FileBytes, path: string): FileContent {
  return 'bytes' in found ? decode(found.bytes, path) : found;
}
