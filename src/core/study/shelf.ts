/** A large object that can be computed again. */
interface Held {
  forget(): void;
}

/** Keeps the most recent few of many large objects, and drops the rest. */
export class Shelf {
  private readonly held = new Set<Held>();

  /** @param room the number of objects to keep */
  constructor(private readonly room: number) {}

  put(thing: Held): void {
    this.held.add(thing);
    if (this.held.size <= this.room) return;
    for (const oldest of this.held) {
      this.held.delete(oldest);
      oldest.forget();
      return;
    }
  }
}
