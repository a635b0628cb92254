import { memoState } from '../memo.ts';

/** A large object that can be computed again. */
interface Held {
  forget(): void;
}

/** Keeps the most recent few of many large objects, and drops the rest. */
export class DocumentCache {
  private readonly held = new Set<Held>();

  /** @param room the number of objects to keep; none where nothing is kept */
  constructor(private readonly room: number) {}

  put(item: Held): void {
    this.held.add(item);
    if (this.held.size <= (memoState.isPlain ? 0 : this.room)) return;
    for (const oldest of this.held) {
      this.held.delete(oldest);
      oldest.forget();
      return;
    }
  }
}
