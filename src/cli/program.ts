import { Argument, Command, CommanderError, Option } from 'commander';
import { refusal } from '../core/present/wording.ts';
import {
  checkFormats,
  concordanceOrders,
  coverageFormats,
  findingLevels,
  listFormats,
  listingNames,
  type ListingName,
} from './choices.ts';
import { checkList, checks } from './commands/checks.ts';
import type { CoverageOptions } from './commands/coverage.ts';
import { check, type CheckOptions } from './commands/check.ts';
import type { FreezeOptions } from './commands/edition.ts';
import type { GlossaryOptions } from './commands/glossary.ts';
import type { GuideOptions } from './commands/guide.ts';
import type { ImportOptions } from './commands/import.ts';
import type { InitOptions } from './commands/init.ts';
import type { ListOptions } from './commands/list.ts';
import { lsp } from './commands/lsp.ts';
import { isRefused } from '../files/fileSystem.ts';
import { nameOf } from './choose.ts';
import { isCannotDo, tell, type ExitCode, type Io } from './io.ts';
import { addNotes } from './programNotes.ts';
import { versionOf } from './version.ts';

const exitCodes = `
Exit codes: 0 nothing at or above the failing level, 1 findings, 2 it could not do what was asked.
Results go to standard output, everything else to standard error.`;

/** The commands that need more than a check does are loaded when one of them is given. */
const lazy = () => import('./commands/lazy.ts');

/**
 * Runs the command line.
 * @param args what stands behind `pilcrow`
 */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = 0;
  const finish = (ended: ExitCode): void => void (code = ended);
  try {
    await program(io, finish).parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    // Commander has said what is wrong, or printed the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const message = isCannotDo(error) ? error.message : refused(error, io);
    if (message === undefined) throw error;
    tell(io, `pilcrow: ${message}`);
    return 2;
  }
}

/** What the system refuses, such as writing where one may not, in the words of every door; undefined for our own faults. */
function refused(error: unknown, io: Io): string | undefined {
  if (isRefused(error)) return refusal(nameOf(error.path, io), 'written', error.code);
  if (!(error instanceof Error && 'code' in error && 'syscall' in error)) return undefined;
  const { path, syscall, code } = error as NodeJS.ErrnoException;
  if (path === undefined) return error.message;
  const isReading = syscall === 'open' || syscall === 'read' || syscall === 'scandir' || syscall === 'stat';
  return refusal(nameOf(path, io), isReading ? 'read' : 'written', code);
}

type Finish = (code: ExitCode) => void;

function program(io: Io, finish: Finish): Command {
  const pilcrow = new Command('pilcrow')
    .description('Checks papers that cite a text paragraph by paragraph.')
    .version(versionOf(io), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [COMMAND]', 'explain a command')
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: (text) => io.stderr.write(text) })
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('“pilcrow --help” lists the commands, “pilcrow COMMAND --help” explains one.')
    .exitOverride()
    .addHelpText('after', exitCodes);
  addCheck(pilcrow, io, finish);
  addList(pilcrow, io, finish);
  addGlossary(pilcrow, io, finish);
  addCoverage(pilcrow, io, finish);
  addGuide(pilcrow, io, finish);
  addNotes(pilcrow, io, finish);
  addImport(pilcrow, io, finish);
  addInit(pilcrow, io, finish);
  addEdition(pilcrow, io, finish);
  addChecks(pilcrow, io, finish);
  addLsp(pilcrow, finish);
  return pilcrow;
}

const paths = 'files and folders; without any, the study folder of the current folder';

