/**
 * `npm start` builds Pilcrow and opens a VS Code with it: on a copy of the sample study folder, or on the
 * folder given (`npm start -- PATH`).
 */
import { randomBytes } from 'node:crypto';
import { mkdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { installHost } from '../test/host/install.ts';
import { startServer } from '../test/host/server.ts';
import { workbenchAddress } from '../test/host/workbenchAddress.ts';
import { buildAll } from './build.ts';
import { cacheFolder } from './support/cache.ts';
import { desktopCode, openDesktop, openInBrowser } from './support/desktop.ts';
import { root } from './support/paths.ts';
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
  const built = await buildAll({});
  say(built.length > 0 ? 'Built Pilcrow.' : 'Pilcrow is up to date.');
  const folder = options.path ? await givenFolder(options.path) : await samplePlayground(options.fresh, say);
  const code = options.server ? undefined : await desktopCode(say);
  if (code) {
    await openDesktop(code, folder, root);
    say(`Opened ${folder} in VS Code.`);
  } else await serve(folder, !options.path, Number(options.port));
}

async function givenFolder(path: string): Promise<string> {
  const folder = resolve(process.env['PILCROW_INVOKED_FROM'] ?? '.', path);
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) throw new Error(`${folder} is not a folder.`);
  return folder;
}

/** Runs the VS Code server until Ctrl-C. Only this machine reaches it, and only with the address printed. */
async function serve(folder: string, isOurs: boolean, port: number): Promise<void> {
  const host = await installHost('newest', say);
  const dataFolder = join(cacheFolder(), 'server');
  await mkdir(dataFolder, { recursive: true });
  const token = randomBytes(16).toString('hex');
  const server = await startServer(host, { dataFolder, port, token, trustEverything: isOurs });
  const address = workbenchAddress(server, { open: folder, extensionPaths: [root], token });
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
