import { join } from '../files/pathNames.ts';
import type { Role } from '../core/study.ts';
import { listFolder, NameCollector, type ListedFile } from '../files/folder.ts';
import { loadNamedBibliographies, loadNames, readListed } from '../files/loadStudy.ts';
import { uriOf } from '../files/paths.ts';
import { configurationName } from '../files/roots.ts';
import { readSettings } from '../files/texts.ts';
import type { FileContent, StudyFolder } from '../workspace/studyFolder.ts';
import { TimeSlicer } from './timeSlicer.ts';

/** How many files are read at once. */
const readsAtOnce = 32;

/**
 * Reads a study folder in two steps, so that what is open is checked before a thousand papers are read: first all that
 * papers rest on (configuration, sources, glossaries, bibliographies), then the papers. A folder of few papers is read
 * in one step.
 */
export class Loading {
  private papers: readonly ListedFile[] = [];
  private readonly slices = new TimeSlicer();
  private namesRead: Promise<void> = Promise.resolve();
  /** Names that are to be read after those that are being read. */
  private namesToRead: Promise<void> | undefined;

  constructor(
    readonly folder: StudyFolder,
    readonly root: string,
  ) {}

  /** Whether there are papers that have not been read. */
  get hasMore(): boolean {
    return this.papers.length > 0;
  }

  /** Looks again which files and folders there are: once for all that ask before it begins. */
  readNames(): Promise<void> {
    this.namesToRead ??= this.namesRead.then(() => {
      this.namesToRead = undefined;
      return loadNames(this.folder, this.root);
    });
    this.namesRead = this.namesToRead;
    return this.namesToRead;
  }

  /** Nobody wants what is left to read any longer. */
  stop(): void {
    this.papers = [];
  }

  async first(): Promise<void> {
    const { folder, root } = this;
    await this.read([{ uri: uriOf(join(root, configurationName)), path: configurationName }]);
    const names = new NameCollector();
    const files = await listFolder(root, (path) => folder.roleOf(path) !== undefined, names);
    folder.names = names.all;
    const isPaper = ({ path }: ListedFile): boolean => folder.roleOf(path) === laterRole;
    const papers = files.filter(isPaper);
    this.papers = papers.length > readsAtOnce ? papers : [];
    const now = papers.length > readsAtOnce ? files.filter((file) => !isPaper(file)) : files;
    for (let i = 0; i < now.length; i += readsAtOnce) await this.read(now.slice(i, i + readsAtOnce));
    await loadNamedBibliographies(folder, root);
  }

  /**
   * Reads and checks the papers, a few at a time, giving way to everything else.
   * @param calm settles when there is nothing more urgent
   */
  async rest(calm: () => Promise<void>): Promise<void> {
    const { folder, root, papers, slices } = this;
    for (let i = 0; i < papers.length; i += readsAtOnce) {
      const batch = papers.slice(i, i + readsAtOnce);
      const contents = await Promise.all(batch.map((file) => readListed(root, file)));
      for (const [at, { uri, path }] of batch.entries()) {
        await calm();
        if (this.papers !== papers) return;
        folder.setFileLater(uri, path, compact(contents[at]));
        await slices.run(folder.prepare(uri));
      }
      // Putting a study together takes time in proportion to its files: done at each quarter more, all of them at most
      // take as long as the last few.
      if (4 * folder.waitingCount > i) folder.admit();
    }
    folder.admit();
    if (papers.length > 0) await loadNamedBibliographies(folder, root);
    this.papers = [];
  }

  private async read(files: readonly ListedFile[]): Promise<void> {
    await Promise.all(
      files.map(async (file) => {
        const { uri, path } = file;
        const content =
          path === configurationName ? await readSettings(this.root) : await readListed(this.root, file);
        if (content) this.folder.setFile(uri, path, content);
      }),
    );
    for (const { uri } of files) await this.slices.run(this.folder.prepare(uri));
  }
}

const laterRole: Role = 'paper';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A text kept as UTF-8, which takes half the room of a string with a single “ in it, and none of the heap. */
class CompactText {
  private readonly bytes: Uint8Array;

  constructor(text: string) {
    this.bytes = encoder.encode(text);
  }

  get text(): string {
    return decoder.decode(this.bytes);
  }
}

/** The content of a file that was read as UTF-8, for files of which there are many and few are looked at. */
function compact(content: FileContent | undefined): FileContent | undefined {
  return content && 'text' in content ? new CompactText(content.text) : content;
}
