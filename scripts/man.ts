/** Writes docs/man/: the manual of the command line for `man`, in each language, from what its help says. */
import { readFileSync } from 'node:fs';
import { catalogue } from '../src/core/catalogue.ts';
import { inWords, saidIn } from '../src/core/messages.ts';
import { french } from '../src/core/spoken/spokenFrench.ts';
import { checkCommand } from '../src/cli/commands/checkCommand.ts';
import { checksCommand } from '../src/cli/commands/checksCommand.ts';
import { completionCommand } from '../src/cli/commands/completionCommand.ts';
import { commands as lazyCommands } from '../src/cli/commands/lazy.ts';
import { lspCommand } from '../src/cli/commands/lspCommand.ts';
import type { CliCommand, CliOption } from '../src/cli/command.ts';
import { examples } from '../src/cli/examples.ts';
import { helpWithExtras } from '../src/cli/spokenCommand.ts';
import { spokenTags } from '../src/files/spokenLanguages.ts';
import { inRoot } from './support/paths.ts';

/** What a manual says beside what the help says, in a language. */
interface ManualWords {
  readonly manual: string;
  readonly heads: Readonly<
    Record<'name' | 'description' | 'options' | 'commands' | 'exit' | 'environment' | 'see', string>
  >;
  readonly variables: readonly (readonly [name: string, does: string])[];
  readonly see: string;
}

const english: ManualWords = {
  manual: 'Pilcrow Manual',
  heads: {
    name: 'NAME',
    description: 'DESCRIPTION',
    options: 'OPTIONS',
    commands: 'COMMANDS',
    exit: 'EXIT STATUS',
    environment: 'ENVIRONMENT',
    see: 'SEE ALSO',
  },
  variables: [
    ['LANGUAGE, LC_ALL, LC_MESSAGES, LANG', 'the language, where --lang does not name it'],
    ['PILCROW_CACHE', 'where results of checks are kept'],
    ['NO_COLOR, FORCE_COLOR', 'no colours; colours everywhere'],
  ],
  see: 'for checks: pilcrow checks ID; for papers in other forms:',
};

const frenchWords: ManualWords = {
  manual: 'Manuel de Pilcrow',
  heads: {
    name: 'NOM',
    description: 'DESCRIPTION',
    options: 'OPTIONS',
    commands: 'COMMANDES',
    exit: 'CODE DE RETOUR',
    environment: 'ENVIRONNEMENT',
    see: 'VOIR AUSSI',
  },
  variables: [
    ['LANGUAGE, LC_ALL, LC_MESSAGES, LANG', 'la langue, si --lang ne la nomme pas'],
    ['PILCROW_CACHE', 'où les résultats des contrôles sont gardés'],
    ['NO_COLOR, FORCE_COLOR', 'sans couleurs ; avec des couleurs partout'],
  ],
  see: 'pour les contrôles : pilcrow checks ID ; pour d’autres formes des travaux :',
};

const commands: readonly CliCommand[] = [
  checkCommand,
  ...lazyCommands,
  checksCommand,
  completionCommand(() => []),
  lspCommand,
];

/** The files of docs/man/ by name. The one in English is what npm installs. */
export function manFiles(): ReadonlyMap<string, string> {
  return new Map([
    ['pilcrow.1', saidIn(undefined, () => manual(english))],
    ['pilcrow.fr.1', saidIn(french, () => manual(frenchWords))],
  ]);
}

function manual({ manual: title, heads, variables, see }: ManualWords): string {
  const { version } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as {
    readonly version: string;
  };
  return [
    // No date: the same code writes the same page.
    `.TH PILCROW 1 "" "Pilcrow ${version}" "${roff(title)}"`,
    // Names of files and options stay whole.
    '.nh',
    '.ad l',
    `.SH ${heads.name}`,
    `pilcrow \\- ${roff(inWords('help.pilcrow').replace(/\.$/, ''))}`,
    '.SH SYNOPSIS',
    `\\fBpilcrow\\fR [options] ${roff(inWords('help.commandName'))}`,
    `.SH ${heads.description}`,
    paragraphs(inWords('help.pilcrow')),
    paragraphs(inWords('help.afterError')),
    `.SH ${heads.options}`,
    ...globalOptions().map(([flags, help]) => item(flags, help)),
    `.SH ${heads.commands}`,
    ...commands.map((command) => commandPart(command, 'pilcrow ')),
    `.SH ${heads.exit}`,
    paragraphs(inWords('help.exitCodes')),
    `.SH ${heads.environment}`,
    ...variables.map(([name, does]) => item(name, does)),
    `.SH ${heads.see}`,
    roff(see),
    '.BR pandoc (1)',
    '',
  ]
    .join('\n')
    .replace(/^(\.S[HS] .*)\n\.PP$/gm, '$1');
}

function globalOptions(): readonly (readonly [flags: string, help: string])[] {
  return [
    ['-V, --version', inWords('help.version')],
    ['--lang <LANG>', inWords('help.lang', { tags: spokenTags.join(', ') })],
    ['-h, --help', inWords('help.help')],
  ];
}

/** A command and those below it. */
function commandPart(command: CliCommand, above: string): string {
  const { name, description, arguments: given = [], options = [], commands: below = [], after } = command;
  const usage = [
    ...(options.length > 0 ? ['[options]'] : []),
    ...given.map((argument) => argument.name),
    ...(below.length > 0 ? [inWords('help.commandName')] : []),
  ];
  const lines = examples[`${above}${name}`.slice('pilcrow '.length)] ?? [];
  return [
    `.SS "${roff([`${above}${name}`, ...usage].join(' '))}"`,
    paragraphs(inWords(description)),
    ...given.map((argument) =>
      item(argument.name.replace(/[<>[\]]/g, ''), helpWithExtras(inWords(argument.help), argument.choices)),
    ),
    ...options.map((option) => item(option.flags, helpOf(option))),
    ...(after ? [paragraphs(afterWords(inWords(after())))] : []),
    ...(lines.length > 0
      ? ['.PP', roff(inWords('help.examples')), '.PP', '.nf', ...lines.map(roff), '.fi']
      : []),
    ...below.map((each) => commandPart(each, `${above}${name} `)),
  ].join('\n');
}

function helpOf({ help, choices, default: usual }: CliOption): string {
  return helpWithExtras(inWords(help), choices, usual);
}

/** What a help says at its end, but for the exit codes, which have a section, and the list of checks, which is as long as all else. */
function afterWords(words: string): string {
  const exitCodes = new Set(inWords('help.exitCodes').split('\n'));
  const lines = words.split('\n').filter((line) => !exitCodes.has(line));
  return lines.filter((line) => !Object.keys(catalogue).some((id) => line.includes(id))).join('\n');
}

function item(term: string, words: string): string {
  return `.TP\n\\fB${roff(term)}\\fR\n${roff(words)}`;
}

/** Each line a paragraph. */
function paragraphs(words: string): string {
  return words
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `.PP\n${roff(line.trim())}`)
    .join('\n');
}

/** A text of one line, with nothing in it that a formatter would take for a request. Every hyphen can be copied into a terminal. */
function roff(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('"', '\\(dq')
    .replace(/^(?=[.'])/, '\\&')
    .replace(/[\u00A0\u202F]/g, '\\ ')
    .replace(
      /[\u0080-\uFFFF]/g,
      (sign) => `\\[u${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`,
    );
}
