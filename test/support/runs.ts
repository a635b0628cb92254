import assert from 'node:assert/strict';

const factor = Number(process.env['PILCROW_RUNS'] ?? 1);

/**
 * Returns how many examples a property tries: `usual`, or `PILCROW_RUNS` times as many (`npm run test:long`).
 * @param base what is taken so many times at night, where an example costs too much for as many by day
 */
export function runs(usual: number, base = usual): number {
  return factor > 1 ? Math.ceil(base * factor) : Math.ceil(usual * factor);
}

/** Times as long as in `npm test` is a text that must not hang, where examples are many. */
const growth = factor > 1 ? 5 : 1;

/** Returns how often a hostile text repeats something: `usual`, or five times as often in `npm run test:long`. */
export function times(usual: number): number {
  return Math.ceil(usual * growth);
}

/** Returns `unit` again and again, for 40,000 UTF-16 code units, or 200,000 in `npm run test:long`, or a `part` of that. */
export function repeated(unit: string, part = 1): string {
  return unit.repeat(times((40_000 * part) / unit.length));
}

/** Seconds of processor time: other programs that run beside make a test wait, and do not count. */
function secondsOf(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/**
 * A hang guard: what takes more than a moment must take time that grows with the length of its text. Four times as much text
 * may take ten times as long; it would take sixteen times as long if the time grew with the square. A collection of garbage may
 * fall into one run and not into another: what seems to grow is measured again, twice at most.
 * @param textOf makes the text, or the given part of it
 */
export function assertSoon(textOf: (part: number) => string, read: (text: string) => void): void {
  let whole = Infinity;
  let quarter = 0;
  for (let run = 0; run < 3; run++) {
    whole = secondsOf(() => read(textOf(1)));
    if (whole < 1.5) return;
    quarter = secondsOf(() => read(textOf(0.25)));
    if (whole < 10 * quarter) return;
  }
  assert.fail(`${whole.toFixed(1)} s, and a quarter of it ${quarter.toFixed(1)} s`);
}
