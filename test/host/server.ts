import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Host } from './install.ts';

export interface ServerOptions {
  /** Stays after the server has stopped. By default everything is in a temporary folder. */
  readonly dataFolder?: string | undefined;
  readonly extensionsFolder?: string | undefined;
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
  readonly environment?: Readonly<Record<string, string>> | undefined;
  readonly port?: number | undefined;
  /** The token that a browser must show. Tests need none. */
  readonly token?: string | undefined;
  readonly trustEverything?: boolean | undefined;
  /** Allows extensions under development and their tests. Such a window never shows a notification. */
  readonly underDevelopment?: boolean | undefined;
}

export interface RunningServer {
  readonly origin: string;
  readonly dataFolder: string;
  /** Resolves with the reason when the server has ended, on purpose or not. */
  readonly gone: Promise<string>;
  stop(): Promise<void>;
}

const quietSettings = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'git.openRepositoryInParentFolders': 'never',
};

export async function startServer(host: Host, options: ServerOptions = {}): Promise<RunningServer> {
  // Short, because the path of a Unix socket has at most 107 bytes and the server puts sockets here.
  const scratch = await mkdtemp(join(tmpdir(), 'pc-'));
  const dataFolder = options.dataFolder ?? scratch;
  await writeSettings(dataFolder, options);
  const child = spawn(host.node, [host.entry, ...serverArguments(dataFolder, options)], {
    env: serverEnvironment(scratch, options),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`${host.title} did not start: ${error.message}`));
    child.once('exit', (code, signal) => resolve(`${host.title} ended (${code ?? signal})`));
  });
  const stop = stopper(child, gone, scratch);
  try {
    const origin = await Promise.race([addressOf(child), gone.then((why) => Promise.reject(new Error(why)))]);
    return { origin, dataFolder, gone, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function writeSettings(dataFolder: string, options: ServerOptions): Promise<void> {
  const folder = join(dataFolder, 'data', 'User');
  await mkdir(folder, { recursive: true });
  const text = JSON.stringify({ ...quietSettings, ...options.settings }, null, 2);
  // A kept folder may contain the person's settings, which must stay.
  const flag = options.dataFolder ? 'wx' : 'w';
  await writeFile(join(folder, 'settings.json'), text, { flag }).catch((error: unknown) => {
    if (!options.dataFolder) throw error;
  });
}

function serverArguments(dataFolder: string, options: ServerOptions): string[] {
  return [
    ...['--host', '127.0.0.1', '--port', String(options.port ?? 0)],
    ...(options.token ? ['--connection-token', options.token] : ['--without-connection-token']),
    '--accept-server-license-terms',
    // A built workbench allows extensions under development only in this way, which hides every notification.
    ...(options.underDevelopment ? ['--enable-smoke-test-driver'] : []),
    ...['--telemetry-level', 'off'],
    // Ends a few minutes after the last window, in case the launcher is killed.
    ...(options.dataFolder ? [] : ['--enable-remote-auto-shutdown']),
    ...(options.trustEverything ? ['--disable-workspace-trust'] : []),
    ...['--server-data-dir', dataFolder],
    ...['--extensions-dir', options.extensionsFolder ?? join(dataFolder, 'extensions')],
  ];
}

/**
 * The environment without variables of another VS Code or of npm. For tests also without the person's home folder.
 */
function serverEnvironment(scratch: string, options: ServerOptions): NodeJS.ProcessEnv {
  const foreign = /^(VSCODE_|ELECTRON_|npm_|NODE_OPTIONS$|PORT$|PASSWORD$)/;
  const inherited = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  const home = options.dataFolder ? {} : { HOME: scratch, XDG_CONFIG_HOME: scratch, XDG_DATA_HOME: scratch };
  return { ...Object.fromEntries(inherited), ...home, XDG_RUNTIME_DIR: scratch, ...options.environment };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const port = /Web UI available at http:\/\/localhost:(\d+)/.exec(output)?.[1];
      if (port) resolve(`http://127.0.0.1:${port}`);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('close', () => reject(new Error(`The editor's server did not start:\n${output}`)));
  });
}

/** Ends the server and its child processes: with a request first, by force if this process exits early. */
function stopper(child: ChildProcess, gone: Promise<string>, scratch: string): () => Promise<void> {
  const signal = (name: NodeJS.Signals): void => {
    try {
      if (child.pid) process.kill(-child.pid, name);
    } catch {
      // The process group has ended already.
    }
  };
  const lastResort = (): void => {
    signal('SIGKILL');
    rmSync(scratch, { recursive: true, force: true });
  };
  process.once('exit', lastResort);
  let stopped: Promise<void> | undefined;
  return () =>
    (stopped ??= (async () => {
      signal('SIGTERM');
      await Promise.race([gone, deadline(3000)]);
      signal('SIGKILL');
      await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
      process.off('exit', lastResort);
    })());
}

function deadline(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
