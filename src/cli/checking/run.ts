import { join } from 'node:path';
import { messageOf, type Message } from '../../core/messages.ts';
import type { FindingRow } from '../../core/present/listings.ts';
import type { ChosenStudy } from '../choose.ts';
import { tell, type CacheOptions, type Io } from '../io.ts';
import { disk } from '../../files/node.ts';
import { emptyFolder, ResultCache, sha256, type KeptFolder, type KeptPaper } from './cache.ts';
import { mayListWorks, mayNameBibliographies } from './frontMatterPrefix.ts';
import { contentOfBytes, InventoryScan, type Inventory, type KnownFile } from './inventory.ts';
import { Pool } from './pool.ts';
import type { CheckContext, GivenFile, PaperResult } from './results.ts';
import type { BatchWorker } from './worker.ts';

/** What checking the chosen files of a study folder gave. */
export interface StudyResult {
  readonly inventory: Inventory;
  /** By path; files are called by their paths relative to the study folder. */
  readonly rows: ReadonlyMap<string, readonly FindingRow<Message>[]>;
  /** Of the chosen papers that can be read. */
  readonly papers: number;
  readonly citations: number;
  /** How many files were checked now and not taken over from the last time. */
  readonly checked: number;
}

/**
 * Checks a study folder without ever having all of it in memory: first everything that papers rest on is read, then one
 * paper after another, then the findings that need to know what all papers cite and use. What was found the last time
 * is taken over where nothing changed that it rests on.
 */
export async function checkStudy(
  chosen: ChosenStudy,
  cache: CacheOptions | undefined,
  io: Io,
): Promise<StudyResult> {
  const store = cache && new ResultCache(cache, disk.realPath(chosen.root));
  const kept = store?.read() ?? emptyFolder;
  const stock = new InventoryScan(chosen);
  const pool = new Pool(io.threads);
  try {
    const isNew = kept.papers.size === 0;
    await stock.take((papers) => isNew && pool.start(papers * usualPaperBytes));
    return await checkStock(stock, pool, store, kept, io);
  } finally {
    await pool.end();
  }
}

/** Of a paper, bytes: to guess from how many there are whether several threads will be needed. */
const usualPaperBytes = 6000;

async function checkStock(
  stock: InventoryScan,
  pool: Pool,
  store: ResultCache | undefined,
  kept: KeptFolder,
  io: Io,
): Promise<StudyResult> {
  const named = await bibliographyFolders(stock.inventory.files, kept);
  const candidates = [...named.values()].flat();
  stock.add(candidates);
  const { inventory } = stock;
  const key = contextKey(inventory, candidates);
  const check = new StudyCheck(inventory, key, kept.context === key ? kept : emptyFolder, io, pool);
  await check.run();
  const now = check.keep(named);
  if (now !== kept) await store?.write(now);
  return check.result();
}

type Named = ReadonlyMap<string, readonly string[]>;

/** Where the bibliographies may be that papers name, by the path of the paper. */
async function bibliographyFolders(files: readonly KnownFile[], kept: KeptFolder): Promise<Named> {
  const named = new Map<string, readonly string[]>();
  for (const { path, role, hash, head } of files) {
    if (!head || !mayNameBibliographies(head)) continue;
    const before = kept.papers.get(path);
    if (before?.hash === hash) named.set(path, before.named);
    else {
      const { namedIn } = await import('./worker.ts');
      named.set(path, namedIn({ path, role, content: contentOfBytes({ bytes: head }, path) }));
    }
  }
  return named;
}

/** A fingerprint of all that the findings of a paper rest on besides the paper itself. */
function contextKey({ files }: Inventory, candidates: readonly string[]): string {
  const present = new Set(files.map(({ path }) => path));
  const parts = files.flatMap(({ path, role, hash, problem, head }) => {
    if (role !== 'paper') return [['file', role, path, hash]];
    return !problem && head && mayListWorks(head) ? [['head', path, sha256(head)]] : [];
  });
  const named = [...new Set(candidates)].filter((path) => present.has(path)).sort();
  return sha256(JSON.stringify([parts, named]));
}

/** A fingerprint of the names of all that is in the folder. */
function namesKey({ names }: Inventory): string {
  return names ? sha256(JSON.stringify([...names])) : 'unknown';
}

/** Of each paper, a fingerprint of all that its links may rest on besides the context; empty where it has none. */
function linksKeys({ files }: Inventory, names: string): ReadonlyMap<string, string> {
  const hashes = new Map(files.map(({ path, role, hash }) => [path, role === 'paper' ? hash : '']));
  return new Map(
    files.map(({ path, links }) => [
      path,
      links ? sha256(JSON.stringify([names, links.map((each) => [each, hashes.get(each)])])) : '',
    ]),
  );
}

/** What a check looks at besides the papers: settings that cannot be used are said whichever files are chosen. */
function isAsked({ isChosen, role }: KnownFile): boolean {
  return isChosen || role === 'configuration';
}

async function anyRestsOnPapers(files: readonly KnownFile[]): Promise<boolean> {
  const { restsOnPapers } = await import('./worker.ts');
  return files.some(({ role }) => restsOnPapers(role));
}

/** One run over one study folder. */
class StudyCheck {
  private readonly papers: readonly KnownFile[];
  private readonly others: readonly KnownFile[];
  private readonly results = new Map<string, PaperResult>();
  /** Papers that changed after they were looked at: what was found in them is shown, but not kept. */
  private readonly changed = new Set<string>();
  private readonly othersKey: string;
  private readonly otherRows = new Map<string, readonly FindingRow<Message>[]>();
  private contextMade: CheckContext | undefined;
  private crew: Promise<BatchWorker> | undefined;
  private checked = 0;
  private readonly linksKeys: ReadonlyMap<string, string>;

