const factor = Number(process.env['PILCROW_RUNS'] ?? 1);

/** Returns how many examples a property tries: `usual`, or `PILCROW_RUNS` times as many (`npm run test:long`). */
export function runs(usual: number): number {
  return Math.ceil(usual * factor);
}
