/** The program that a browser starts: the server in a worker, on the files of the host that started it. */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { askOver, type MessageEnd } from '../files/web/fileHost.ts';
import { disk } from '../files/web/hostDisk.ts';
import { Mounts } from '../files/web/mounts.ts';
import { pathOf } from '../files/paths.ts';
import { HostDoor } from './hostDoor.ts';
import { onlyLegal } from './onlyLegal.ts';
import type { WorkerStart } from './protocol.ts';
import { startServer } from './startServer.ts';
import { noteArrival } from './timeSlicer.ts';

/** What a worker is to itself. */
interface WorkerScope {
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  removeEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  /** What the `Scripts` of the worker read the rest of the product with, which an `import()` of the source names. */
  readPilcrowScript?: (name: string) => Promise<string>;
}

const scope = globalThis as unknown as WorkerScope;

scope.addEventListener('message', begin);

/** The first message says where files are; all others are those of the protocol. */
function begin({ data }: { readonly data: unknown }): void {
  scope.removeEventListener('message', begin);
  const { extensionUri, names, contents, files } = data as WorkerStart<MessageEnd>;
  const mounts = new Mounts();
  mounts.add(extensionUri);
  const root = pathOf(mounts.toFile(extensionUri)) ?? '';
  const ask = askOver(files, (uri) => door.changed(uri));
  disk.connect(ask, (uri) => mounts.toHost(uri), { root, names, contents: new Map(contents) });
  scope.readPilcrowScript = (name) => scriptText(root, name);
  // The types of browsers are not known here.
  const port = globalThis as unknown as never;
  const door = new HostDoor(
    onlyLegal({ reader: new BrowserMessageReader(port), writer: new BrowserMessageWriter(port) }),
    mounts,
    disk,
  );
  scope.addEventListener('message', noteArrival);
  startServer({
    transport: door.transport,
    connect: (reader, writer) => createConnection(ProposedFeatures.all, reader, writer),
    packageRoot: root,
  });
}

/** Reads a script as the other files of the package are read: nobody may load one by its address where those are remote. */
async function scriptText(root: string, name: string): Promise<string> {
  const found = await disk.read(`${root}/dist/${name}`);
  if (!found || 'problem' in found) throw new Error(`dist/${name} cannot be read`);
  return new TextDecoder().decode(found.bytes);
}
