import type { CliCommand } from '../command.ts';
import type { ExitCode } from '../io.ts';

export const lspCommand: CliCommand = {
  name: 'lsp',
  summary: 'lspHelp.summary',
  description: 'lspHelp.description',
  takesAnything: true,
  run: serve,
};

/** Editors may choose another way than standard input and output with the usual options: `--socket=PORT`, `--node-ipc`, `--pipe=NAME`. */
async function serve(): Promise<ExitCode> {
  const chosen = process.argv.some((argument) => /^--(?:stdio|node-ipc|socket|pipe)\b/.test(argument));
  if (!chosen) process.argv.push('--stdio');
  await import('../../server/main.ts');
  // The server ends the process itself when the editor says so.
  return new Promise<never>(() => undefined);
}
