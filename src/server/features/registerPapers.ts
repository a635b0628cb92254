import { join, relative, sep } from '../../files/pathNames.ts';
import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { inWords } from '../../core/messages.ts';
import {
  linkEndings,
  type NewPaper,
  paperOffer,
  paperTemplates,
  scaffoldPaper,
  templateRows,
} from '../../core/present/papers.ts';
import { studyLanguage } from '../../core/present/wording.ts';
import { disk } from '../../files/node.ts';
import { readText } from '../../files/texts.ts';
import { answering, type ServerContext, studyFor } from '../context.ts';
import { isWithin, pathOf } from '../../files/paths.ts';
import type { StudyFolder } from '../../workspace/studyFolder.ts';
import type { Studies } from '../studies.ts';
import { wireLocation } from '../wire.ts';

/** New papers, from the templates that ship and from the group's own. */
export function registerPapers(server: ServerContext): void {
  const { studies } = server;
  const answer = answering(server);
  answer('pilcrow/paperTemplates', async ({ uri }) => {
    const study = await studyFor(server, uri);
    const root = studies.rootFor(uri);
    return templateRows(studyLanguage(study), root === undefined ? [] : await templateNames(root));
  });
  answer('pilcrow/newPaper', async ({ uri, template: id, ...options }) => {
    const study = await studyFor(server, uri);
    const template = await templateOf(studies.rootFor(uri), id);
    return template === undefined
      ? new ResponseError(ErrorCodes.InvalidParams, inWords('server.noTemplate', { id }))
      : scaffoldPaper({ ...options, template }, study);
  });
}

/** @param id one of those that ship, or `templates/NAME.md` */
async function templateOf(root: string | undefined, id: string): Promise<NewPaper['template'] | undefined> {
  const shipped = paperTemplates.find((template) => template === id);
  if (shipped || root === undefined) return shipped;
  const name = /^templates\/(.+)\.md$/u.exec(id)?.[1];
  const text = name === undefined ? undefined : await templateText(root, name);
  return name === undefined || text === undefined ? undefined : { name, text };
}

/** The folder of a group's own templates for new papers, below the study folder. */
const templatesFolder = 'templates';

/** The names of a group's own templates, `templates/NAME.md`; its README is none. */
async function templateNames(root: string): Promise<readonly string[]> {
  const entries = (await disk.list(join(root, templatesFolder))) ?? [];
  return entries
    .filter(
      ({ name, kind }) => kind === 'file' && /^[^.].*\.md$/iu.test(name) && !/^readme\.md$/iu.test(name),
    )
    .map(({ name }) => name.slice(0, -'.md'.length))
    .sort((a, b) => a.localeCompare(b));
}

/** The text of one of these; undefined where there is none of the name, or it cannot be read. */
async function templateText(root: string, name: string): Promise<string | undefined> {
  if (!(await templateNames(root)).includes(name)) return undefined;
  const content = await readText(join(root, templatesFolder, `${name}.md`), root);
  return content && 'text' in content ? content.text : undefined;
}

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
