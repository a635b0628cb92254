import type { Task } from '../memo.ts';

/** Distinct numbers in order: the words, or other items, of a segment. */
export type Numbers = readonly number[];

/** Lists of numbers that are read between two turns of others. */
const listsAtOnce = 500;

/** The words and items of two texts as numbers, in the order in which they are met. */
export class Vocabulary {
  private readonly numbers = new Map<string, number>();
  private readonly strings: string[] = [];

  get size(): number {
    return this.strings.length;
  }

  /** What has a number. */
  stringOf(number: number): string {
    return this.strings[number] ?? '';
  }

  /** The numbers of strings. */
  numbersOf(strings: readonly string[]): Numbers {
    return distinct(strings.map((string) => this.numberOf(string)));
  }

  private numberOf(string: string): number {
    const known = this.numbers.get(string);
    if (known !== undefined) return known;
    this.numbers.set(string, this.strings.length);
    return this.strings.push(string) - 1;
  }
}

/** Numbers that may be repeated, each once. */
export function distinct(numbers: Numbers): Numbers {
  return Array.from(new Set(numbers)).sort((a, b) => a - b);
}

/** In how many lists each number stands. */
export function* countsOf(lists: readonly Numbers[], size: number): Task<Int32Array> {
  const counts = new Int32Array(size);
  for (const [at, list] of lists.entries()) {
    for (const number of list) counts[number] = (counts[number] ?? 0) + 1;
    if (at % listsAtOnce === 0) yield;
  }
  return counts;
}

/** What stands in both lists. */
export function sharedNumbers(some: Numbers, others: Numbers): Numbers {
  let shared: number[] | undefined;
  for (let x = 0, y = 0; x < some.length && y < others.length;) {
    const number = some[x] ?? 0;
    const difference = number - (others[y] ?? 0);
    if (difference === 0) (shared ??= []).push(number);
    if (difference <= 0) x++;
    if (difference >= 0) y++;
  }
  return shared ?? [];
}
