/** What is being read, in the order in which it is wanted: first what papers rest on, then the papers. */
export class ReadingQueue {
  private first: Promise<void> = Promise.resolve();
  private rest: Promise<void> = Promise.resolve();
  private pending = 0;
  /** Something that was asked for has been read. */
  onDidRead: () => void = () => undefined;

  /** Settles when sources, glossaries and bibliographies have been read: enough for one document. */
  get usable(): Promise<void> {
    return whenSettled(() => [this.first]);
  }

  /** Settles when everything that was asked for has been read. */
  get ready(): Promise<void> {
    return whenSettled(() => [this.first, this.rest]);
  }

  /** Whether nothing is being read. */
  get isEmpty(): boolean {
    return this.pending === 0;
  }

  doFirst(work: () => Promise<void>): void {
    this.first = this.follow(this.first, work);
  }

  doLater(work: () => Promise<void>): void {
    this.rest = this.follow(this.rest, work);
  }

  private follow(before: Promise<void>, work: () => Promise<void>): Promise<void> {
    this.pending++;
    return before
      .then(work)
      .catch(() => undefined)
      .finally(() => {
        this.pending--;
        this.onDidRead();
      });
  }
}

/** Waits until no work has been added while it was waited for. */
async function whenSettled(what: () => Promise<void>[]): Promise<void> {
  for (let now = what(), last: Promise<void>[] = []; now.some((one, at) => one !== last[at]); now = what()) {
    last = now;
    await Promise.all(now);
  }
}
