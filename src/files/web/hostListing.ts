/** The names in the folders of a host, asked for once where several wait for them, and ahead of those who go through a folder. */
import type { Entry } from '../fileSystem.ts';
import { join, sep } from '../pathNames.ts';
import type { HostAnswer } from './fileHost.ts';
import type { HostNames } from './hostNames.ts';

/** How long what the host said of a folder counts as said just now, in milliseconds: what changes meanwhile the client tells. */
const freshMs = 5000;
/** How many folders are asked for ahead at once. */
const maxAhead = 16;

type NamesHeard = readonly Entry[] | undefined;

export class HostListing {
  private readonly running = new Map<string, Promise<NamesHeard>>();
  /** When the host said what is in a folder. */
  private readonly heardAt = new Map<string, number>();
  private readonly wantedNext: string[] = [];
  private countAhead = 0;

  constructor(
    private readonly names: HostNames,
    private readonly ask: (folder: string) => Promise<HostAnswer>,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Learns what is in a folder, and then what is in those below. Undefined where there is none. */
  async list(folder: string): Promise<NamesHeard> {
    const listed = await this.learn(folder);
    this.lookAhead(folder, listed ?? []);
    return listed;
  }

  /** As `list`, of this folder alone. */
  learn(folder: string): Promise<NamesHeard> {
    if (this.isFresh(folder)) return Promise.resolve(this.names.entriesOf(folder));
    return this.running.get(folder) ?? this.learnAnew(folder);
  }

  /** As `learn`, whatever has been said or asked before. */
  learnAnew(folder: string): Promise<NamesHeard> {
    const own = this.ask(folder).then((answer): NamesHeard | Promise<NamesHeard> => {
      // Where something has changed since, this may be what was before.
      if (this.running.get(folder) !== own) return this.learn(folder);
      this.running.delete(folder);
      return this.take(folder, answer);
    });
    this.running.set(folder, own);
    return own;
  }

  /** Takes it that something has changed at a path: what was said of it, and of what is below, counts no longer. */
  changed(path: string): void {
    for (const told of [this.heardAt, this.running])
      for (const folder of told.keys())
        if (folder === path || folder.startsWith(path + sep)) told.delete(folder);
  }

  /** Where the host fails, nothing is taken from what it said before. */
  private take(folder: string, answer: HostAnswer): NamesHeard {
    if ('entries' in answer) {
      const entries = answer.entries.map(([name, kind]) => ({ name, kind }));
      this.names.set(folder, entries);
      this.heardAt.set(folder, this.now());
    } else if (isAbsent(answer)) {
      this.names.set(folder, []);
      return undefined;
    }
    return this.names.entriesOf(folder);
  }

  private isFresh(folder: string): boolean {
    const heardAt = this.heardAt.get(folder);
    return heardAt !== undefined && this.now() - heardAt < freshMs;
  }

  /** A host may take long for each folder, and who goes through a study folder asks for one after another. */
  private lookAhead(folder: string, entries: readonly Entry[]): void {
    for (const { name, kind } of entries)
      if (kind === 'folder' && name !== 'node_modules' && !name.startsWith('.'))
        this.wantedNext.push(join(folder, name));
    while (this.countAhead < maxAhead) {
      const next = this.wantedNext.shift();
      if (next === undefined) return;
      if (this.isFresh(next) || this.running.has(next)) continue;
      this.countAhead++;
      void this.list(next).then(() => {
        this.countAhead--;
        this.lookAhead(next, []);
      });
    }
  }
}

export function isAbsent(answer: HostAnswer): boolean {
  return 'code' in answer && (answer.code === 'ENOENT' || answer.code === 'ENOTDIR');
}
