import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { Message } from '../../core/messages.ts';
import type { FindingRow } from '../../core/present/listings.ts';
import { maxFileBytes } from '../../files/fileSystem.ts';
import { disk } from '../../files/node.ts';
import type { CacheOptions } from '../io.ts';
import type { PaperResult } from './results.ts';

/** Changes whenever what is written has another form; what other forms say is not read. */
const cacheFormat = 4;
/** A study folder that nobody checked for so long is forgotten. */
const maxAgeMs = 30 * 24 * 60 * 60 * 1000;
/** Of more study folders than this the ones checked last are remembered. */
const maxFolders = 64;

/** What is kept of one paper. */
export interface KeptPaper {
  /** Of the paper's bytes. */
  readonly hash: string;
  /** Where the bibliographies that it names may be. */
  readonly named: readonly string[];
  /** A fingerprint of all that its links may rest on besides the context; empty where it has none. */
  readonly links: string;
  /** Undefined where it was not checked in this context. */
  readonly result?: PaperResult;
}

/** The findings of files by their paths. */
export type RowsByPath = ReadonlyMap<string, readonly FindingRow<Message>[]>;

/** What is kept of one study folder. */
export interface KeptFolder {
  /** Fingerprint of all that the results rest on besides the paper itself. */
  readonly context: string;
  /** By path, which may be any name, such as that of a property that all objects have. */
  readonly papers: ReadonlyMap<string, KeptPaper>;
  /** The findings of the other files, and a fingerprint of all papers and the context, on which they rest. */
  readonly others: {
    readonly key: string;
    readonly rows: RowsByPath;
  };
}

export const emptyFolder: KeptFolder = {
  context: '',
  papers: new Map(),
  others: { key: '', rows: new Map() },
};

/** `KeptFolder` as JSON. */
interface WrittenFolder {
  readonly context: string;
  readonly papers: readonly (readonly [path: string, KeptPaper])[];
  readonly others: {
    readonly key: string;
    readonly rows: readonly (readonly [path: string, readonly FindingRow<Message>[]])[];
  };
}

/**
 * The results of one study folder from the last time, in one file that may be deleted at any time. Its name tells the
 * folder; its first line is a fingerprint of the code that wrote it and of the rest. What does not fit is as if it were
 * not there: a cache never makes a check fail, and never says what the code that runs would not say.
 */
export class ResultCache {
  private readonly folder: string;
  private readonly file: string;
  private readonly code: string;

  /** @param root the study folder, its links resolved */
  constructor(
    private readonly options: CacheOptions,
    root: string,
  ) {
    this.folder = join(options.folder, 'check');
    this.file = join(this.folder, `${sha256(root).slice(0, 32)}.json`);
    this.code = `${String(cacheFormat)} ${options.code()}`;
  }

  read(): KeptFolder {
    try {
      const found = disk.reader().read(this.file);
      const text = found && 'bytes' in found ? found.bytes.toString() : '';
      const end = text.indexOf('\n');
      const body = text.slice(end + 1);
      if (text.slice(0, end) !== this.seal(body)) return emptyFolder;
      const { context, papers, others } = JSON.parse(body) as WrittenFolder;
      return {
        context,
        papers: new Map(papers),
        others: { key: others.key, rows: new Map(others.rows) },
      };
    } catch {
      return emptyFolder;
    }
  }

  /** Readable by nobody else, as findings quote from papers. */
  async write(kept: KeptFolder): Promise<void> {
    const { context, papers, others } = kept;
    const written: WrittenFolder = {
      context,
      papers: [...papers],
      others: { key: others.key, rows: [...others.rows] },
    };
    const body = JSON.stringify(written);
    const text = `${this.seal(body)}\n${body}`;
    if (Buffer.byteLength(text) > maxFileBytes) return disk.remove(this.file);
    try {
      await disk.write(this.file, text, { isPrivate: true });
      await this.forgetOld();
    } catch (error) {
      this.options.onRefused?.(error);
    }
  }

  private seal(body: string): string {
    return sha256(`${this.code}\n${body}`);
  }

  /** Also what was left half written. */
  private async forgetOld(): Promise<void> {
    const files = ((await disk.list(this.folder)) ?? [])
      .filter(({ name }) => /^[0-9a-f]{32}\.json|\.tmp$/.test(name))
      .map(({ name }) => {
        const path = join(this.folder, name);
        return { path, time: disk.look(path)?.modifiedMs ?? 0 };
      })
      .sort((a, b) => b.time - a.time);
    const newest = files[0]?.time ?? 0;
    const old = files.filter(({ time }, at) => at >= maxFolders || time < newest - maxAgeMs);
    await Promise.all(old.map(({ path }) => disk.remove(path)));
  }
}

/** SHA-256, 64 lower-case hex digits. */
export function sha256(data: string | Uint8Array): string {
  return hash('sha256', data, 'hex');
}
