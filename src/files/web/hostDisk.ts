/** The files of the host of a worker: what `../node.ts` does with Node.js. */
import { HostFiles } from './hostFiles.ts';

const placeOfDisk = Symbol.for('pilcrow.hostFiles');

/** The one of this worker, all bundles of it together: only one of them says who is asked. */
export const disk = (Reflect.get(globalThis, placeOfDisk) as HostFiles | undefined) ?? new HostFiles();
Reflect.set(globalThis, placeOfDisk, disk);
