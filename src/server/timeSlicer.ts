import type { Task } from '../core/memo.ts';
import { inWords } from '../core/messages.ts';
import { nextTurn } from './nextTurn.ts';
import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';

/** How long work in the background goes on before requests have their turn, in milliseconds. */
const maxSliceMs = 1;

/**
 * How many turns of the event loop requests have then: a message is read in the first, decoded in the second, taken out of
 * its queue in the third, and its answer is written in the fourth.
 */
const turnsForRequests = 5;

let arrivals = 0;

/** To be called when something comes in from the editor, however little of it has been read. */
export function noteArrival(): void {
  arrivals++;
}

/** How often something has come in. */
export function arrivalsSoFar(): number {
  return arrivals;
}

/** Cuts work in the background into slices, so that requests and edits are answered in between. */
export class TimeSlicer {
  private end = performance.now() + maxSliceMs;

  /** Whether others should have their turn. */
  private get isOver(): boolean {
    return performance.now() >= this.end;
  }

  /** To be awaited between pieces of work: goes on at once as long as the slice lasts, else lets everything else go first. */
  async yield(): Promise<void> {
    if (!this.isOver) return;
    // What comes in during the last turn has as many turns again.
    for (let left = turnsForRequests, seen = arrivals; left > 0; left--) {
      await nextTurn();
      if (arrivals !== seen) left = turnsForRequests;
      seen = arrivals;
    }
    this.end = performance.now() + maxSliceMs;
  }

  /**
   * Does something with each of many for a request, and lets others have their turn in between.
   * @throws ResponseError as soon as nobody waits for the answer any longer: a newer request would do the same again
   */
  async each<T>(items: readonly T[], token: CancellationToken, work: (item: T) => void): Promise<void> {
    for (const item of items) {
      work(item);
      await this.yield();
      if (token.isCancellationRequested)
        throw new ResponseError(LSPErrorCodes.RequestCancelled, inWords('server.cancelled'));
    }
  }

  /**
   * Does work that comes in steps.
   * @param isWanted asked after each pause: where it says no the work is given up, and there is no result
   */
  async run<T>(steps: Task<T>, isWanted: () => boolean = () => true): Promise<T | undefined> {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      if (!this.isOver) continue;
      await this.yield();
      if (!isWanted()) return undefined;
    }
  }
}
