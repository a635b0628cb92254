import { relative, sep } from 'node:path';
import { watch, type FSWatcher } from 'chokidar';
import type { WatchedFolder, WatchListener, Watching } from './fileSystem.ts';

/** Programs write a file in several steps; after the last of them it is quiet for this many milliseconds. */
const quietMs = 100;

/** A folder that is looked at; `ready` settles when changes in it are noticed. */
interface Watcher {
  readonly watcher: FSWatcher;
  readonly ready: Promise<void>;
}

/** Looks at what changes on disk. */
export function startWatching(listener: WatchListener): Watching {
  const watchers = new Map<string, Watcher>();
  const paths = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const notice = (path: string): void => {
    paths.add(path);
    clearTimeout(timer);
    timer = setTimeout(() => {
      listener.changed([...paths]);
      paths.clear();
    }, quietMs);
  };
  return {
    follow: async (folders) => {
      const wanted = new Map(folders.map((folder) => [watchKey(folder), folder]));
      for (const [key, { watcher }] of watchers)
        if (!wanted.has(key)) {
          watchers.delete(key);
          void watcher.close();
        }
      for (const [key, folder] of wanted)
        if (!watchers.has(key)) watchers.set(key, watchFolder(folder, notice, listener));
      await Promise.all([...watchers.values()].map(({ ready }) => ready));
    },
    close: async () => {
      clearTimeout(timer);
      await Promise.all([...watchers.values()].map(({ watcher }) => watcher.close()));
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
): Watcher {
  let isReady = false;
  const watcher = watch(root, {
    persistent: keepsAlive,
    followSymlinks: false,
    alwaysStat: true,
    ...(isShallow ? { depth: 0 } : {}),
    ignored: (path) => isIgnored(relative(root, path)),
  });
  watcher.on('all', (_event, path, stats) => {
    // What was there before has been read, or will be; what changed while all this began may have been read before.
    if (isReady || (stats?.isFile() && stats.ctimeMs >= since)) notice(path);
  });
  watcher.on('error', (error) => failed(error instanceof Error ? error.message : String(error)));
  const ready = new Promise<void>((resolve) =>
    watcher.on('ready', () => {
      isReady = true;
      resolve();
    }),
  );
  return { watcher, ready };
}

/** What no study reads: packages, repositories, files that are being written. */
function isIgnored(below: string): boolean {
  return below.split(sep).some((part) => part === 'node_modules' || (part.startsWith('.') && part !== '..'));
}
