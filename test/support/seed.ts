import fc from 'fast-check';

/**
 * The seed of property tests. It is always the same, so that a failure is due to the change and not to chance.
 * `PILCROW_SEED=random` takes a new seed, and `PILCROW_SEED=123` repeats a failed run with the seed it printed.
 */
const wanted = process.env['PILCROW_SEED'] ?? '20261123';
if (wanted !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(wanted) });
