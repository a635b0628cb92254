import { relative, sep } from 'node:path';
import { watch, type FSWatcher } from 'chokidar';

/** Programs write a file in several steps; after the last of them it is quiet for this many milliseconds. */
const quiet = 100;

/** A folder to look at; a shallow one without what is in the folders in it. */
export interface WatchedFolder {
  readonly path: string;
  readonly isShallow: boolean;
}

/** Somebody who looks at folders until told to end. */
export interface Watching {
  /** Takes over which folders are to be looked at. */
  follow(folders: readonly WatchedFolder[]): void;
  close(): Promise<void>;
}

/**
 * Looks at what changes on disk. It keeps no process alive.
 * @param changed called with the paths of files and folders that came, changed or went; a path may come again
 * @param failed called when a folder cannot be looked at
 */
export function startWatching(
  changed: (paths: readonly string[]) => void,
  failed: (message: string) => void,
): Watching {
  const watchers = new Map<string, FSWatcher>();
  const paths = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const notice = (path: string): void => {
    paths.add(path);
    clearTimeout(timer);
    timer = setTimeout(() => {
      changed([...paths]);
      paths.clear();
    }, quiet);
  };
  return {
    follow: (folders) => {
      const wanted = new Map(folders.map((folder) => [keyOf(folder), folder]));
      for (const [key, watcher] of watchers)
        if (!wanted.has(key)) {
          watchers.delete(key);
          void watcher.close();
        }
      for (const [key, folder] of wanted)
        if (!watchers.has(key)) watchers.set(key, watchFolder(folder, notice, failed));
    },
    close: async () => {
      clearTimeout(timer);
      await Promise.all([...watchers.values()].map((watcher) => watcher.close()));
      watchers.clear();
    },
  };
}

function keyOf({ path, isShallow }: WatchedFolder): string {
  return `${isShallow ? 'in' : 'below'} ${path}`;
}

function watchFolder(
  { path: root, isShallow }: WatchedFolder,
  notice: (path: string) => void,
  failed: (message: string) => void,
): FSWatcher {
  const beginning = Date.now();
  let isReady = false;
  const watcher = watch(root, {
    persistent: false,
    followSymlinks: false,
    alwaysStat: true,
    ...(isShallow ? { depth: 0 } : {}),
    ignored: (path) => isIgnored(relative(root, path)),
  });
  watcher.on('all', (_event, path, stats) => {
    // What was there before has been read, or will be; what changed while all this began may have been read before.
    if (isReady || (stats?.isFile() && stats.ctimeMs >= beginning)) notice(path);
  });
  watcher.on('ready', () => {
    isReady = true;
  });
  watcher.on('error', (error) => failed(error instanceof Error ? error.message : String(error)));
  return watcher;
}

/** What no study reads: packages, repositories, files that are being written. */
function isIgnored(below: string): boolean {
  return below.split(sep).some((part) => part === 'node_modules' || (part.startsWith('.') && part !== '..'));
}
