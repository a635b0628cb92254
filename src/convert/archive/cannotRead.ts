import type { Message } from '../../core/messages.ts';
import type { Page, Unreadable } from '../blocks.ts';

/** What cannot be read any further, thrown out of the depths of a reader. `withinLimits` makes it a problem. */
export class CannotRead extends Error {
  readonly problem: Message;

  constructor(problem: Message) {
    super(problem.id);
    this.problem = problem;
  }
}

/** The problem of what a reader threw. Rethrows what is no `CannotRead`. */
export function unreadableOf(error: unknown): Unreadable {
  if (error instanceof CannotRead) return { problem: error.problem };
  throw error;
}

/** Calls the reader of a format. A `CannotRead` that it throws is the problem of the file. */
export async function withinLimits(read: () => Promise<Page>): Promise<Page | Unreadable> {
  try {
    return await read();
  } catch (error) {
    return unreadableOf(error);
  }
}
