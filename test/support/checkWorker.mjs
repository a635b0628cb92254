/** The worker of a check that runs from sources. Node.js 20 does not pass a loader on to threads. */
import { register } from 'tsx/esm/api';

register();
await import('../../src/cli/checking/worker.ts');
