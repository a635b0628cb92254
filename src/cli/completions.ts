import { spokenTags } from '../files/spokenLanguages.ts';
import type { CliArgument, CliCommand, CliOption } from './command.ts';

/** The shells for which there is a script. */
export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/** An option as a shell sees it. */
type Flag = Pick<CliOption, 'flags' | 'choices'>;

/** What may follow a command: its options, with their values, and what its arguments may be. */
interface Words {
  /** As written: `list`, or `notes export`. */
  readonly command: string;
  readonly options: readonly Flag[];
  /** Commands below it, and what its arguments may be. */
  readonly values: readonly string[];
  /** Whether files may stand there. */
  readonly takesFiles: boolean;
}

/** Options that every command has. */
const everywhere: readonly Flag[] = [
  { flags: '--lang <LANG>', choices: spokenTags },
  { flags: '-h, --help' },
];

/** The words of the program and of each of its commands, those below them included. */
function shellWords(commands: readonly CliCommand[], above = ''): Words[] {
  const own = commands.map(({ name, options = [], arguments: given = [], commands: below = [] }) => ({
    command: `${above}${name}`,
    options: [...options, ...everywhere],
    values: [...below.map((each) => each.name), ...given.flatMap((each) => wordsFor(each) ?? [])],
    takesFiles: given.some((each) => !wordsFor(each)),
  }));
  return [
    ...own,
    ...commands.flatMap(({ name, commands: below = [] }) => shellWords(below, `${above}${name} `)),
  ];
}

/** What may stand for an argument; undefined where it is a file. */
function wordsFor({ choices, completions }: CliArgument): readonly string[] | undefined {
  return choices ?? completions;
}

/** The flags of an option, without what they take: `-f`, `--format`. */
function flagsOf({ flags }: Flag): readonly string[] {
  return flags.split(/, */).map((flag) => flag.replace(/[ =].*$/, ''));
}

/** Whether an option is followed by a value. */
function takesValue({ flags }: Flag): boolean {
  return /[<[]/.test(flags);
}

/** A script that completes command lines of Pilcrow in a shell. It runs nothing, and offers files where nothing else is meant. */
export function completionScript(shell: Shell, commands: readonly CliCommand[]): string {
  const names = commands.map(({ name }) => name);
  const all = [
    {
      command: '',
      options: [...everywhere, { flags: '-V, --version' }],
      values: [...names, 'help'],
      takesFiles: false,
    },
    { command: 'help', options: everywhere, values: names, takesFiles: false },
    ...shellWords(commands),
  ];
  return { bash: bashScript, zsh: zshScript, fish: fishScript }[shell](all);
}

/** The cases of a shell's `case`: what is offered after each command, and as a value of each option with choices. */
function cases(all: readonly Words[]): string {
  const values = all.flatMap(({ command, options }) =>
    options
      .filter(({ choices }) => choices)
      .map(
        (option) =>
          `    '${command} '${flagsOf(option).join(`|'${command} '`)}) words='${(option.choices ?? []).join(' ')}' ;;`,
      ),
  );
  const files = all.flatMap(({ command, options }) =>
    options
      .filter((option) => takesValue(option) && !option.choices)
      .map((option) => `    '${command} '${flagsOf(option).join(`|'${command} '`)}) files=yes ;;`),
  );
  const offers = all.map(
    ({ command, options, values: own, takesFiles }) =>
      `        '${command}') words='${[...own, ...options.flatMap(flagsOf)].join(' ')}'${takesFiles ? ' files=yes' : ''} ;;`,
  );
  return `  case "$command $previous" in
${[...values, ...files].join('\n')}
    *)
      case "$command" in
${offers.join('\n')}
      esac
      ;;
  esac`;
}

/** Puts the names of commands of a line together, as far as there are any. */
function commandOf(all: readonly Words[]): string {
  const names = all.flatMap(({ command }) => (command === '' ? [] : [`'${command}'`]));
  return `    case "$command\${command:+ }$word" in
      ${names.join('|')}) command="$command\${command:+ }$word" ;;
    esac`;
}

function bashScript(all: readonly Words[]): string {
  return `# Completion of pilcrow for bash: pilcrow completion bash > ~/.local/share/bash-completion/completions/pilcrow
_pilcrow() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command='' words='' files='' word
  # bash takes the sign of --format=json for a word of its own.
  if [[ $current == = ]]; then
    current=''
  elif [[ $previous == = ]]; then
    previous="\${COMP_WORDS[COMP_CWORD-2]}"
  fi
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
${commandOf(all)}
  done
${cases(all)}
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  [[ $files ]] || compopt +o default 2> /dev/null
}
complete -o default -F _pilcrow pilcrow
`;
}

function zshScript(all: readonly Words[]): string {
  return `#compdef pilcrow
# Completion of pilcrow for zsh: pilcrow completion zsh > "\${fpath[1]}/_pilcrow"
_pilcrow() {
  local previous="\${words[CURRENT-1]}" command='' word
  local -a line=("\${words[@]:1:\$((CURRENT-2))}")
  if [[ "\${words[CURRENT]}" == --*=* ]]; then
    previous="\${words[CURRENT]%%=*}"
    compset -P '*='
  fi
  local words='' files=''
  for word in "\${line[@]}"; do
${commandOf(all)}
  done
${cases(all)}
  compadd -- \${=words}
  [[ -z $files ]] || _files
}
compdef _pilcrow pilcrow
`;
}

function fishScript(all: readonly Words[]): string {
  const lines = all.flatMap(({ command, options, values, takesFiles }) => {
    const start = `complete -c pilcrow -n 'test (__pilcrow_command) = "${command}"'`;
    return [
      ...(takesFiles ? [] : [`${start} -f`]),
      ...(values.length > 0 ? [`${start} -a '${values.join(' ')}'`] : []),
      ...options.map((option) => `${start}${fishOption(option)}`),
    ];
  });
  const names = all.flatMap(({ command }) => (command === '' ? [] : [`'${command}'`]));
  return `# Completion of pilcrow for fish: pilcrow completion fish > ~/.config/fish/completions/pilcrow.fish
function __pilcrow_command
  set -l command ''
  for word in (commandline -opc)[2..]
    switch (string trim "$command $word")
      case ${names.join(' ')}
        set command (string trim "$command $word")
    end
  end
  echo $command
end
${lines.join('\n')}
`;
}

function fishOption(option: Flag): string {
  const flags = flagsOf(option).map((flag) =>
    flag.startsWith('--') ? ` -l ${flag.slice(2)}` : ` -s ${flag.slice(1)}`,
  );
  const value = option.choices ? ` -x -a '${option.choices.join(' ')}'` : takesValue(option) ? ' -r -F' : '';
  return `${flags.join('')}${value}`;
}
