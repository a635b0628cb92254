import { dirname, resolve } from 'node:path';
import { findingsOf } from '../core/check.ts';
import { messageOf } from '../core/messages.ts';
import type { Analysis, Source, Study } from '../core/study.ts';
import { type FileName, findingRow } from '../core/present/listings.ts';
import { loadBuiltIns } from '../files/builtIns.ts';
import { loadNamedBibliographies, loadStudyFolder } from '../files/loadStudy.ts';
import { disk } from '../files/node.ts';
import { isWithin, pathOf, relativeTo, uriOf } from '../files/paths.ts';
import { folderAround } from '../files/roots.ts';
import { readText } from '../files/texts.ts';
import { type FileContent, StudyFolder } from '../workspace/studyFolder.ts';
import { chooseStudies, chosenRoot, displayPath, ownName, type ChosenStudy } from './choose.ts';
import { CannotDo, progress, tell, type ExitCode, type Io, printOut } from './io.ts';

export { chosenRoot, displayPath, homeStudy, ownName } from './choose.ts';

/** A study folder in memory. */
export interface OpenStudy extends ChosenStudy {
  readonly folder: StudyFolder;
}

/** A study folder that was opened to be read, and what the command ends with that has read it. */
export interface ReadStudy extends OpenStudy {
  readonly study: Study;
  /** 2 where its settings cannot be read: nobody knows what was asked. */
  readonly code: ExitCode;
}

/** Opens a study folder, or that of the current folder; undefined where a path leads nowhere, which has been said. */
export async function readNamedFolder(path: string | undefined, io: Io): Promise<ReadStudy | undefined> {
  const { studies, complete } = await chooseStudies(path === undefined ? [] : [path], io);
  const [chosen] = studies;
  return complete && chosen ? readStudy(await openStudy(chosen, io), io) : undefined;
}

/** Says what in the settings of a study folder cannot be used, and which of the chosen files cannot be read. */
export function readStudy(opened: OpenStudy, io: Io): ReadStudy {
  const { study } = opened.folder;
  const isUsable = tellConfigurationProblems(study, io);
  const isWhole = tellUnreadable(opened, io);
  return { ...opened, study, code: isUsable && isWhole ? 0 : 2 };
}

/**
 * Says on standard error which of the chosen files cannot be read, and why, where a command would go on without a word of them.
 * @returns whether all could be read that the person named; others in their folder stop nothing
 */
function tellUnreadable(opened: OpenStudy, io: Io): boolean {
  const named = new Set(opened.files);
  let isWhole = true;
  for (const analysis of chosenFiles(opened)) {
    const { file, role } = analysis;
    if (role !== 'unreadable' || file.role === 'configuration') continue;
    const place = { file: fileName(analysis, io), line: 1, column: 1 };
    tell(io, messageOf('cli.problemAt', { ...place, message: analysis.problem }));
    if (named.has(pathOf(file.uri) ?? '')) isWhole = false;
  }
  return isWhole;
}

/** Reads a whole study folder. */
export function openFolder(root: string, io: Io): Promise<OpenStudy> {
  return openStudy({ root, folders: [root], files: [] }, io);
}

/** The study folder of a file or key that a person names: that of the file, else that of the current folder. */
export function rootFor(name: string | undefined, io: Io): string {
  return chosenRoot(resolve(io.cwd, name ?? '.')) ?? chosenRoot(io.cwd) ?? io.cwd;
}

/** The source that is named by its file or its key. */
export function namedSource(name: string, study: Study, io: Io): Source | undefined {
  const analysis = study.byUri.get(uriOf(ownName(resolve(io.cwd, name))));
  return study.sources.get(analysis?.role === 'source' ? analysis.key : withoutAt(name));
}

/** A key as a person writes it, perhaps with the `@` of a citation. */
export function withoutAt(name: string): string {
  return name.replace(/^@/, '');
}

/** Reads a study folder, with the files that were named. */
async function openStudy(chosen: ChosenStudy, io: Io): Promise<OpenStudy> {
  const done = progress(io, messageOf('cli.reading', { name: displayPath(chosen.root, io) || '.' }));
  const builtIns = loadBuiltIns(io.packageRoot);
  const folder = chosen.isLone
    ? new StudyFolder(uriOf(chosen.root), builtIns)
    : await loadStudyFolder(chosen.root, builtIns);
  for (const path of chosen.files) await takeNamed(folder, chosen.root, path);
  if (chosen.files.length > 0) await loadNamedBibliographies(folder, chosen.root);
  done();
  return { ...chosen, folder };
}

