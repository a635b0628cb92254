/**
 * How two lines of one paragraph join: with a space, or without where the first ends in a hyphen. Whether the hyphen
 * belongs to the word is told by how the text itself writes the word elsewhere.
 */
export class Hyphenation {
  private words: Map<string, number> | undefined;

  constructor(private readonly text: string) {}

  /** What stands between two lines: a space, nothing, or a soft hyphen where the hyphen itself goes. */
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
