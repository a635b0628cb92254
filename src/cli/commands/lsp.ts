import type { ExitCode } from '../io.ts';

/**
 * `pilcrow lsp`: the language server, for editors that start it themselves. It speaks over standard input and output
 * unless the editor chooses another way with the usual options (`--socket=PORT`, `--node-ipc`, `--pipe=NAME`).
 */
export async function lsp(): Promise<ExitCode> {
  const chosen = process.argv.some((argument) => /^--(?:stdio|node-ipc|socket|pipe)\b/.test(argument));
  if (!chosen) process.argv.push('--stdio');
  await import('../../server/main.ts');
  // The server ends the process itself when the editor says so.
  return new Promise<never>(() => undefined);
}
