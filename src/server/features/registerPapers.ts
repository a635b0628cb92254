import { inEnglish } from '../../core/messages.ts';
import { join } from 'node:path';
import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { type NewPaper, paperTemplates, scaffoldPaper, templateRows } from '../../core/present/papers.ts';
import { studyLanguage } from '../../core/present/wording.ts';
import { disk } from '../../files/node.ts';
import { readText } from '../../files/texts.ts';
import { answering, type ServerContext, studyFor } from '../context.ts';

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
      ? new ResponseError(ErrorCodes.InvalidParams, inEnglish('server.noTemplate', { id }))
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
  const content = await readText(join(root, templatesFolder, `${name}.md`));
  return content && 'text' in content ? content.text : undefined;
}
