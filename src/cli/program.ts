import { inWords, messageOf } from '../core/messages.ts';
import { Argument, CommanderError, Option } from 'commander';
import { type CliCommand, type CliOption } from './command.ts';
import { checkCommand } from './commands/checkCommand.ts';
import { checksCommand } from './commands/checksCommand.ts';
import { completionCommand } from './commands/completionCommand.ts';
import { lspCommand } from './commands/lspCommand.ts';
import { spokenTags } from '../files/spokenLanguages.ts';
import { examples } from './examples.ts';
import { failureOf } from './failure.ts';
import { speakAsAsked } from './language.ts';
import { helpWords, SpokenCommand } from './spokenCommand.ts';
import { printOut, printable, tell, versionOf, type ExitCode, type Io } from './io.ts';

/**
 * Runs the command line.
 * @param args what stands behind `pilcrow`
 */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = 0;
  const finish = (ended: ExitCode): void => void (code = ended);
  try {
    await speakAsAsked(args, io.env);
    await program(await commandsFor(args[0]), io, finish).parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    // Commander has said what is wrong, or printed the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const message = failureOf(error, io);
    if (message === undefined) throw error;
    tell(io, messageOf('cli.failed', { message }));
    return 2;
  }
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
  const all: readonly CliCommand[] = [
    checkCommand,
    ...commands,
    checksCommand,
    completionCommand(() => all),
    lspCommand,
  ];
  return all;
}

type Finish = (code: ExitCode) => void;

function program(commands: readonly CliCommand[], io: Io, finish: Finish): SpokenCommand {
  const pilcrow = new SpokenCommand('pilcrow')
    .description(inWords('help.pilcrow'))
    .version(versionOf(io), '-V, --version', inWords('help.version'))
    .helpOption('-h, --help', inWords('help.help'))
    .helpCommand('help [COMMAND]', inWords('help.command'))
    .configureOutput({
      writeOut: (text) => printOut(io, text, 'words'),
      writeErr: (text) => io.stderr.write(printable(text)),
    })
    .option('--lang <LANG>', inWords('help.lang', { tags: spokenTags.join(', ') }))
    .configureHelp({ showGlobalOptions: true, ...helpWords() })
    .showHelpAfterError(inWords('help.afterError'))
    .exitOverride()
    .addHelpText('after', inWords('help.exitCodes'));
  for (const command of commands) addCommand(command, '', pilcrow, io, finish);
  return pilcrow;
}

/** @param above the names of the commands above it, each with a blank behind */
function addCommand(command: CliCommand, above: string, parent: SpokenCommand, io: Io, finish: Finish): void {
  const { name, summary, description, run, after, takesAnything = false } = command;
  const added = parent.command(name).description(inWords(description));
  if (summary !== undefined) added.summary(inWords(summary));
  for (const { name, help, choices } of command.arguments ?? []) {
    const argument = new Argument(name, inWords(help));
    added.addArgument(choices ? argument.choices(choices) : argument);
  }
  for (const option of command.options ?? []) added.addOption(optionOf(option));
  if (after !== undefined) added.addHelpText('after', inWords(after()));
  if (takesAnything) added.allowUnknownOption().allowExcessArguments();
  const lines = examples[`${above}${name}`];
  if (lines) added.addHelpText('after', `\n${inWords('help.examples')}\n  ${lines.join('\n  ')}`);
  for (const below of command.commands ?? []) addCommand(below, `${above}${name} `, added, io, finish);
  if (run)
    // Commander gives the arguments, the options and itself.
    added.action(async (...given: unknown[]) =>
      finish(await run(...([...given.slice(0, -1), io] as never[]))),
    );
}

function optionOf({ flags, help, choices, isList = false, ...given }: CliOption): Option {
  const option = new Option(flags, inWords(help)).default(given.default);
  if (choices) option.choices(choices);
  return isList
    ? option.argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value])
    : option;
}
