/** The files of the host of a worker: what `../node.ts` does with Node.js. */
import { HostFiles } from './hostFiles.ts';

export const disk = new HostFiles();
