/** The worker of a check from sources: Node.js 20 does not hand a loader down to threads. */
import { register } from 'tsx/esm/api';

register();
await import('../../src/cli/checking/worker.ts');
