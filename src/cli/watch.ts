import type { WatchedFolder } from '../files/fileSystem.ts';
import { isNews, loadFile, loadInto, loadNames } from '../files/loadStudy.ts';
import { disk } from '../files/node.ts';
import { isWithin, relativeTo, uriOf } from '../files/paths.ts';
import { configurationName } from '../files/roots.ts';
import { tell, type Io } from './io.ts';
import { ownName, takeNamed, type OpenStudy } from './studies.ts';

/** Looks at the files of studies until it is told to end, and calls `changed` after each change. */
export async function watchStudies(
  studies: readonly OpenStudy[],
  io: Io,
  changed: () => Promise<void>,
): Promise<void> {
  const { signal } = io;
  if (signal.aborted) return;
  const aborted = new Promise<void>((resolve) =>
    signal.addEventListener('abort', () => resolve(), { once: true }),
  );
  let running = Promise.resolve();
  const take = async (paths: readonly string[]): Promise<void> => {
    const results = await Promise.all(studies.map((study) => takeChanges(study, paths)));
    if (results.some(Boolean)) await changed();
  };
  const watching = await disk.watch({
    changed: (paths) => {
      running = running.then(() => take(paths)).catch((error: unknown) => tell(io, String(error)));
    },
    failed: (message) => tell(io, `Changes cannot be watched: ${message}`),
    keepsAlive: true,
  });
  void watching.follow(watched(studies)).then(() => tell(io, 'Watching for changes. Ctrl+C ends.'));
  await aborted;
  await watching.close();
  await running;
}

function watched(studies: readonly OpenStudy[]): WatchedFolder[] {
  return studies.flatMap(({ root, files }) => [
    { path: root, isShallow: false },
    ...files.filter((file) => !isWithin(root, file)).map((path) => ({ path, isShallow: true })),
  ]);
}

/** Takes over changed files; true where one of them matters. */
async function takeChanges(study: OpenStudy, paths: readonly string[]): Promise<boolean> {
  const { root, folder, isLone } = study;
  let matters = false;
  let hasNews = false;
  for (const path of new Set(paths.filter((each) => isWithin(root, each)))) {
    matters = (await takeChange(study, ownName(path))) || matters;
    hasNews ||= isNews(folder, path, relativeTo(root, path) ?? '');
  }
  if (hasNews && !isLone) await loadNames(folder, root);
  return matters || hasNews;
}

async function takeChange(study: OpenStudy, path: string): Promise<boolean> {
  const { root, folder, files } = study;
  const below = folder.pathOf(uriOf(path)) ?? relativeTo(root, path) ?? '';
  const isNamed = files.includes(path);
  if ((folder.roleOf(below) === undefined && !isNamed) || disk.look(path)?.kind === 'folder') return false;
  await loadFile(folder, root, path, below);
  if (isNamed) await takeNamed(folder, root, path);
  if (below === configurationName) await loadInto(folder, root);
  return true;
}
