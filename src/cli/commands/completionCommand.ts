import type { CliCommand } from '../command.ts';
import { completionScript, type Shell, shells } from '../completions.ts';
import type { ExitCode, Io } from '../io.ts';

/** The command that prints completions of all others, which it is given. */
export function completionCommand(others: () => readonly CliCommand[]): CliCommand {
  return {
    name: 'completion',
    summary: 'completionHelp.summary',
    description: 'completionHelp.description',
    arguments: [{ name: '<SHELL>', help: 'completionHelp.shell', choices: shells }],
    run: (shell: Shell, _options: unknown, io: Io): ExitCode => {
      io.stdout.write(completionScript(shell, others()));
      return 0;
    },
  };
}
