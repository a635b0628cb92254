import assert from 'node:assert/strict';

const factor = Number(process.env['PILCROW_RUNS'] ?? 1);

/** Returns how many examples a property tries: `usual`, or `PILCROW_RUNS` times as many (`npm run test:long`). */
export function runs(usual: number): number {
  return Math.ceil(usual * factor);
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
 * may take ten times as long; it would take sixteen times as long if the time grew with the square. What seems to grow is
 * measured with four times as much again: a first run also pays for a heap that has to grow, and what is cut off at a limit
 * grows up to there.
 * @param textOf makes the text, or so many times of it
 */
export function assertSoon(textOf: (part: number) => string, read: (text: string) => void): void {
  const seconds = (part: number): number => secondsOf(() => read(textOf(part)));
  const first = seconds(1);
  if (first < 1.5 || first < 10 * seconds(0.25)) return;
  const whole = seconds(1);
  const fourfold = seconds(4);
  assert.ok(fourfold < 10 * whole, `${fourfold.toFixed(1)} s, and a quarter of it ${whole.toFixed(1)} s`);
}
