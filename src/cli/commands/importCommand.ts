import { inWords, messageOf } from '../../core/messages.ts';
import { basename, dirname, join, resolve } from 'node:path';
import { importEndings } from '../../convert/formats.ts';
import type { Unreadable } from '../../convert/blocks.ts';
import type { Decision, ImportRequest, ImportResult } from '../../convert/import.ts';
import type { Study } from '../../core/study.ts';
import { editionOfImport, editionsForImport, takenKey } from '../../core/present/sources.ts';
import { planNoteImport } from '../../core/resolve.ts';
import { nameOfKey, refusal } from '../../core/present/wording.ts';
import { disk } from '../../files/node.ts';
import { pathOf, relativeTo } from '../../files/paths.ts';
import { folderAround } from '../../files/roots.ts';
import { changeTextFile, readText } from '../../files/texts.ts';
import type { StudyFolder } from '../../workspace/studyFolder.ts';
import { askAbout, type About } from '../aboutSource.ts';
import { changeWays, type DraftOptions, importDraft } from '../paperImport.ts';
import { askDoubts, choiceCalled, originalPlace, placeOfDoubt } from '../doubts.ts';
import type { CliCommand } from '../command.ts';
import { tuneForOneText } from '../engineFlags.ts';
import { CannotDo, progress, tell, type ExitCode, type Io, printOut } from '../io.ts';
import { chosenRoot, displayPath, homeStudy, openFolder, withoutAt } from '../openStudies.ts';

export const importCommand: CliCommand = {
  name: 'import',
  summary: 'importHelp.summary',
  description: 'importHelp.description',
  arguments: [{ name: '<FILE>', help: 'importHelp.file' }],
  options: [
    { flags: '-k, --key <KEY>', help: 'importHelp.key' },
    { flags: '--title <TITLE>', help: 'importHelp.title' },
    { flags: '--author <NAMES>', help: 'importHelp.author' },
    {
      flags: '-o, --out <PATH>',
      help: 'importHelp.out',
    },
    { flags: '--password-stdin', help: 'importHelp.passwordStdin' },
    { flags: '--comments', help: 'importHelp.comments' },
    { flags: '--as-paper', help: 'importHelp.asPaper' },
    { flags: '--changes <WAY>', help: 'importHelp.changes', choices: changeWays, default: 'accept' },
    { flags: '--comment-authors', help: 'importHelp.commentAuthors' },
    { flags: '--force', help: 'importHelp.force' },
    { flags: '-y, --yes', help: 'importHelp.yes' },
  ],
  after: () => messageOf('importHelp.after', { endings: namedEndings(importEndings().all) }),
  run: importFile,
};

function namedEndings(endings: readonly string[]): string {
  return endings.map((ending) => `.${ending}`).join(' ');
}

interface ImportOptions extends DraftOptions {
  readonly asPaper?: boolean;
  readonly key?: string;
  readonly title?: string;
  readonly author?: string;
  readonly out?: string;
  readonly passwordStdin?: boolean;
  readonly comments?: boolean;
  readonly force?: boolean;
  readonly yes?: boolean;
}

/** A source that is there is replaced only with `--force`. */
async function importFile(file: string, options: ImportOptions, io: Io): Promise<ExitCode> {
  tuneForOneText();
  if (options.asPaper) return importDraft(file, await readBytes(file, options, io), options, io);
  const toOutput = options.out === '-';
  const root =
    options.out === undefined ? homeStudy(io) : (chosenRoot(dirname(resolve(io.cwd, options.out))) ?? io.cwd);
  const bytes = await readBytes(file, options, io);
  const given = options.passwordStdin ? await readPassword(io) : undefined;
  const { folder } = await openFolder(root, io);
  const { study } = folder;
  const opened: ImportRequest = {
    bytes,
    fileName: file === '-' ? inWords('ask.standardInput') : basename(file),
    editions: editionsForImport(study),
    ...aboutOf(options),
    ...(given === undefined ? {} : { password: given }),
  };
  const { request, found } = await convertOpened(opened, options, io);
  const answers = await askAbout(found, options, io);
  const asked = { ...request, ...answers };
  const first = Object.keys(answers).length > 0 ? await convertText(asked, io) : found;
  const taken = options.force ? undefined : takenKey(first, study);
  if (taken) throw new CannotDo(taken);
  const target =
    options.out === undefined ? sourceFilePath(root, first.key, study) : resolve(io.cwd, options.out);
  const existing = toOutput ? undefined : await readText(target, folderAround(root, target));
  if (existing && !options.force)
    throw new CannotDo(messageOf('ask.exists', { file: displayPath(target, io) }));
  const known = existing && 'text' in existing ? { ...asked, existing: existing.text } : asked;
  const decisions = await askDecisions(first, options, io);
  const result = existing || decisions.length > 0 ? await convertText({ ...known, decisions }, io) : first;
  tellResult(result, options, io);
  if (toOutput) printOut(io, result.markdown, 'data');
  else await writeSource({ root, target, markdown: result.markdown, folder }, io);
  return toOutput || options.comments !== true || (await writeComments(result, { root, study }, io)) ? 0 : 2;
}

interface ImportedSource {
  readonly root: string;
  readonly target: string;
  readonly markdown: string;
  readonly folder: StudyFolder;
}

