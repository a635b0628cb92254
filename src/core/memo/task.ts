/**
 * Work that can be interrupted: whoever runs it may let others have their turn wherever it yields, go on later, or give it
 * up. What it is made from never changes, so that it comes to the same whenever it goes on.
 */
export type Task<T> = Generator<undefined, T, undefined>;

/** Runs a task without an interruption. */
export function runToEnd<T>(task: Task<T>): T {
  for (;;) {
    const step = task.next();
    if (step.done) return step.value;
  }
}
