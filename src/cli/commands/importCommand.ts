import { inEnglish } from '../../core/messages.ts';
import { basename, dirname, join, resolve } from 'node:path';
import type { Decision, ImportRequest, ImportResult } from '../../convert/import.ts';
import type { Study } from '../../core/study.ts';
import { editionOfImport, editionsForImport } from '../../core/present/sources.ts';
import { nameOfKey, plural, refusal } from '../../core/present/wording.ts';
import { disk } from '../../files/node.ts';
import { pathOf, relativeTo } from '../../files/paths.ts';
import { readText } from '../../files/texts.ts';
import { askAbout, type About } from '../aboutSource.ts';
import { askDoubts } from '../doubts.ts';
import type { CliCommand } from '../command.ts';
import { CannotDo, progress, tell, type ExitCode, type Io } from '../io.ts';
import { chosenRoot, displayPath, homeStudy, openStudy, writeOut } from '../openStudies.ts';

export const importCommand: CliCommand = {
  name: 'import',
  summary: 'make a source of a text',
  description:
    'Makes a source of a text: plain text, Markdown or HTML. Prints the path of the source it wrote.',
  arguments: [{ name: '<FILE>', help: 'the text; - for standard input' }],
  options: [
    { flags: '-k, --key <KEY>', help: 'key that papers cite it by' },
    { flags: '--title <TITLE>', help: 'its title, in place of the one found' },
    { flags: '--author <NAMES>', help: 'its author, or several with “;” between them' },
    {
      flags: '-o, --out <PATH>',
      help: 'where to write it (default: sources/KEY.md); - for standard output',
    },
    { flags: '--force', help: 'replace a source that is there; its front matter is kept' },
    { flags: '-y, --yes', help: 'ask nothing and take what is proposed' },
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
  const { folder } = await openStudy({ root, folders: [], files: [] }, io);
  const { study } = folder;
  const request: ImportRequest = {
    bytes,
    fileName: file === '-' ? 'standard input' : basename(file),
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
    throw new CannotDo(
      `${displayPath(target, io)} is there already. --force replaces its text and keeps its front matter.`,
    );
  const known = existing && 'text' in existing ? { ...asked, existing: existing.text } : asked;
  const decisions = await askDecisions(first, options, io);
  const result = existing || decisions.length > 0 ? await convertText({ ...known, decisions }, io) : first;
  tellResult(result, io);
  if (toOutput) io.stdout.write(result.markdown);
  else {
    await writeOut(target, result.markdown, root);
    io.stdout.write(`${displayPath(target, io)}\n`);
  }
  const path = relativeTo(root, target) ?? '';
  if (!toOutput && folder.roleOf(path) === 'source')
    await freezeImport(root, path, result.markdown, study, io);
  return 0;
}

function aboutOf({ key, title, author }: ImportOptions): About {
  return {
    ...(key === undefined ? {} : { key: key.trim().replace(/^@/, '') }),
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
  await writeOut(target, frozen.text, root);
  tell(io, `Frozen as ${displayPath(target, io)}: “pilcrow check” says when a paragraph changes or moves.`);
}

async function readBytes(file: string, io: Io): Promise<Uint8Array> {
  if (file === '-') return io.stdin.read();
  const path = resolve(io.cwd, file);
  if (disk.look(path)?.kind === 'folder')
    throw new CannotDo(inEnglish(refusal(`“${file}”`, 'read', 'EISDIR')));
  const found = await disk.read(path);
  if (!found) throw new CannotDo(`There is no file “${file}”.`);
  if ('problem' in found) throw new CannotDo(inEnglish(found.problem));
  return found.bytes;
}

/** The importers load when they are first needed. */
async function convertText(request: ImportRequest, io: Io): Promise<ImportResult> {
  const done = progress(io, `Reading ${request.fileName} …`);
  const { importSource } = await import('../../convert/import.ts');
  const result = importSource(request);
  done();
  if ('problem' in result) throw new CannotDo(inEnglish(result.problem));
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
  tell(io, `${plural(doubts.length, 'place')} to look at, with what was taken:`);
  for (const { line, question, excerpt, chosen, reason } of doubts)
    tell(
      io,
      `  line ${String(line)}: “${excerpt}”\n    ${inEnglish(question)} ${chosen} (${inEnglish(reason)})`,
    );
  return [];
}

function tellResult({ key, recognised, dropped }: ImportResult, io: Io): void {
  if (recognised) {
    tell(
      io,
      `Recognised as @${recognised.key}: ${String(recognised.matched)} of ${plural(recognised.of, 'paragraph')} word for word.`,
    );
    for (const { number, line } of recognised.differing)
      tell(io, `  line ${String(line)}: ¶ ${String(number)} differs from the edition.`);
    for (const number of recognised.missing) tell(io, `  ¶ ${String(number)} of the edition is missing.`);
  } else tell(io, `Imported as @${key}.`);
  for (const { line, endLine, why } of dropped)
    tell(
      io,
      `  ${line === endLine ? `line ${String(line)}` : `lines ${String(line)}–${String(endLine)}`} left out: ${inEnglish(why)}`,
    );
}
