/**
 * Measures finding quotations, against a full scan with approx-string-match over the same text in the same run: `npx
 * tsx test/bench/quotations.bench.ts`. Exits with 1 if a claim does not hold.
 */
import search from 'approx-string-match';
import { errorRate, likenesses } from '../../src/core/match/approximate.ts';
import { selfMapped } from '../../src/core/match/comparable.ts';
import { occurrences } from '../../src/core/match/exact.ts';
import { buildPassageIndex, type PassageIndex } from '../../src/core/match/passageIndex.ts';
import { inventedParagraphs, random } from '../core/match/invented.ts';

interface Claim {
  readonly name: string;
  readonly figure: string;
  readonly holds: boolean;
}

const claims: Claim[] = [];

function claim(name: string, figure: string, holds: boolean): void {
  claims.push({ name, figure, holds });
}

/**
 * The median time of the calls in microseconds. Each is the best of three, so that other work on the machine counts
 * less.
 */
function timed(calls: readonly (() => unknown)[], warmUp = Math.min(20, calls.length)): number {
  for (const call of calls.slice(0, warmUp)) call();
  const once = (call: () => unknown): number => {
    const start = performance.now();
    call();
    return (performance.now() - start) * 1000;
  };
  const times = calls.map((call) => Math.min(once(call), once(call), once(call)));
  times.sort((a, b) => a - b);
  return times[times.length >> 1] ?? 0;
}

/** Excerpts of about 120 code units that begin and end at words. */
function excerpts(index: PassageIndex, count: number, next: (n: number) => number): string[] {
  return Array.from({ length: count }, () => {
    const at = index.text.indexOf(' ', next(index.text.length - 400)) + 1;
    const end = index.text.indexOf(' ', at + 80 + next(80));
    return index.text.slice(at, end);
  });
}

/** The excerpt with one word replaced. */
function altered(excerpt: string, next: (n: number) => number): string {
  const words = excerpt.split(' ');
  words[1 + next(words.length - 2)] = 'otherwise';
  return words.join(' ');
}

function measure(size: number, label: string, ratio: number, scans: number): void {
  const next = random(size);
  const units = inventedParagraphs(size, next).map((text) => ({ text: selfMapped(text), continues: true }));
  const index = buildPassageIndex(units);
  const indexed = timed([() => buildPassageIndex(units).grams], 0) / 1000;
  if (size > 1e6) claim(`${label} indexed`, `${indexed.toFixed(0)} ms (≤ 1000)`, indexed <= 1000);
  const whole = { start: 0, end: index.text.length };
  const exact = excerpts(index, 200, next);
  const exactTime = timed(
    exact.map((words) => () => occurrences(index, words, { capital: true, finalPoint: true }, whole)),
  );
  claim(`${label} exact`, `${exactTime.toFixed(1)} µs (≤ 20)`, exactTime <= 20);
  const changed = exact.map((words) => altered(words, next));
  const ours = timed(changed.map((words) => () => likenesses(index, words)));
  const scanned = timed(
    changed
      .slice(0, scans)
      .map((words) => () => search(index.text, words, Math.floor(words.length * errorRate))),
    2,
  );
  claim(
    `${label} altered`,
    `${ours.toFixed(0)} µs, full scan ${scanned.toFixed(0)} µs: 1/${(scanned / ours).toFixed(0)} (≤ 1/${String(ratio)})`,
    ours * ratio <= scanned,
  );
  const missed = changed.slice(0, scans).filter((words) => !agrees(index, words)).length;
  claim(
    `${label} missed of what a scan finds`,
    `${String(missed)} of ${String(Math.min(scans, changed.length))} (0)`,
    missed === 0,
  );
  // With an error in one of five characters no seed matches, so this measures a full scan.
  const noisy = exact
    .slice(0, Math.min(scans, 20))
    .map((words) => [...words].map((c, i) => (i % 5 === 2 ? '#' : c)).join(''));
  const fallback = timed(
    noisy.map((words) => () => likenesses(index, words)),
    1,
  );
  const same = timed(
    noisy.map((words) => () => search(index.text, words, Math.floor(words.length * errorRate))),
    1,
  );
  claim(
    `${label} fallback`,
    `${fallback.toFixed(0)} µs, ${(fallback / same).toFixed(1)} full scans (≤ 3)`,
    fallback <= same * 3,
  );
}

function agrees(index: PassageIndex, words: string): boolean {
  const best = search(index.text, words, Math.floor(words.length * errorRate))[0];
  const found = likenesses(index, words)[0];
  return best === undefined ? found === undefined : found?.errors === best.errors;
}

measure(57_000, '57 KB', 10, 60);
measure(5_000_000, '5 MB', 100, 12);
for (const { name, figure, holds } of claims)
  console.log(`${holds ? 'holds ' : 'FAILS '} ${name}: ${figure}`);
process.exitCode = claims.every(({ holds }) => holds) ? 0 : 1;
