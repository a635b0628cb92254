/**
 * Work in steps. Its caller may let other work run between two of them, continue later, or give up. Its input never
 * changes, so the result is the same whenever it continues.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Runs all steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
