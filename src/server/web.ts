/** The program that a browser starts: the server in a worker, on the files of the host that started it. */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { askOver, type MessageEnd } from '../files/web/fileHost.ts';
import { disk } from '../files/web/hostFiles.ts';
import { Mounts } from '../files/web/mounts.ts';
import { pathOf } from '../files/paths.ts';
import { HostDoor } from './hostDoor.ts';
import type { WorkerStart } from './protocol.ts';
import { startServer } from './startServer.ts';
import { noteArrival } from './timeSlicer.ts';

/** What a worker is to itself. */
interface WorkerScope {
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  removeEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  /** Loads a bundle that an `import()` of the source names; scripts/support/webBundles.ts calls it in its place. */
  loadPilcrowBundle?: (name: string) => Promise<unknown>;
  pilcrowBundles?: Record<string, unknown>;
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
  scope.loadPilcrowBundle = bundleLoader(root);
  // The types of browsers are not known here.
  const port = globalThis as unknown as never;
  const door = new HostDoor(
    { reader: new BrowserMessageReader(port), writer: new BrowserMessageWriter(port) },
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

/** Reads a bundle as the other files of the package are read: nobody may load a script by its address where those are remote. */
function bundleLoader(root: string): (name: string) => Promise<unknown> {
  const loading = new Map<string, Promise<unknown>>();
  const load = async (name: string): Promise<unknown> => {
    const found = await disk.read(`${root}/dist/web/${name}.js`);
    if (!found || 'problem' in found) throw new Error(`dist/web/${name}.js cannot be read`);
    // In the global scope, as a script. Only text of Pilcrow's own package gets here.
    (0, eval)(new TextDecoder().decode(found.bytes));
    return scope.pilcrowBundles?.[name];
  };
  return (name) => {
    const own = loading.get(name) ?? load(name);
    loading.set(name, own);
    own.catch(() => loading.delete(name));
    return own;
  };
}
