/** Something large that can be made again. */
interface Held {
  forget(): void;
}

/** Keeps the last few of many large things; what no longer has room is let go of. */
export class Shelf {
  private readonly held = new Set<Held>();

  /** @param room how many things are kept */
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
