import type { Task } from '../memo.ts';
import { noNumbers, type Numbers } from './vocabulary.ts';

/** Lists that are read between two turns of others. */
const listsAtOnce = 500;

/** Which of many numbers are kept. They have new ones, in the same order. */
export class KeptNumbers {
  /** The old number of each that is kept. */
  readonly old: readonly number[];
  private readonly renumbered: Int32Array;

  /** @param total of numbers */
  constructor(total: number, isKept: (number: number) => boolean) {
    this.renumbered = new Int32Array(total).fill(-1);
    const old: number[] = [];
    for (let number = 0; number < total; number++)
      if (isKept(number)) this.renumbered[number] = old.push(number) - 1;
    this.old = old;
  }

  /** -1 for one that is not kept. */
  newNumberOf(number: number): number {
    return this.renumbered[number] ?? -1;
  }
}

/** Lists of numbers, one after the other in one row, which is far smaller and faster to read than many lists. */
export class NumberLists {
  /** @param starts where each list begins, and where the last one ends */
  constructor(
    readonly starts: Int32Array,
    readonly numbers: Int32Array,
  ) {}

  /** Those numbers of lists that are kept, by their new numbers. */
  static *of(lists: NumberLists, kept: KeptNumbers): Task<NumberLists> {
    const starts = new Int32Array(lists.length + 1);
    const numbers = new Int32Array(lists.numbers.length);
    let end = 0;
    for (let at = 0; at < lists.length; at++) {
      for (let place = lists.start(at); place < lists.end(at); place++) {
        const number = kept.newNumberOf(lists.numbers[place] ?? 0);
        if (number >= 0) numbers[end++] = number;
      }
      starts[at + 1] = end;
      if (at % listsAtOnce === 0) yield;
    }
    return new NumberLists(starts, numbers.slice(0, end));
  }

  start(at: number): number {
    return this.starts[at] ?? 0;
  }

  end(at: number): number {
    return this.starts[at + 1] ?? 0;
  }

  lengthOf(at: number): number {
    return this.end(at) - this.start(at);
  }

  /** The sum of what the numbers of a list are worth. */
  sumOf(at: number, values: Float64Array): number {
    let sum = 0;
    for (let place = this.start(at); place < this.end(at); place++)
      sum += values[this.numbers[place] ?? 0] ?? 0;
    return sum;
  }

  /** The number of lists. */
  get length(): number {
    return this.starts.length - 1;
  }
}

/**
 * The lists in which each number stands, in order.
 * @param size of numbers
 * @param isKept by how many lists have a number; without it all are kept
 */
export function invertedLists(
  lists: NumberLists,
  size: number,
  isKept: (count: number) => boolean = () => true,
): NumberLists {
  const counts = new Int32Array(size);
  for (const number of lists.numbers) counts[number] = (counts[number] ?? 0) + 1;
  const starts = new Int32Array(size + 1);
  for (let number = 0; number < size; number++) {
    const count = counts[number] ?? 0;
    starts[number + 1] = (starts[number] ?? 0) + (isKept(count) ? count : 0);
  }
  const numbers = new Int32Array(starts[size] ?? 0);
  const ends = starts.slice();
  for (let at = 0; at < lists.length; at++)
    for (let place = lists.start(at); place < lists.end(at); place++) {
      const number = lists.numbers[place] ?? 0;
      const end = ends[number] ?? 0;
      if (end === starts[number + 1]) continue;
      numbers[end] = at;
      ends[number] = end + 1;
    }
  return new NumberLists(starts, numbers);
}

/** In how many lists each number stands that stands in a list once. */
export function countsOf({ numbers }: NumberLists, size: number): Int32Array {
  const counts = new Int32Array(size);
  for (const number of numbers) counts[number] = (counts[number] ?? 0) + 1;
  return counts;
}

/** Longer lists are sorted by the method of the language. */
const maxInserted = 24;

/** Lists of distinct numbers in order that are written one after the other. */
export class WrittenLists {
  private numbers = new Int32Array(1024);
  private readonly starts = [0];
  private end = 0;

  /** Adds a number to the list that is written, perhaps again. */
  add(number: number): void {
    if (this.end === this.numbers.length) {
      const longer = new Int32Array(2 * this.end);
      longer.set(this.numbers);
      this.numbers = longer;
    }
    this.numbers[this.end++] = number;
  }

  /** Adds the numbers of lists. */
  addAll(lists: WrittenLists, from: number, to: number): void {
    const end = lists.starts[to] ?? 0;
    for (let at = lists.starts[from] ?? 0; at < end; at++) this.add(lists.numbers[at] ?? 0);
  }

  /** Ends the list: its numbers are in order now, each once. */
  endList(): void {
    const { numbers, end } = this;
    const start = this.starts.at(-1) ?? 0;
    if (end - start > maxInserted) numbers.subarray(start, end).sort();
    else insertInOrder(numbers, start, end);
    let to = start;
    for (let at = start; at < end; at++)
      if (to === start || numbers[to - 1] !== numbers[at]) numbers[to++] = numbers[at] ?? 0;
    this.end = to;
    this.starts.push(to);
  }

  /** All lists that have ended. */
  written(): NumberLists {
    return new NumberLists(Int32Array.from(this.starts), this.numbers.slice(0, this.end));
  }
}

function insertInOrder(numbers: Int32Array, start: number, end: number): void {
  for (let at = start + 1; at < end; at++) {
    const number = numbers[at] ?? 0;
    let to = at;
    for (; to > start && (numbers[to - 1] ?? 0) > number; to--) numbers[to] = numbers[to - 1] ?? 0;
    numbers[to] = number;
  }
}

/** What stands in two lists, each in order. */
export function sharedNumbers(some: NumberLists, x: number, others: NumberLists, y: number): Numbers {
  const [endX, endY] = [some.end(x), others.end(y)];
  let shared: number[] | undefined;
  for (let atX = some.start(x), atY = others.start(y); atX < endX && atY < endY;) {
    const number = some.numbers[atX] ?? 0;
    const difference = number - (others.numbers[atY] ?? 0);
    if (difference === 0) (shared ??= []).push(number);
    if (difference <= 0) atX++;
    if (difference >= 0) atY++;
  }
  return shared ?? noNumbers;
}
