/** Distinct numbers in order: the words, or other items, of a segment. */
export type Numbers = readonly number[];
export const noNumbers: readonly number[] = [];

/** Words, and what a translation keeps of them. */
export type VocabularyKind = 'word' | 'beginning' | 'name' | 'number';

/** The words and items of two texts as numbers, in the order in which they are met. */
export class Vocabulary {
  private readonly numbers = {
    word: new Map<string, number>(),
    beginning: new Map<string, number>(),
    name: new Map<string, number>(),
    number: new Map<string, number>(),
  };
  private readonly kinds: VocabularyKind[] = [];

  get size(): number {
    return this.kinds.length;
  }

  /** What has a number. */
  kindOf(number: number): VocabularyKind {
    return this.kinds[number] ?? 'word';
  }

  /** The number of a string of some kind; a new one where it has none. */
  numberOf(string: string, kind: VocabularyKind): number {
    const numbers = this.numbers[kind];
    const known = numbers.get(string);
    if (known !== undefined) return known;
    numbers.set(string, this.kinds.length);
    return this.kinds.push(kind) - 1;
  }
}
