import { relative, sep } from 'node:path';
import { configurationName, isWithin } from '../files/folder.ts';
import { loadFile, loadInto, loadNames } from '../files/loadStudy.ts';
import { tell, type Io } from './io.ts';
import { takeNamed, type OpenStudy } from './studies.ts';

/** Editors write a file in several steps; after the last of them it is quiet for this many milliseconds. */
const quiet = 100;

/** Looks at the files of studies until it is told to end, and calls `changed` after each change. */
export async function watchStudies(
  studies: readonly OpenStudy[],
  io: Io,
  changed: () => Promise<void>,
): Promise<void> {
  if (io.signal.aborted) return;
  const { watch } = await import('chokidar');
  const watcher = watch(watched(studies), {
    ignoreInitial: true,
    ignored: (path) => isIgnored(path, studies),
  });
  const paths = new Set<string>();
  let names = false;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const update = async (): Promise<void> => {
    const taken = [...paths];
    paths.clear();
    const namesChanged = names;
    names = false;
    const results = await Promise.all(studies.map((study) => takeChanges(study, taken)));
    if (namesChanged) await Promise.all(studies.filter(({ isLone }) => !isLone).map(takeNames));
    if (namesChanged || results.some(Boolean)) await changed();
  };
  watcher.on('all', (event, path) => {
    names ||= event !== 'change';
    if (event !== 'addDir' && event !== 'unlinkDir') paths.add(path);
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(update).catch((error: unknown) => tell(io, String(error)));
    }, quiet);
  });
  watcher.on('error', (error) =>
    tell(io, `Changes cannot be watched: ${error instanceof Error ? error.message : String(error)}`),
  );
  watcher.on('ready', () => tell(io, 'Watching for changes. Ctrl+C ends.'));
  await new Promise<void>((resolve) => io.signal.addEventListener('abort', () => resolve(), { once: true }));
  clearTimeout(timer);
  await watcher.close();
  await running;
}

/** Takes over which files there are, to which links may lead. */
function takeNames({ folder, root }: OpenStudy): Promise<void> {
  return loadNames(folder, root);
}

function watched(studies: readonly OpenStudy[]): string[] {
  return studies.flatMap(({ root, files }) => [root, ...files.filter((file) => !isWithin(root, file))]);
}

/** What no study reads: packages, repositories, files that are being written. */
function isIgnored(path: string, studies: readonly OpenStudy[]): boolean {
  const { root } = studies.find((study) => isWithin(study.root, path)) ?? { root: path };
  return relative(root, path)
    .split(sep)
    .some((part) => part === 'node_modules' || (part.startsWith('.') && part !== '..'));
}

/** Takes over changed files; true where one of them matters. */
async function takeChanges(study: OpenStudy, paths: readonly string[]): Promise<boolean> {
  const { root, folder, files } = study;
  let matters = false;
  for (const path of paths.filter((each) => isWithin(root, each))) {
    const below = relative(root, path).split(sep).join('/');
    const named = files.includes(path);
    if (folder.roleOf(below) === undefined && !named) continue;
    matters = true;
    await loadFile(folder, root, path, below);
    if (named) await takeNamed(folder, root, path);
    if (below === configurationName) await loadInto(folder, root);
  }
  return matters;
}
