/**
 * Decides how two lines of one paragraph are joined: with a space, or without one after a hyphen. Whether the hyphen
 * stays depends on how the text writes the word elsewhere.
 */
export class Hyphenation {
  private words: Map<string, number> | undefined;

  constructor(private readonly text: string) {}

  /** Returns what to put between two lines: a space, nothing, or a soft hyphen if the hyphen before it must go. */
  readonly joint = (before: string, after: string): string => {
    const head = /(\p{L}[\p{L}\p{N}'’-]*)[-\u00AD\u2010]$/u.exec(before.slice(-60))?.[1];
    const tail = /^\p{L}+(?:-\p{L}+)*/u.exec(after.slice(0, 60))?.[0];
    if (head === undefined || tail === undefined) return ' ';
    if (/^(?:and|or|und|oder|et|ou|y|o|to)$/iu.test(tail)) return ' ';
    if (before.endsWith('\u00AD')) return '\u00AD';
    const whole = this.count(head + tail);
    const hyphened = this.count(`${head}-${tail}`);
    return whole > hyphened && /^\p{Ll}/u.test(tail) ? '\u00AD' : '';
  };

  private count(word: string): number {
    this.words ??= this.countWords();
    return this.words.get(word.toLowerCase()) ?? 0;
  }

  private countWords(): Map<string, number> {
    const words = new Map<string, number>();
    for (const [match] of this.text.matchAll(/\p{L}+(?:[-\u2010]\p{L}+)*/gu)) {
      const word = match.toLowerCase();
      words.set(word, (words.get(word) ?? 0) + 1);
    }
    return words;
  }
}
