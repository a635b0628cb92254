import { inEnglish, messageOf } from '../../core/messages.ts';
import { basename, dirname, join, resolve } from 'node:path';
import type { Decision, ImportRequest, ImportResult } from '../../convert/import.ts';
import type { Study } from '../../core/study.ts';
import { editionOfImport, editionsForImport } from '../../core/present/sources.ts';
import { nameOfKey, refusal } from '../../core/present/wording.ts';
import { disk } from '../../files/node.ts';
import { pathOf, relativeTo } from '../../files/paths.ts';
import { readText } from '../../files/texts.ts';
import { askAbout, type About } from '../aboutSource.ts';
import { askDoubts } from '../doubts.ts';
import type { CliCommand } from '../command.ts';
import { CannotDo, progress, tell, type ExitCode, type Io } from '../io.ts';
import { chosenRoot, displayPath, homeStudy, openFolder, withoutAt, writeOut } from '../openStudies.ts';

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
    { flags: '--force', help: 'importHelp.force' },
    { flags: '-y, --yes', help: 'importHelp.yes' },
  ],
  run: importFile,
};

interface ImportOptions {
  readonly key?: string;
  readonly title?: string;
  readonly author?: string;
  readonly out?: string;
  readonly force?: boolean;
  readonly yes?: boolean;
}

/** A source that is there is replaced only with `--force`. */
async function importFile(file: string, options: ImportOptions, io: Io): Promise<ExitCode> {
  const toOutput = options.out === '-';
  const root =
    options.out === undefined ? homeStudy(io) : (chosenRoot(dirname(resolve(io.cwd, options.out))) ?? io.cwd);
  const bytes = await readBytes(file, io);
  const { folder } = await openFolder(root, io);
  const { study } = folder;
  const request: ImportRequest = {
    bytes,
    fileName: file === '-' ? inEnglish('ask.standardInput') : basename(file),
    editions: editionsForImport(study),
    ...aboutOf(options),
  };
  const found = await convertText(request, io);
  const answers = await askAbout(found, options, io);
  const asked = { ...request, ...answers };
  const first = Object.keys(answers).length > 0 ? await convertText(asked, io) : found;
  const target =
    options.out === undefined ? sourceFilePath(root, first.key, study) : resolve(io.cwd, options.out);
  const existing = toOutput ? undefined : await readText(target);
  if (existing && !options.force)
    throw new CannotDo(messageOf('ask.exists', { file: displayPath(target, io) }));
  const known = existing && 'text' in existing ? { ...asked, existing: existing.text } : asked;
  const decisions = await askDecisions(first, options, io);
  const result = existing || decisions.length > 0 ? await convertText({ ...known, decisions }, io) : first;
  tellResult(result, io);
  await writeOut(toOutput ? '-' : target, result.markdown, root, io);
  const path = relativeTo(root, target) ?? '';
  if (!toOutput && folder.roleOf(path) === 'source')
    await freezeImport(root, path, result.markdown, study, io);
  return 0;
}

function aboutOf({ key, title, author }: ImportOptions): About {
  return {
    ...(key === undefined ? {} : { key: withoutAt(key.trim()) }),
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { author }),
  };
}

/** Freezes the edition of what was imported: from then on a check says what has changed or moved. */
async function freezeImport(
  root: string,
  path: string,
  markdown: string,
  study: Study,
  io: Io,
): Promise<void> {
  const frozen = editionOfImport(path, markdown, study);
  if (!frozen) return;
  const target = join(root, ...frozen.path.split('/'));
  await disk.write(target, frozen.text, { within: root });
  tell(io, messageOf('edition.frozenAs', { file: displayPath(target, io) }));
}

async function readBytes(file: string, io: Io): Promise<Uint8Array> {
  if (file === '-') return io.stdin.read();
  const path = resolve(io.cwd, file);
  if (disk.look(path)?.kind === 'folder') throw new CannotDo(refusal(`“${file}”`, 'read', 'EISDIR'));
  const found = await disk.read(path);
  if (!found) throw new CannotDo(messageOf('cli.noFile', { file }));
  if ('problem' in found) throw new CannotDo(found.problem);
  return found.bytes;
}

/** The importers load when they are first needed. */
async function convertText(request: ImportRequest, io: Io): Promise<ImportResult> {
  const done = progress(io, messageOf('cli.reading', { name: request.fileName }));
  const { importSource } = await import('../../convert/import.ts');
  const result = importSource(request);
  done();
  if ('problem' in result) throw new CannotDo(result.problem);
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
  const { doubts } = result;
  if (doubts.length === 0) return [];
  if (!options.yes && io.stdin.isTerminal && io.stderr.isTerminal) return askDoubts(doubts, io);
  tell(io, messageOf('ask.placesTaken', { count: doubts.length }));
  for (const { line, question, excerpt, chosen, reason } of doubts)
    tell(io, messageOf('ask.placeTaken', { line, excerpt, question, chosen, reason }));
  return [];
}

function tellResult({ key, recognised, dropped }: ImportResult, io: Io): void {
  if (recognised) {
    const { key, matched, of, differing, missing } = recognised;
    tell(io, messageOf('ask.recognised', { key, matched, of }));
    for (const { number, line } of differing) tell(io, messageOf('ask.differs', { line, number }));
    for (const number of missing) tell(io, messageOf('ask.missing', { number }));
  } else tell(io, messageOf('importing.imported', { key }));
  for (const { line, endLine, why } of dropped)
    tell(
      io,
      line === endLine
        ? messageOf('ask.leftOutLine', { line, why })
        : messageOf('ask.leftOutLines', { line, endLine, why }),
    );
}
