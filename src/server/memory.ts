import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { arrivalsSoFar } from './slices.ts';

/** How long nobody must have asked anything before memory is given back, in milliseconds: it takes a twentieth of a second. */
const idle = 1000;

/**
 * Gives back what reading a folder has used and is free now, once nobody asks anything: V8 keeps it for later, and later is a
 * keystroke, which needs little.
 */
export function giveBackMemory(): void {
  clearTimeout(waiting);
  const seen = arrivalsSoFar();
  waiting = setTimeout(() => {
    if (arrivalsSoFar() === seen) collect();
    else giveBackMemory();
  }, idle);
  waiting.unref();
}

/** However often it is wished for meanwhile, it is done once. */
let waiting: NodeJS.Timeout | undefined;

/** Node.js has no other way to ask for it than V8's function for tests, which exists where it is wished for. */
function collect(): void {
  setFlagsFromString('--expose-gc');
  const work = runInNewContext('globalThis.gc') as (() => void) | undefined;
  // The first round empties the space for what is new, the second gives it back.
  work?.();
  work?.();
}
