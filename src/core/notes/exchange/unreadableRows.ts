import type { Message } from '../../messages.ts';

/** What is told of rows with the same problem: how many there are, the first, and what is wrong with that one. */
export interface UnreadableKind {
  readonly count: number;
  readonly first: number;
  readonly reason: Message;
}

/** Counts rows that cannot be read by what is wrong with them, so that a file of many gives one message of each kind. */
export class UnreadableRows {
  private readonly kinds = new Map<string, { count: number; first: number; reason: Message }>();

  /** @param row counted from 1 */
  add(row: number, reason: Message): void {
    const known = this.kinds.get(reason.id);
    if (known) known.count++;
    else this.kinds.set(reason.id, { count: 1, first: row, reason });
  }

  messages(tell: (told: UnreadableKind) => Message): Message[] {
    return [...this.kinds.values()].map(tell);
  }
}
