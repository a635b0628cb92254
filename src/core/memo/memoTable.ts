import type { MemoName } from './names.ts';

/** How often a memoised function was asked for a value, and how often it had to work for it. */
export interface MemoCounts {
  asked: number;
  worked: number;
}

/** Whether nothing is kept. */
export let isPlain = false;

/**
 * Turns off all that is kept: results are the same and take longer. The doors do so where the environment says
 * `PILCROW_PLAIN=1`, before they read anything.
 */
export function setPlain(plain: boolean): void {
  isPlain = plain;
}

const countsByName = new Map<MemoName, MemoCounts>();

/** The counts of a name since the program began. */
export function countsFor(name: MemoName): MemoCounts {
  const counts = countsByName.get(name) ?? { asked: 0, worked: 0 };
  countsByName.set(name, counts);
  return counts;
}

/**
 * A function that keeps what it made of an object with that object, and works again only where the other arguments are not the
 * same objects as the last time.
 * @param work must look at nothing but its arguments, and these must never change
 */
export function memo<Owner extends object, Others extends readonly unknown[], T>(
  name: MemoName,
  work: (owner: Owner, ...others: Others) => T,
): (owner: Owner, ...others: Others) => T {
  const counts = countsFor(name);
  const kept = new KeptWith<Owner, T>();
  return (owner, ...others) => {
    counts.asked++;
    const known = kept.get(owner, others);
    if (known) return known.value;
    counts.worked++;
    const value = work(owner, ...others);
    kept.set(owner, value, others);
    return value;
  };
}

interface Kept<T> {
  readonly value: T;
  /** What it rests on beside its owner. */
  readonly others: readonly unknown[];
}

/** Of most values, so that tens of thousands of them need no list each. */
const none: readonly unknown[] = [];

/** Constructs nothing but what it is given, so that a class made from it adds its field to an object that is there already. */
const SameObject = function (object: object): object {
  return object;
} as unknown as new (object: object) => object;

/**
 * One value for each object, kept on the object in a private field: it goes when its object goes, and copies, comparisons and
 * messages to other threads do not have it. A `WeakMap` would say the same, but V8’s collector of young objects takes every
 * value of a `WeakMap` for alive; where values lead back to their keys, all that was ever known of a paper that has been let
 * go of would live until the next full collection.
 */
export class KeptWith<Owner extends object, T> {
  private readonly fields = class extends SameObject {
    #kept: Kept<T>;

    constructor(owner: Owner, kept: Kept<T>) {
      super(owner);
      this.#kept = kept;
    }

    static read(owner: Owner): Kept<T> | undefined {
      return #kept in owner ? owner.#kept : undefined;
    }

    static write(owner: Owner, kept: Kept<T>): void {
      if (#kept in owner) owner.#kept = kept;
      else new this(owner, kept);
    }
  };

  /** What is kept, where it rests on the same objects. */
  get(owner: Owner, others: readonly unknown[]): Kept<T> | undefined {
    const kept = isPlain ? undefined : this.fields.read(owner);
    return kept && isSame(kept.others, others) ? kept : undefined;
  }

  set(owner: Owner, value: T, others: readonly unknown[]): void {
    if (!isPlain) this.fields.write(owner, { value, others: others.length === 0 ? none : others });
  }
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
