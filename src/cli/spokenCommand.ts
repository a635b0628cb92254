import {
  type Argument,
  Command,
  type ErrorOptions,
  type HelpConfiguration,
  type HelpContext,
  type Option,
} from 'commander';
import { inWords } from '../core/messages.ts';
import { nearest, tableOf } from '../core/text.ts';

/** A command whose complaints are in the language of the person. */
export class SpokenCommand extends Command {
  override createCommand(name?: string): SpokenCommand {
    return new SpokenCommand(name);
  }

  override error(message: string, options?: ErrorOptions): never {
    return super.error(worded(message), options);
  }

  /** Where help is asked for of a command that there is not, that is said as where the command itself is asked for. */
  override outputHelp(context?: HelpContext | ((text: string) => string)): void {
    const [first, second] = this.args;
    const asked = first === 'help' ? second : first;
    const names = this.commands.map((command) => command.name());
    const isOne = asked === undefined || asked === 'help' || asked.startsWith('-') || names.includes(asked);
    if (!isOne && names.length > 0)
      super.error(`${inWords('usage.unknownCommand', { command: asked })}${meant(nearest(asked, names))}`);
    super.outputHelp(context as HelpContext);
  }
}

/** What Commander says of wrong arguments, and how it is said here. */
const complaints: readonly (readonly [said: RegExp, worded: (...parts: string[]) => string])[] = [
  [/^error: unknown option '(.*)'/, (option) => inWords('usage.unknownOption', { option })],
  [/^error: unknown command '(.*)'/, (command) => inWords('usage.unknownCommand', { command })],
  [/^error: missing required argument '(.*)'/, (argument) => inWords('usage.missingArgument', { argument })],
  [/^error: option '(.*)' argument missing/, (option) => inWords('usage.missingValue', { option })],
  [
    /^error: option '(.*)' argument '(.*)' is invalid\. Allowed choices are (.*)\.$/,
    (option, value, choices) => inWords('usage.badValue', { option, value, choices }),
  ],
  [
    /^error: command-argument value '(.*)' is invalid for argument '(.*)'\. Allowed choices are (.*)\.$/,
    (value, argument, choices) => inWords('usage.badArgument', { argument, value, choices }),
  ],
  [
    /^error: too many arguments for '(.*)'\. Expected (\d+) arguments? but got (\d+)\./,
    (command, expected, given) =>
      inWords('usage.tooMany', { command, expected: Number(expected), given: Number(given) }),
  ],
];

function worded(message: string): string {
  for (const [said, words] of complaints) {
    const [, ...parts] = said.exec(message) ?? [];
    if (parts.length > 0) return `${words(...parts)}${suggestion(message)}`;
  }
  return message;
}

/** `(Did you mean --format?)`, on a line of its own. */
function suggestion(message: string): string {
  const names = /\(Did you mean (?:one of )?(.*)\?\)$/.exec(message)?.[1];
  return meant(names === undefined ? [] : [names]);
}

function meant(names: readonly string[]): string {
  return names.length === 0 ? '' : `\n${inWords('usage.didYouMean', { names: names.join(', ') })}`;
}

/** What Commander writes into a help of its own accord. */
export function helpWords(): HelpConfiguration {
  const titles = tableOf<string>({
    'Usage:': inWords('help.usage'),
    'Arguments:': inWords('help.arguments'),
    'Options:': inWords('help.options'),
    'Global Options:': inWords('help.globalOptions'),
    'Commands:': inWords('help.commands'),
  });
  return {
    styleTitle: (title) => titles[title] ?? title,
    styleUsage: (usage) => usage.replace('[command]', inWords('help.commandName')),
    optionDescription: withExtras,
    argumentDescription: withExtras,
  };
}

function withExtras({ description, argChoices, defaultValue }: Option | Argument): string {
  return helpWithExtras(description, argChoices, typeof defaultValue === 'string' ? defaultValue : undefined);
}

/** A description with what may be given, and what stands in for it. */
export function helpWithExtras(description: string, choices?: readonly string[], usual?: string): string {
  const extras = [
    ...(choices ? [inWords('help.choices', { choices: choices.map(jsonQuoted).join(', ') })] : []),
    ...(usual === undefined ? [] : [inWords('help.default', { value: jsonQuoted(usual) })]),
  ];
  return extras.length === 0 ? description : `${description} (${extras.join(', ')})`.trim();
}

function jsonQuoted(value: string): string {
  return JSON.stringify(value);
}
