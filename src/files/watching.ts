import { basename, dirname, join, relative, sep } from 'node:path';
import { watch, type ChokidarOptions, type FSWatcher } from 'chokidar';
import type { FileSystem, WatchedFolder, WatchListener, Watching } from './fileSystem.ts';

/** Programs write a file in several steps; after the last of them it is quiet for this many milliseconds. */
const quietMs = 100;
/** A change is told of after so many milliseconds though some file is written all the time. */
const maxDelayMs = 1000;

/**
 * So many milliseconds after the last sign of a change in a folder it is looked at once more: what came into a new folder before
 * that was watched, and what was lost where many changes came at once, is seen then.
 */
const settledMs = 1000;

/** A folder that is looked at; `ready` settles when changes in it are noticed. */
interface Watcher {
  readonly ready: Promise<void>;
  readonly close: () => Promise<void>;
}

/** Begins to watch; replaced where a test says in which order things happen. */
export type WatchWith = (root: string, options: ChokidarOptions) => Pick<FSWatcher, 'on' | 'add' | 'close'>;

/** The part of the file system that tells what is there. */
type Disk = Pick<FileSystem, 'list' | 'look'>;

/** Looks at what changes on disk. */
export function startWatching(listener: WatchListener, disk: Disk, watchWith: WatchWith = watch): Watching {
  const watchers = new Map<string, Watcher>();
  const paths = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let firstAt = 0;
  const notice = (path: string): void => {
    const now = performance.now();
    if (paths.size === 0) firstAt = now;
    paths.add(path);
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        const changed = [...paths];
        paths.clear();
        listener.changed(changed);
      },
      Math.max(0, Math.min(quietMs, firstAt + maxDelayMs - now)),
    );
  };
  return {
    follow: async (folders) => {
      const wanted = new Map(folders.map((folder) => [watchKey(folder), folder]));
      for (const [key, { close }] of watchers)
        if (!wanted.has(key)) {
          watchers.delete(key);
          void close();
        }
      for (const [key, folder] of wanted)
        if (!watchers.has(key)) watchers.set(key, watchFolder(folder, notice, listener, disk, watchWith));
      await Promise.all([...watchers.values()].map(({ ready }) => ready));
    },
    close: async () => {
      clearTimeout(timer);
      await Promise.all([...watchers.values()].map(({ close }) => close()));
      watchers.clear();
    },
  };
}

function watchKey({ path, isShallow }: WatchedFolder): string {
  return `${isShallow ? 'in' : 'below'} ${path}`;
}

function watchFolder(
  { path: root, isShallow }: WatchedFolder,
  notice: (path: string) => void,
  { failed, since, keepsAlive }: WatchListener,
  disk: Disk,
  watchWith: WatchWith,
): Watcher {
  let isReady = false;
  const seen: SeenPaths = new Map();
  const watcher = watchWith(root, {
    persistent: keepsAlive,
    followSymlinks: false,
    alwaysStat: true,
    ...(isShallow ? { depth: 0 } : {}),
    ignored: (path) => isIgnored(relative(root, path)),
  });
  const mayHold = (path: string): boolean =>
    !isIgnored(relative(root, path)) && (!isShallow || path === root);
  const looks = new SettledLooks((folder) => {
    void noticeLost(folder, seen, notice, disk).then((lost) => {
      if (!isShallow && lost.length > 0) watcher.add(lost);
    });
  });
  watcher.on('all', (event, path, stats) => {
    // What was there before has been read, or will be; what changed while all this began may have been read before. A folder has
    // changed where something in it came or went.
    if (isReady || !stats || stats.ctimeMs >= since) notice(path);
    if (isReady && !stats) seen.delete(path);
    else seen.set(path, stats && { modifiedMs: stats.mtimeMs, isFolder: stats.isDirectory() });
    if (isReady && event === 'addDir' && mayHold(path)) looks.at(path);
  });
  watcher.on('raw', (_event, _name, details) => {
    const path = watchedPathOf(details);
    if (isReady && path !== undefined && seen.get(path)?.isFolder && mayHold(path)) looks.at(path);
  });
  watcher.on('error', (error) => failed(error instanceof Error ? error.message : String(error)));
  const ready = new Promise<void>((resolve) =>
    watcher.on('ready', () => {
      isReady = true;
      void noticeMissed(seen, mayHold, notice, disk).then(resolve);
    }),
  );
  const close = (): Promise<void> => {
    looks.stop();
    return watcher.close();
  };
  return { ready, close };
}

/** Folders that are looked at when they have settled. */
class SettledLooks {
  private readonly timers = new Map<string, NodeJS.Timeout>();

  constructor(private readonly look: (folder: string) => void) {}

  /** There is a sign of a change in a folder. */
  at(folder: string): void {
    clearTimeout(this.timers.get(folder));
    const look = (): void => {
      this.timers.delete(folder);
      this.look(folder);
    };
    this.timers.set(folder, setTimeout(look, settledMs));
  }

  stop(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
  }
}

/** The file or folder whose watch has told of something. */
function watchedPathOf(details: unknown): string | undefined {
  const isNamed = typeof details === 'object' && details !== null && 'watchedPath' in details;
  return isNamed && typeof details.watchedPath === 'string' ? details.watchedPath : undefined;
}

/** Notices what came into a folder or went from it without being told of. Returns what came. */
async function noticeLost(
  folder: string,
  seen: SeenPaths,
  notice: (path: string) => void,
  disk: Disk,
): Promise<string[]> {
  const listed = await disk.list(folder);
  if (!listed) return [];
  const names = new Set(listed.map(({ name }) => name).filter((name) => !isIgnored(name)));
  for (const path of seen.keys())
    if (path !== folder && dirname(path) === folder && !names.delete(basename(path))) {
      seen.delete(path);
      notice(path);
    }
  const lost = [...names].map((name) => join(folder, name));
  for (const path of lost) {
    seen.set(path, undefined);
    notice(path);
  }
  return lost;
}

/** What was at each path when it was first seen; undefined where it has gone since. */
type SeenPaths = Map<string, { readonly modifiedMs: number; readonly isFolder: boolean } | undefined>;

/**
 * Notices what changed between the first sight of a path and the moment from which changes in it are told of: files and folders
 * that came, changed or went in between.
 * @param mayHold whether files in a folder are looked at
 */
async function noticeMissed(
  seen: SeenPaths,
  mayHold: (path: string) => boolean,
  notice: (path: string) => void,
  disk: Disk,
): Promise<void> {
  for (const [path, first] of seen) {
    if (!first) continue;
    const status = disk.look(path, 'itself');
    if (status?.modifiedMs === first.modifiedMs) continue;
    notice(path);
    if (first.isFolder && status && mayHold(path)) await noticeNewIn(path, seen, mayHold, notice, disk);
  }
}

async function noticeNewIn(
  folder: string,
  seen: SeenPaths,
  mayHold: (path: string) => boolean,
  notice: (path: string) => void,
  disk: Disk,
): Promise<void> {
  for (const { name, kind } of (await disk.list(folder)) ?? []) {
    const path = join(folder, name);
    if (seen.has(path) || isIgnored(name)) continue;
    notice(path);
    if (kind === 'folder' && mayHold(path)) await noticeNewIn(path, seen, mayHold, notice, disk);
  }
}

/** What no study reads: packages, repositories, files that are being written. */
function isIgnored(below: string): boolean {
  return below.split(sep).some((part) => part === 'node_modules' || (part.startsWith('.') && part !== '..'));
}