function addCheck(pilcrow: Command, io: Io, finish: Finish): void {
  pilcrow
    .command('check')
    .summary('say what is wrong in papers, sources and glossaries')
    .description(
      'Says what is wrong in papers, sources and glossaries. A file that is named is checked as a paper, whatever it is called.',
    )
    .argument('[PATH...]', paths)
    .addOption(
      new Option('-f, --format <FORMAT>', 'form of the findings').choices(checkFormats).default('pretty'),
    )
    .addOption(
      new Option(
        '--fail-on <LEVEL>',
        'end with 1 from this level on (default: “failOn” of pilcrow.json, else warning)',
      ).choices(findingLevels),
    )
    .option('--fix', 'apply the fixes whose meaning is certain; sources stay as they are')
    .option('-w, --watch', 'check again whenever a file changes')
    .option('-q, --quiet', 'no summary, only findings')
    .option('--no-cache', 'take nothing over from the last time, and keep nothing for the next')
    .option(
      '--cache-dir <DIR>',
      'where results are kept (default: PILCROW_CACHE, else the cache folder of the system)',
    )
    .option('--no-color', 'no colours')
    .addHelpText('after', '\n“pilcrow checks” lists all checks, “pilcrow checks ID” explains one.')
    .addHelpText('after', exitCodes)
    .action(async (names: string[], options: CheckOptions) => finish(await check(names, options, io)));
}

function addList(pilcrow: Command, io: Io, finish: Finish): void {
  pilcrow
    .command('list')
    .summary('list citations, quotations, terms, sources or notes')
    .description(
      'Lists what papers contain and where it leads. The JSON form is a contract: see the schemas that ship with Pilcrow.',
    )
    .addArgument(new Argument('<WHAT>', 'what to list').choices(listingNames))
    .argument('[PATH...]', paths)
    .addOption(new Option('-f, --format <FORMAT>', 'form of the list').choices(listFormats).default('pretty'))
    .option('--term <NAME>', 'terms: only this one, by its name or an alias')
    .addOption(
      new Option('--sort <ORDER>', 'terms: by place, or by the words that follow').choices(concordanceOrders),
    )
    .option('--frequency', 'terms: how often, by section of the source and by paper')
    .option('--no-color', 'no colours')
    .action(async (what: ListingName, names: string[], options: ListOptions) =>
      finish(await (await lazy()).list(what, names, options, io)),
    );
}

function addGlossary(pilcrow: Command, io: Io, finish: Finish): void {
  pilcrow
    .command('glossary')
    .summary('make a handout of the glossary')
    .description(
      'Prints the glossary as a handout in Pandoc Markdown, by name, with the passages that define each term. Built-in entries are left out where nobody uses them.',
    )
    .argument('[PATH]', 'a study folder (default: that of the current folder)')
    .option('-o, --out <FILE>', 'where to write it (default: standard output)')
    .action(async (path: string | undefined, options: GlossaryOptions) =>
      finish(await (await lazy()).glossary(path, options, io)),
    );
}

function addCoverage(pilcrow: Command, io: Io, finish: Finish): void {
  const several = (value: string, before: readonly string[] = []): string[] => [...before, value];
  pilcrow
    .command('coverage')
    .summary('show what of a text has been cited, quoted and noted')
    .description(
      'Shows how often each paragraph of a text is cited, quoted and noted, and what has been passed over. The JSON form is a contract: see the schemas that ship with Pilcrow.',
    )
    .argument('[SOURCE]', 'file or key of a source (default: every text of the current study folder)')
    .addOption(
      new Option('-f, --format <FORMAT>', 'form of the figures').choices(coverageFormats).default('pretty'),
    )
    .option('-u, --uncited', 'list only what nobody has discussed')
    .option('--paper <PATH>', 'count only this paper; may be given several times', several)
    .option('--author <NAME>', 'count only what this person wrote; may be given several times', several)
    .option('--since <DATE>', 'count only what was written on this day or later: 2026-11-23, 2026-11 or 2026')
    .option('--until <DATE>', 'count only what was written on this day or earlier')
    .option('--no-color', 'no colours')
    .action(async (name: string | undefined, options: CoverageOptions) =>
      finish(await (await lazy()).coverage(name, options, io)),
    );
}

