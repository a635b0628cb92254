/**
 * `npm start` packages Pilcrow, installs the package as a person would, and opens VS Code with it: on the exercise in
 * a copy of the sample study folder, or on a given folder (`npm start -- PATH`). All messages and questions of VS
 * Code appear.
 */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { installHost } from '../test/host/install.ts';
import { installedPilcrow } from '../test/host/installed.ts';
import { startServer } from '../test/host/server.ts';
import { workbenchAddress } from '../test/host/workbenchAddress.ts';
import { cacheFolder } from './support/cache.ts';
import { packageIfChanged } from './package.ts';
import { desktopCode, openDesktop, openInBrowser, type Opened } from './support/desktop.ts';
import { samplePlayground } from './support/playground.ts';
import { messageOf } from './support/process.ts';

const help = `npm start [-- OPTIONS] [PATH]

Opens VS Code with Pilcrow on the study folder PATH, or on a copy of the sample.

  --fresh        make the copy of the sample anew
  --server       use the VS Code server even where desktop VS Code is installed
  --port NUMBER  the port of the server (any free one)
  --help         this text`;

function say(line: string): void {
  console.log(line);
}

function readOptions() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      fresh: { type: 'boolean', default: false },
      server: { type: 'boolean', default: false },
      port: { type: 'string', default: '0' },
      help: { type: 'boolean', default: false },
    },
  });
  return { ...values, path: positionals[0] };
}

async function main(): Promise<void> {
  const options = readOptions();
  if (options.help) {
    say(help);
    return;
  }
  say((await packageIfChanged()) ? 'Built Pilcrow.' : 'Pilcrow is up to date.');
  const opened = options.path ? { folder: await givenFolder(options.path) } : await playground(options.fresh);
  const code = options.server ? undefined : await desktopCode(say);
  if (code) {
    await openDesktop(code, opened);
    say(`Opened ${opened.folder} in VS Code.`);
  } else await serve(opened, Number(options.port));
}

async function playground(fresh: boolean): Promise<Opened> {
  const folder = await samplePlayground(fresh, say);
  const exercise = join(folder, 'papers', 'exercise.analysis.md');
  return existsSync(exercise) ? { folder, file: exercise } : { folder };
}

async function givenFolder(path: string): Promise<string> {
  const folder = resolve(process.env['PILCROW_INVOKED_FROM'] ?? '.', path);
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) throw new Error(`${folder} is not a folder.`);
  return folder;
}

/** Runs the VS Code server until Ctrl-C. Only this machine can reach it, and only with the printed address. */
async function serve({ folder, file }: Opened, port: number): Promise<void> {
  const host = await installHost('newest', say);
  const extensionsFolder = await installedPilcrow(host);
  const dataFolder = join(cacheFolder(), 'server');
  await mkdir(dataFolder, { recursive: true });
  const token = randomBytes(16).toString('hex');
  const server = await startServer(host, { dataFolder, extensionsFolder, port, token });
  const address = workbenchAddress(server, { open: folder, file, extensionPaths: [], token });
  say(`\n${host.title} runs with Pilcrow on ${folder}.\nOpen this address in a browser:\n\n  ${address}\n`);
  say('Ctrl-C stops it.');
  openInBrowser(address);
  const stopped = new Promise<string>((settle) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => settle(signal));
  });
  const ended = await Promise.race([
    stopped,
    server.gone.then((reason) => Promise.reject(new Error(reason))),
  ]);
  say(`\nStopping (${ended}) …`);
  await server.stop();
}

try {
  await main();
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 2;
}
