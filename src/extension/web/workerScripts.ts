/** The beginning of a worker’s program: what runs the files of the product in it, which follow in the same text. */
import { Scripts } from './scripts.ts';

/** What the server sets as soon as it can read files: until then none is read. */
interface StartingWorker {
  pilcrowScripts?: Scripts;
  readPilcrowScript?: (name: string) => Promise<string>;
}

const worker = globalThis as StartingWorker;

worker.pilcrowScripts = new Scripts(
  async (name) => {
    if (!worker.readPilcrowScript) throw new Error(`dist/${name} cannot be read yet`);
    return worker.readPilcrowScript(name);
  },
  (name) => {
    throw new Error(`${name} is not in dist`);
  },
);
