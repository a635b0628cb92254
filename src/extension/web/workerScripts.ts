/** The program of a worker: runs the files of the product in it, which it is told of. */
import { asScript, Scripts, type WorkerScript } from './scripts.ts';

/** What a worker is to itself, and what the server sets as soon as it can read files: until then none is read. */
interface StartingWorker {
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  removeEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  readPilcrowScript?: (name: string) => Promise<string>;
}

const worker = globalThis as unknown as StartingWorker;

const scripts = new Scripts(
  async (name) => {
    if (!worker.readPilcrowScript) throw new Error(`dist/${name} cannot be read yet`);
    return worker.readPilcrowScript(name);
  },
  (name) => {
    throw new Error(`${name} is not in dist`);
  },
);

worker.addEventListener('message', takeScript);

/** What comes after the last script is for that. */
function takeScript({ data }: { readonly data: unknown }): void {
  const script = data as WorkerScript;
  if ('run' in script) {
    worker.removeEventListener('message', takeScript);
    scripts.run(script.run);
  } else scripts.define(script.name, asScript(script.name, script.text));
}