/** The study folder of a file that need not be there, with a text of it that counts in place of the one on disk. */
export async function openWithText(file: string, content: FileContent, io: Io): Promise<OpenStudy> {
  const path = ownName(file);
  const root = chosenRoot(dirname(path));
  const chosen = { root: root ?? dirname(path), folders: [], files: [path] };
  const opened = await openStudy({ ...chosen, files: [], ...(root === undefined && { isLone: true }) }, io);
  const { folder } = opened;
  const below = relativeTo(chosen.root, path) ?? '';
  folder.setFile(uriOf(path), below, content, folder.roleOf(below) ?? 'paper');
  await loadNamedBibliographies(folder, chosen.root);
  return { ...opened, files: chosen.files };
}

/** A file that a person names is a paper, unless its path says that it is something else of use. */
export async function takeNamed(folder: StudyFolder, root: string, path: string): Promise<void> {
  const below = relativeTo(root, path) ?? '';
  if (folder.roleOf(below) === undefined || !folder.analysis(uriOf(path)))
    folder.setFile(uriOf(path), below, await readText(path), 'paper');
}

/** Opens every chosen study. */
export async function openStudies(
  paths: readonly string[],
  io: Io,
): Promise<{ readonly studies: readonly OpenStudy[]; readonly complete: boolean }> {
  const { studies, complete } = await chooseStudies(paths, io);
  const opened: OpenStudy[] = [];
  for (const study of studies) opened.push(await openStudy(study, io));
  return { studies: opened, complete };
}

/**
 * Says on standard error what in a `pilcrow.json` cannot be used, where a command has no other way to say so.
 * @returns false where the file cannot be read at all: nobody knows what was asked
 */
function tellConfigurationProblems(study: Study, io: Io): boolean {
  const file = study.files.find((each) => each.file.role === 'configuration');
  if (!file) return true;
  for (const finding of findingsOf(file, study)) {
    const { line, column, message } = findingRow(finding, file, study, (each) => fileName(each, io));
    tell(io, messageOf('cli.problemAt', { file: fileName(file, io), line, column, message }));
  }
  return file.role === 'configuration' && !file.problems.some(({ broken }) => broken);
}

/** The files of a study that a command is about, in order of path. */
export function chosenFiles({ folder, folders, files }: OpenStudy): readonly Analysis[] {
  const named = new Set(files);
  return folder.study.files.filter(({ file }) => {
    const path = pathOf(file.uri);
    return path !== undefined && (named.has(path) || folders.some((each) => isWithin(each, path)));
  });
}

/** The files of a study that a check is about: those chosen, and settings that cannot be used whichever were. */
export function filesToCheck(study: OpenStudy): readonly Analysis[] {
  const chosen = chosenFiles(study);
  const { folder } = study;
  const settings = folder.study.files.filter(
    ({ file }) => file.role === 'configuration' && folder.findingsOf(file.uri).length > 0,
  );
  return [...chosen, ...settings.filter((file) => !chosen.includes(file))].sort((a, b) =>
    a.file.path < b.file.path ? -1 : 1,
  );
}

/** How a file is called in output. */
export function fileName(analysis: Parameters<FileName>[0], io: Io): string {
  const path = pathOf(analysis.file.uri);
  return path === undefined ? analysis.file.path : displayPath(path, io);
}

/**
 * Writes what a command made, and prints the name of the file. Links do not lead out of the study folder. A file that says
 * something else stays unless the person says otherwise: it may be a glossary or bibliography of the group.
 * @param out the file as the person named it; standard output where it is left out or `-`
 * @param root the study folder; what lies elsewhere was named by the person
 */
export async function writeOut(
  out: string | undefined,
  text: string,
  { root, force = false }: { readonly root: string; readonly force?: boolean | undefined },
  io: Io,
): Promise<void> {
  if (out === undefined || out === '-') {
    printOut(io, text, 'data');
    return;
  }
  const target = resolve(io.cwd, out);
  if (!force && (await saysOther(target, root, text)))
    throw new CannotDo(messageOf('cli.saysOther', { file: displayPath(target, io) }));
  await disk.write(target, text, { within: folderAround(root, target) });
  printOut(io, `${displayPath(target, io)}\n`, 'words');
}

async function saysOther(path: string, root: string, text: string): Promise<boolean> {
  if (disk.look(path)?.kind !== 'file') return false;
  const there = await readText(path, folderAround(root, path));
  return there !== undefined && !('text' in there && there.text === text);
}
