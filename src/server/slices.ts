/** How long work in the background goes on before requests have their turn, in milliseconds. */
const longest = 4;

/** Cuts work in the background into slices, so that requests and edits are answered in between. */
export class Slices {
  private end = performance.now() + longest;

  /** To be awaited between pieces of work: goes on at once as long as the slice lasts, else lets everything else go first. */
  async breathe(): Promise<void> {
    if (performance.now() < this.end) return;
    // Three turns of the event loop: a message is read in the first, taken out of its queue in the second.
    for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
    this.end = performance.now() + longest;
  }
}
