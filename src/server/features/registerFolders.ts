import { sep } from '../../files/pathNames.ts';
import type { Study } from '../../core/study.ts';
import { folderNames } from '../../core/present/wording.ts';
import { isWithin, pathOf, uriOf } from '../../files/paths.ts';
import { studyRootOf } from '../../files/roots.ts';
import type { StudyFolder } from '../../workspace/studyFolder.ts';
import { answering, type ServerContext } from '../context.ts';
import type { Result, View } from '../protocol.ts';

/** A study folder with the name that people know it by. */
interface NamedFolder {
  readonly name: string;
  readonly path: string;
  readonly folder: StudyFolder;
  readonly study: Study;
}

/** The study folders of a window, for commands that ask which one is meant and say where something goes. */
export function registerFolders(server: ServerContext): void {
  answering(server)('pilcrow/studyFolders', async ({ uri }) => {
    await server.studies.ready;
    return studyFoldersFor(server, uri);
  });
}

function studyFoldersFor(server: ServerContext, uri: string | undefined): Result<'pilcrow/studyFolders'> {
  const { studies } = server;
  const all = namedStudies(server);
  const shown = studies.folderFor(uri);
  if (all.length === 0) {
    const root = studies.rootFor(uri);
    return root === undefined ? [] : [{ uri: uriOf(root), name: '', hasDocument: true, isShown: true }];
  }
  const home = homeAmong(all, uri);
  return all.map((each) => ({
    uri: each.folder.root,
    name: each.name,
    hasDocument: each === home,
    isShown: each.folder === shown,
  }));
}

/** The innermost study folder that a document lies in. */
function homeAmong(all: readonly NamedFolder[], uri: string | undefined): NamedFolder | undefined {
  const path = uri === undefined ? undefined : pathOf(uri);
  if (path === undefined) return undefined;
  return all
    .filter((each) => isWithin(each.path, path))
    .sort((one, other) => other.path.length - one.path.length)[0];
}

/** The study folders that are marked as such or hold anything, in order of path. */
export function namedStudies({ studies }: Pick<ServerContext, 'studies'>): readonly NamedFolder[] {
  const all = studies.folders.flatMap((folder) => {
    const path = pathOf(folder.root);
    if (path === undefined) return [];
    const { study } = folder;
    return study.files.length > 0 || studyRootOf(path) === path ? [{ path, folder, study }] : [];
  });
  const names = folderNames(all.map(({ path }) => path.split(sep).filter(Boolean)));
  return all.map((each, at) => ({ ...each, name: names[at] ?? each.path }));
}

/** The name of the study folder that `uri` belongs to, where the window has several; else undefined. */
export function nameAmongSeveral(server: ServerContext, uri: string | undefined): string | undefined {
  const all = namedStudies(server);
  const shown = server.studies.folderFor(uri);
  return all.length < 2 ? undefined : all.find(({ folder }) => folder === shown)?.name;
}

/** With several study folders in one window, a view says whose it is. */
export function inFolder(server: ServerContext, uri: string | undefined, view: View): View {
  const name = nameAmongSeveral(server, uri);
  if (name === undefined) return view;
  const message = view.message === undefined ? name : `${name}: ${view.message}`;
  return { ...view, studyFolder: name, message };
}