  /** @param kept what holds in this context */
  constructor(
    private readonly inventory: Inventory,
    private readonly contextKey: string,
    private readonly kept: KeptFolder,
    private readonly io: Io,
    private readonly pool: Pool,
  ) {
    this.papers = inventory.files.filter(({ role }) => role === 'paper');
    this.others = inventory.files.filter(({ role }) => role !== 'paper');
    const names = namesKey(inventory);
    this.linksKeys = linksKeys(inventory, names);
    this.othersKey = sha256(
      JSON.stringify([contextKey, names, this.papers.map(({ path, hash }) => [path, hash])]),
    );
    for (const { path, hash } of this.papers) {
      const before = kept.papers.get(path);
      if (before?.hash === hash && before.links === this.linksKeys.get(path) && before.result)
        this.results.set(path, before.result);
    }
    if (kept.others.key === this.othersKey)
      for (const [path, rows] of kept.others.rows) this.otherRows.set(path, rows);
  }

  async run(): Promise<void> {
    const others = this.others.filter((file) => isAsked(file) && !this.otherRows.has(file.path));
    const restOnPapers = others.length > 0 && (await anyRestsOnPapers(others));
    const papers = this.papers.filter(
      ({ isChosen, path }) => (isChosen || restOnPapers) && !this.results.has(path),
    );
    if (papers.length > 0) await this.checkPapers(papers, others.length > 0);
    if (others.length > 0) await this.checkOthers(others.map(({ path }) => path));
    this.checked = papers.length + others.length;
  }

  private async checkPapers(papers: readonly KnownFile[], othersToo: boolean): Promise<void> {
    const tasks = papers.map(({ path, size, problem }) => ({
      path,
      size,
      full: join(this.inventory.root, path),
      problem,
    }));
    const ready = async (): Promise<BatchWorker> => {
      const crew = await this.readyCrew();
      if (othersToo) crew.checker.prepareOthers();
      return crew;
    };
    const { done, lost } = await this.pool.check(tasks, this.context, ready);
    if (lost > 0) tell(this.io, messageOf('check.lostThread'));
    const hashes = new Map(papers.map(({ path, hash }) => [path, hash]));
    for (const { path, hash, result } of done) {
      this.results.set(path, result);
      if (hash !== hashes.get(path)) this.changed.add(path);
    }
  }

  private async checkOthers(paths: readonly string[]): Promise<void> {
    const { checker } = await this.readyCrew();
    const sums = {
      cited: [...new Set([...this.results.values()].flatMap(({ cited }) => cited))],
      terms: [...new Set([...this.results.values()].flatMap(({ terms }) => terms))],
      moves: [...this.results.values()].flatMap(({ moves = [] }) => moves),
    };
    const rows = checker.checkOthers(paths, sums);
    for (const path of paths) this.otherRows.set(path, rows.get(path) ?? []);
  }

  private readyCrew(): Promise<BatchWorker> {
    this.crew ??= import('./worker.ts').then((worker) => new worker.BatchWorker(this.context));
    return this.crew;
  }

  private get context(): CheckContext {
    return (this.contextMade ??= this.makeContext());
  }

  private makeContext(): CheckContext {
    const { files, bytes } = this.inventory;
    const contentOf = ({ path, problem }: KnownFile): GivenFile['content'] => {
      const own = bytes.get(path) ?? new Uint8Array();
      bytes.delete(path);
      return problem ? { problem } : contentOfBytes({ bytes: own }, path);
    };
    return {
      packageRoot: this.io.packageRoot,
      files: this.others.map((file) => ({ path: file.path, role: file.role, content: contentOf(file) })),
      heads: this.papers.flatMap(({ path, role, head }) =>
        head && mayListWorks(head) ? [{ path, role, content: contentOfBytes({ bytes: head }, path) }] : [],
      ),
      linked: this.linkedPapers,
      names: this.inventory.names,
      paths: files.map(({ path }) => path),
    };
  }

  /** Read again: nothing is kept of papers but what is needed of them. */
  private get linkedPapers(): GivenFile[] {
    const wanted = new Set(this.inventory.files.flatMap(({ links }) => links ?? []));
    const reader = disk.reader();
    return this.papers.flatMap(({ path, role, problem }) => {
      const there = problem ? { problem } : undefined;
      const found = wanted.has(path) ? (there ?? reader.read(join(this.inventory.root, path))) : undefined;
      return found ? [{ path, role, content: contentOfBytes(found, path) }] : [];
    });
  }

  /** What can be taken over the next time; what was kept before where there is nothing new. */
  keep(named: Named): KeptFolder {
    const { kept, contextKey, results, changed } = this;
    if (this.checked === 0 && kept.papers.size === this.papers.length) return kept;
    const papers = this.papers.map(({ path, hash }): [string, KeptPaper] => {
      const result = changed.has(path) ? undefined : results.get(path);
      const links = this.linksKeys.get(path) ?? '';
      return [path, { hash, named: named.get(path) ?? [], links, ...(result && { result }) }];
    });
    const key = changed.size > 0 ? '' : this.othersKey;
    return { context: contextKey, papers: new Map(papers), others: { key, rows: this.otherRows } };
  }

  result(): StudyResult {
    const rows = new Map<string, readonly FindingRow<Message>[]>();
    let papers = 0;
    let citations = 0;
    for (const file of this.inventory.files) {
      const { path } = file;
      const result = this.results.get(path);
      const found = result?.rows ?? this.otherRows.get(path) ?? [];
      if (!file.isChosen && !(isAsked(file) && found.length > 0)) continue;
      rows.set(path, found);
      if (result?.citations === undefined) continue;
      papers++;
      citations += result.citations;
    }
    return { inventory: this.inventory, rows, papers, citations, checked: this.checked };
  }
}
