/**
 * Work in steps: whoever runs it may let others have their turn between two of them, go on later, or give it up. What
 * it is made from never changes, so that it comes to the same whenever it goes on.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Takes all steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
