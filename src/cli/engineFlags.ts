import { setFlagsFromString } from 'node:v8';

/**
 * A command runs for a second or two, which is less than V8 is tuned for: at its usual settings a third to a half of the
 * processor’s time goes into optimising functions. The flags are those of Node.js 20, 22 and 24: V8 complains aloud of others. None is
 * here by which the optimising compiler decides, as the size of what it inlines: another thread may be at work with the one of before,
 * and V8 ends the process (6 of 400 starts of a check, Node.js 20.20).
 */
const version = Number.parseInt(process.versions.v8, 10);
const isKnownEngine = version >= 11 && version <= 13;

/** Six times as much as usual, in units of bytecode, before a function is optimised; later engines have a middle tier and count otherwise. */
const optimisingLate = version === 11 ? ['--interrupt-budget=400000'] : [];

/**
 * For many papers in several threads: code is compiled plainly at once, and what papers leave behind is collected before a heap
 * has grown by a third, which takes half the memory for the same time.
 */
export function tuneForChecking(): void {
  if (!isKnownEngine) return;
  for (const flag of ['--always-sparkplug', '--heap-growing-percent=30', ...optimisingLate])
    setFlagsFromString(flag);
}

/**
 * For a paper of megabytes: what is new is collected in as little room as now. Otherwise that room grows with what is kept of
 * the paper, which takes 30 MB more and saves no time.
 */
export function tuneForLongPaper(): void {
  if (isKnownEngine) setFlagsFromString('--semi-space-growth-factor=1');
}

/** For one text: one thread collects what is new, as waking more takes longer than that. */
export const oneTextFlags = isKnownEngine ? ['--no-parallel-scavenge', ...optimisingLate] : [];

/** Has this process work as `oneTextFlags` say. */
export function tuneForOneText(): void {
  for (const flag of oneTextFlags) setFlagsFromString(flag);
}

/** For the pages of a study: as for one text, and code is compiled plainly at once, since most of it runs a few hundred times. */
export function tuneForSite(): void {
  tuneForOneText();
  if (isKnownEngine) setFlagsFromString('--always-sparkplug');
}
