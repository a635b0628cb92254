import { relative, sep } from 'node:path';
import { linkEndings, paperOffer } from '../../core/present/papers.ts';
import { isWithin, pathOf } from '../../files/paths.ts';
import type { StudyFolder } from '../../workspace/studyFolder.ts';
import { answering, type ServerContext } from '../context.ts';
import type { Studies } from '../studies.ts';
import { wireLocation } from '../wire.ts';

/** Markdown files that could be papers, and what becomes of links to them. */
export function registerPaperOffers(server: ServerContext): void {
  const { studies } = server;
  const answer = answering(server);
  answer('pilcrow/paperOffer', async ({ uri }) => {
    await studies.usable;
    const place = folderAndPath(uri, studies);
    const text = studies.textOf(uri);
    if (!place || text === undefined) return null;
    const { folder, path } = place;
    if (folder.roleOf(path) === 'paper') return { isPaper: true };
    const offer = paperOffer(text, path, folder.study);
    return offer ? { isPaper: false, ...offer, folder: folder.root } : null;
  });
  answer('pilcrow/linkEndings', async ({ uri }) => {
    await studies.ready;
    const place = folderAndPath(uri, studies);
    if (!place) return [];
    return linkEndings(place.path, place.folder.study).map(wireLocation);
  });
}

/** The study folder that a file lies in, and its path below that. */
function folderAndPath(uri: string, studies: Studies): { folder: StudyFolder; path: string } | undefined {
  const [root, path] = [studies.rootFor(uri), pathOf(uri)];
  if (root === undefined || path === undefined || !isWithin(root, path)) return undefined;
  return { folder: studies.folderFor(uri), path: relative(root, path).split(sep).join('/') };
}
