/**
 * Replaces desktop `code`. Takes its command line, and runs what it asks for in a VS Code server with a headless
 * browser. `@vscode/test-electron` runs it as its executable.
 * PILCROW_HOST (newest, oldest) chooses the server. PILCROW_HOST_VERBOSE shows the page's console.
 * PILCROW_HOST_TIMEOUT is the longest time for a run, in seconds.
 */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messageOf } from '../../scripts/support/process.ts';
import { installBrowser } from './browser.ts';
import { parseCommandLine, type CommandLine } from './commandLine.ts';
import { hostNames, installHost, type Host, type HostName } from './install.ts';
import { installExtension } from './installExtension.ts';
import { messageReader, socketVariable, testsVariable, type Message } from './report.ts';
import { openWorkbench } from './workbench.ts';
import { localPath } from './workbenchAddress.ts';

const verbose = Boolean(process.env['PILCROW_HOST_VERBOSE']);
const longestRun = Number(process.env['PILCROW_HOST_TIMEOUT'] ?? 240) * 1000;

function complain(text: string): void {
  process.stderr.write(`${text}\n`);
}

async function main(): Promise<number> {
  const commandLine = parseCommandLine(process.argv.slice(2));
  const host = await installHost(chosenHost(), complain);
  for (const path of commandLine.installExtensions)
    process.stdout.write(`${await installExtension(host, localPath(path), commandLine.extensionsFolder)}\n`);
  if (commandLine.installExtensions.length > 0) return 0;
  const scratch = await mkdtemp(join(tmpdir(), 'pc-'));
  try {
    return await runWorkbench(host, commandLine, scratch);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function chosenHost(): HostName {
  const wanted = process.env['PILCROW_HOST'] ?? 'newest';
  const name = hostNames.find((candidate) => candidate === wanted);
  if (!name) throw new Error(`PILCROW_HOST is ${wanted}; it may be ${hostNames.join(' or ')}.`);
  return name;
}

/** How the run ended. The tests' runner, the workbench and a signal to stop can all report it. */
class Outcome {
  #failure: string | null | undefined;
  #settle: (code: number) => void = () => undefined;
  readonly code = new Promise<number>((resolve) => {
    this.#settle = resolve;
  });

  onMessage = (message: Message): void => {
    if ('print' in message) process.stdout.write(message.print);
    else {
      this.#failure = message.failure;
      if (message.failure) complain(message.failure);
    }
  };

  /** The workbench's exit code means success only if the runner has reported success too. */
  onExit = (code: number): void => {
    if (code === 0 && this.#failure === undefined) this.fail('The editor ended, but its tests did not.');
    else this.#settle(code === 0 && this.#failure !== null ? 1 : code);
  };

  fail = (reason: string, code = 1): void => {
    complain(reason);
    this.#settle(code);
  };
}

async function runWorkbench(host: Host, commandLine: CommandLine, scratch: string): Promise<number> {
  const outcome = new Outcome();
  const socket = join(scratch, 's');
  const listener = await listen(socket, outcome.onMessage);
  const watchdog = setTimeout(() => outcome.fail(`No result after ${longestRun / 1000} s.`, 124), longestRun);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => outcome.fail(`Stopped by ${signal}.`, 130));
  }
  process.stdout.once('error', () => outcome.fail('Nobody reads our output any more.'));
  let close: () => Promise<void> = () => Promise.resolve();
  const opening = openWorkbench(host, {
    ...commandLine,
    browser: await installBrowser(complain),
    testsPath: commandLine.testsPath && join(import.meta.dirname, 'runner.cjs'),
    settings: { 'git.enabled': false, ...givenSettings(commandLine) },
    environment: { [socketVariable]: socket, [testsVariable]: localPath(commandLine.testsPath ?? '.') },
    expose: { codeAutomationExit: outcome.onExit, codeAutomationLog: () => undefined },
    onConsole: verbose ? (message) => complain(`[${message.type()}] ${message.text()}`) : undefined,
    onGone: outcome.fail,
    onStarted: (closeNow) => (close = closeNow),
  });
  opening.catch((error: unknown) => outcome.fail(messageOf(error)));
  const code = await outcome.code;
  clearTimeout(watchdog);
  await close();
  listener.close();
  return code;
}

function listen(path: string, onMessage: (message: Message) => void): Promise<Server> {
  const listener = createServer((socket) => {
    socket.setEncoding('utf8').on('data', messageReader(onMessage) as (piece: unknown) => void);
  });
  return new Promise((resolve) => listener.listen(path, () => resolve(listener)));
}

function givenSettings({ userDataFolder }: CommandLine): Record<string, unknown> {
  if (!userDataFolder) return {};
  try {
    const text = readFileSync(join(localPath(userDataFolder), 'User', 'settings.json'), 'utf8');
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    complain(messageOf(error));
    process.exit(1);
  },
);
