import { inEnglish } from '../core/messages.ts';
import { Argument, Command, CommanderError, Option } from 'commander';
import { refusal } from '../core/present/wording.ts';
import { exitCodes, type CliCommand, type CliOption } from './command.ts';
import { checkCommand } from './commands/checkCommand.ts';
import { checksCommand } from './commands/checksCommand.ts';
import { lspCommand } from './commands/lspCommand.ts';
import { isRefused } from '../files/fileSystem.ts';
import { displayPath } from './choose.ts';
import { isCannotDo, tell, versionOf, type ExitCode, type Io } from './io.ts';

/**
 * Runs the command line.
 * @param args what stands behind `pilcrow`
 */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = 0;
  const finish = (ended: ExitCode): void => void (code = ended);
  try {
    await program(await commandsFor(args[0]), io, finish).parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    // Commander has said what is wrong, or printed the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const message = isCannotDo(error) ? error.message : refusalOf(error, io);
    if (message === undefined) throw error;
    tell(io, `pilcrow: ${message}`);
    return 2;
  }
}

/** What the system refuses, such as writing where one may not, in the words of every door; undefined for our own faults. */
function refusalOf(error: unknown, io: Io): string | undefined {
  if (isRefused(error)) return inEnglish(refusal(displayPath(error.path, io), 'written', error.code));
  if (!(error instanceof Error && 'code' in error && 'syscall' in error)) return undefined;
  const { path, syscall, code } = error as NodeJS.ErrnoException;
  if (path === undefined) return error.message;
  const isReading = syscall === 'open' || syscall === 'read' || syscall === 'scandir' || syscall === 'stat';
  return inEnglish(refusal(displayPath(path, io), isReading ? 'read' : 'written', code));
}

/** The commands that load nothing but what they need. */
const quickCommands: readonly CliCommand[] = [checkCommand, checksCommand, lspCommand];

/**
 * The commands among which the one that is given is, in the order of the help.
 * @param first what stands after `pilcrow`
 */
async function commandsFor(first: string | undefined): Promise<readonly CliCommand[]> {
  const isQuick = first === '--version' || first === '-V' || quickCommands.some(({ name }) => name === first);
  if (isQuick) return quickCommands;
  const { commands } = await import('./commands/lazy.ts');
  return [checkCommand, ...commands, checksCommand, lspCommand];
}

type Finish = (code: ExitCode) => void;

function program(commands: readonly CliCommand[], io: Io, finish: Finish): Command {
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
  for (const command of commands) addCommand(command, pilcrow, io, finish);
  return pilcrow;
}

function addCommand(command: CliCommand, parent: Command, io: Io, finish: Finish): void {
  const { name, summary, description, run, after, takesAnything = false } = command;
  const added = parent.command(name).description(description);
  if (summary !== undefined) added.summary(summary);
  for (const { name, help, choices } of command.arguments ?? []) {
    const argument = new Argument(name, help);
    added.addArgument(choices ? argument.choices(choices) : argument);
  }
  for (const option of command.options ?? []) added.addOption(optionOf(option));
  if (after !== undefined) added.addHelpText('after', after);
  if (takesAnything) added.allowUnknownOption().allowExcessArguments();
  for (const below of command.commands ?? []) addCommand(below, added, io, finish);
  if (run)
    // Commander gives the arguments, the options and itself.
    added.action(async (...given: unknown[]) =>
      finish(await run(...([...given.slice(0, -1), io] as never[]))),
    );
}

function optionOf({ flags, help, choices, isList = false, ...given }: CliOption): Option {
  const option = new Option(flags, help).default(given.default);
  if (choices) option.choices(choices);
  return isList
    ? option.argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value])
    : option;
}
