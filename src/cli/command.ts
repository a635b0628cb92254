import type { Message, PlainMessageId } from '../core/messages.ts';
import type { ExitCode } from './io.ts';

/** What a command is given after its name. */
export interface CliArgument {
  /** As the help writes it: `<FILE>` must be given, `[PATH...]` may be, several times. */
  readonly name: string;
  readonly help: PlainMessageId;
  readonly choices?: readonly string[];
  /** What a shell offers in its place where `choices` would make the help too long. */
  readonly completions?: readonly string[];
}

/** An option of a command. Its name, in camel case, is that of the property in which `run` finds it. */
export interface CliOption {
  /** `-f, --format <FORMAT>` */
  readonly flags: string;
  readonly help: PlainMessageId;
  readonly choices?: readonly string[];
  readonly default?: string;
  /** Whether it may be given several times, and is a list. */
  readonly isList?: boolean;
}

/** A command as one value: what it is called, what the help says of it, and what it does. */
export interface CliCommand {
  readonly name: string;
  /** In the list of commands; the description where this is left out. */
  readonly summary?: PlainMessageId;
  readonly description: PlainMessageId;
  readonly arguments?: readonly CliArgument[];
  readonly options?: readonly CliOption[];
  /** What the help says after everything else. */
  readonly after?: () => Message;
  /** Whether what nobody knows is left to the program that it starts. */
  readonly takesAnything?: boolean;
  /** Commands below it, which it has in place of `run`. */
  readonly commands?: readonly CliCommand[];
  /** Called with the arguments, the options, and the outside world. */
  readonly run?: (...given: never[]) => ExitCode | Promise<ExitCode>;
}

/** Arguments and options that several commands have. */
export const pathsArgument: CliArgument = { name: '[PATH...]', help: 'help.paths' };
export const folderArgument: CliArgument = { name: '[PATH]', help: 'help.folder' };
export const noColor: CliOption = { flags: '--no-color', help: 'help.noColor' };