/** Writes a source and, frozen with it, its edition: from then on a check says what has changed or moved. */
async function writeSource({ root, target, markdown, folder }: ImportedSource, io: Io): Promise<void> {
  const path = relativeTo(root, target) ?? '';
  const frozen = folder.roleOf(path) === 'source' ? editionOfImport(path, markdown, folder.study) : undefined;
  const editionTarget = frozen && join(root, ...frozen.path.split('/'));
  const files = [{ path: target, content: markdown }];
  if (frozen && editionTarget !== undefined) files.push({ path: editionTarget, content: frozen.text });
  await disk.writeTogether(files, { within: folderAround(root, target) });
  printOut(io, `${displayPath(target, io)}\n`, 'words');
  if (editionTarget !== undefined)
    tell(io, messageOf('edition.frozenAs', { file: displayPath(editionTarget, io) }));
}

/** Takes the comments of a file in as notes. Returns whether all of them were. */
async function writeComments(
  { key, comments }: ImportResult,
  { root, study }: { readonly root: string; readonly study: Study },
  io: Io,
): Promise<boolean> {
  const plan = planNoteImport(comments, study, { source: key });
  let isComplete = true;
  for (const { path, change } of plan.steps) {
    const target = join(root, ...path.split('/'));
    const failed = await changeTextFile(root, target, change);
    if (failed) tell(io, failed.problem);
    else printOut(io, `${displayPath(target, io)}\n`, 'words');
    isComplete &&= !failed;
  }
  tell(io, messageOf('notes.takenIn', { added: plan.added, known: plan.known }));
  return isComplete;
}

function aboutOf({ key, title, author }: ImportOptions): About {
  return {
    ...(key === undefined ? {} : { key: withoutAt(key.trim()) }),
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { author }),
  };
}

async function readBytes(file: string, { passwordStdin }: ImportOptions, io: Io): Promise<Uint8Array> {
  if (file === '-' && passwordStdin) throw new CannotDo(messageOf('cli.twiceStandardInput'));
  if (file === '-') return io.stdin.read();
  const path = resolve(io.cwd, file);
  if (disk.look(path)?.kind === 'folder')
    throw new CannotDo(refusal(inWords('said.quoted', { words: file }), 'read', 'EISDIR'));
  const found = await disk.read(path);
  if (!found) throw new CannotDo(messageOf('cli.noFile', { file }));
  if ('problem' in found) throw new CannotDo(found.problem);
  return found.bytes;
}

/** The first line of standard input. */
async function readPassword(io: Io): Promise<string> {
  const [line = ''] = new TextDecoder().decode(await io.stdin.read()).split(/\r?\n/);
  return line;
}

/** Converts a file. A person is asked for the password of an encrypted one until it is right. */
async function convertOpened(
  opened: ImportRequest,
  options: ImportOptions,
  io: Io,
): Promise<{ request: ImportRequest; found: ImportResult }> {
  let request = opened;
  for (;;) {
    const found = await tryToConvert(request, io);
    if (!('problem' in found)) return { request, found };
    if (found.needs !== 'password') throw new CannotDo(found.problem);
    if (options.passwordStdin || options.yes || !io.stdin.isTerminal || !io.stderr.isTerminal)
      throw new CannotDo(messageOf('cli.needsPassword', { problem: found.problem }));
    tell(io, found.problem);
    const password = await io.stdin.askHidden(`${inWords('ask.password')}: `);
    if (password === undefined) throw new CannotDo(messageOf('cli.notAnswered'));
    request = { ...opened, password };
  }
}

async function convertText(request: ImportRequest, io: Io): Promise<ImportResult> {
  const result = await tryToConvert(request, io);
  if ('problem' in result) throw new CannotDo(result.problem);
  return result;
}

/** The importers load when they are first needed. */
async function tryToConvert(request: ImportRequest, io: Io): Promise<ImportResult | Unreadable> {
  const done = progress(io, messageOf('cli.reading', { name: request.fileName }));
  const { importSource } = await import('../../convert/import.ts');
  const result = await importSource(request);
  done();
  return result;
}

/** Where the source with a key stands, or would stand. */
function sourceFilePath(root: string, key: string, study: Study): string {
  const known = study.sources.get(key)?.file?.file.uri;
  return (known === undefined ? undefined : pathOf(known)) ?? join(root, 'sources', `${nameOfKey(key)}.md`);
}

/** What a person decides where the rules were unsure; nothing where nobody can be asked. */
async function askDecisions(
  result: ImportResult,
  options: ImportOptions,
  io: Io,
): Promise<readonly Decision[]> {
  const { doubts, unit } = result;
  if (doubts.length === 0) return [];
  if (!options.yes && io.stdin.isTerminal && io.stderr.isTerminal) return askDoubts(result, io);
  tell(io, messageOf('ask.placesTaken', { count: doubts.length }));
  for (const doubt of doubts) {
    const { question, excerpt, reason } = doubt;
    const told = { place: placeOfDoubt(doubt, unit), chosen: choiceCalled(doubt.chosen, doubt) };
    tell(io, messageOf('ask.placeTaken', { excerpt, question, reason, ...told }));
  }
  return [];
}

function tellResult(
  { key, recognised, dropped, unit, comments }: ImportResult,
  options: ImportOptions,
  io: Io,
): void {
  if (recognised) {
    const { key, matched, of, differing, missing } = recognised;
    tell(io, messageOf('ask.recognised', { key, matched, of }));
    for (const { number, line } of differing)
      tell(io, messageOf('ask.differs', { place: originalPlace(line, line, unit), number }));
    for (const number of missing) tell(io, messageOf('ask.missing', { number }));
  } else tell(io, messageOf('importing.imported', { key }));
  for (const { line, endLine, why } of dropped)
    tell(io, messageOf('ask.leftOut', { place: originalPlace(line, endLine, unit), why }));
  if (comments.length > 0 && !options.comments)
    tell(io, messageOf('ask.comments', { count: comments.length }));
}