function addGuide(pilcrow: Command, io: Io, finish: Finish): void {
  pilcrow
    .command('guide')
    .summary('gather open questions for a meeting')
    .description(
      'Prints the open questions of papers and notes, each after the passages it is about, in the order of the text. The document is a paper of its own, in Pandoc Markdown.',
    )
    .argument('[PATH]', 'a study folder (default: that of the current folder)')
    .option('-o, --out <FILE>', 'where to write it (default: standard output); a file that is there stays')
    .option('--source <KEY>', 'only questions on this source')
    .option('--date <DATE>', 'day of the meeting (default: today)')
    .action(async (path: string | undefined, options: GuideOptions) =>
      finish(await (await lazy()).guide(path, options, io)),
    );
}

function addImport(pilcrow: Command, io: Io, finish: Finish): void {
  pilcrow
    .command('import')
    .summary('make a source of a text')
    .description(
      'Makes a source of a text: plain text, Markdown or HTML. Prints the path of the source it wrote.',
    )
    .argument('<FILE>', 'the text; - for standard input')
    .option('-k, --key <KEY>', 'key that papers cite it by')
    .option('--title <TITLE>', 'its title, in place of the one found')
    .option('--author <NAMES>', 'its author, or several with “;” between them')
    .option('-o, --out <PATH>', 'where to write it (default: sources/KEY.md); - for standard output')
    .option('--force', 'replace a source that is there; its front matter is kept')
    .option('-y, --yes', 'ask nothing and take what is proposed')
    .action(async (file: string, options: ImportOptions) =>
      finish(await (await lazy()).importFile(file, options, io)),
    );
}

function addInit(pilcrow: Command, io: Io, finish: Finish): void {
  pilcrow
    .command('init')
    .summary('make a study folder')
    .description('Makes a folder a study folder. Files that are there stay as they are.')
    .argument('[DIR]', 'the folder (default: the current one)')
    .option('-t, --title <TITLE>', 'what the group calls itself, or is reading')
    .option(
      '--formatters',
      'only add what keeps formatters away from sources and lets git merge notes, to a study folder that is there',
    )
    .action(async (folder: string | undefined, options: InitOptions) =>
      finish(await (await lazy()).init(folder, options, io)),
    );
}

function addEdition(pilcrow: Command, io: Io, finish: Finish): void {
  const edition = pilcrow
    .command('edition')
    .summary('freeze the structure of sources, verify it later')
    .description('Freezes the structure of sources, so that later changes are noticed, and verifies it.');
  edition
    .command('freeze')
    .description(
      'Writes numbering, sections and fingerprints of sources to editions/KEY/edition.json; gists of an earlier edition are kept.',
    )
    .argument('[SOURCE...]', 'files or keys of sources; without any, all of the current study folder')
    .option(
      '--shingles',
      'add hashed runs of five words, by which quotations are verified where the text is not (read docs/verification-without-the-text.md first)',
    )
    .action(async (names: string[], options: FreezeOptions) =>
      finish(await (await lazy()).freeze(names, options, io)),
    );
  edition
    .command('verify')
    .description('Says where sources differ from their editions; ends with 1 where one does.')
    .argument('[SOURCE...]', 'files or keys of sources; without any, all that have an edition')
    .action(async (names: string[]) => finish(await (await lazy()).verify(names, io)));
}

function addChecks(pilcrow: Command, io: Io, finish: Finish): void {
  pilcrow
    .command('checks')
    .summary('list all checks, or explain one')
    .description('Lists all checks with their levels, or explains one.')
    .argument('[ID]', 'a check, such as citation/unknown-key')
    .option('--no-color', 'no colours')
    .addHelpText('after', `\nChecks:\n${checkList()}`)
    .action((id: string | undefined, options: { color: boolean }) => finish(checks(id, options, io)));
}

function addLsp(pilcrow: Command, finish: Finish): void {
  pilcrow
    .command('lsp')
    .summary('start the language server')
    .description(
      'Starts the language server, for editors that speak the Language Server Protocol over standard input and output.',
    )
    .allowUnknownOption()
    .allowExcessArguments()
    .action(async () => finish(await lsp()));
}
