import fc from 'fast-check';
import { setPlain } from '../../src/core/memo.ts';

/**
 * The seed of property tests. It is always the same, so that a failure is due to the change and not to chance.
 * `PILCROW_SEED=random` takes a new seed, and `PILCROW_SEED=123` repeats a failed run with the seed it printed.
 */
const wanted = process.env['PILCROW_SEED'] ?? '20261123';
if (wanted !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(wanted) });

// With `PILCROW_PLAIN=1` all tests pass without anything kept.
setPlain(process.env['PILCROW_PLAIN'] === '1');
