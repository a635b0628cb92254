import { conjunctionAfterHyphen } from '../blocks.ts';
import { withoutPageSign } from './lines.ts';

/** Parts of words that nobody writes alone, and that a hyphen often follows. */
const prefix =
  /^(?:anti|non|co|re|pre|post|semi|self|sub|super|ultra|ex|pseudo|neo|mid|multi|inter|intra|extra|pro|quasi|vice|macro|micro|proto|trans|de|un|pan|afro|euro|socio|bio|geo|eco)$/i;

/** What the words of a text say about a hyphen at the end of a line. */
type Joint = 'soft' | 'hard' | 'unknown';

/**
 * Decides how two lines of one paragraph are joined: with a space, or without one after a hyphen. Whether the hyphen
 * stays depends on how the text writes the word elsewhere, and if it does not, on how most such words are divided.
 */
export class Hyphenation {
  private words: Map<string, number> | undefined;
  private custom: boolean | undefined;

  constructor(private readonly text: string) {}

  /** Returns what to put between two lines: a space, nothing, or a soft hyphen if the hyphen before it must go. */
  readonly joint = (before: string, next: string): string => {
    const after = withoutPageSign(next);
    const head = /(\p{L}[\p{L}\p{N}'’-]*)[-\u00AD\u2010]$/u.exec(before.slice(-60))?.[1];
    const tail = /^\p{L}+(?:-\p{L}+)*/u.exec(after.slice(0, 60))?.[0];
    if (head === undefined || tail === undefined) return ' ';
    if (conjunctionAfterHyphen.test(tail)) return ' ';
    if (before.endsWith('\u00AD')) return '\u00AD';
    const joint = this.evidence(head, tail);
    return joint === 'soft' || (joint === 'unknown' && this.dividesWords()) ? '\u00AD' : '';
  };

  private evidence(head: string, tail: string): Joint {
    if (!/^\p{Ll}/u.test(tail)) return 'hard';
    const whole = this.count(head + tail);
    const hyphened = this.count(`${head}-${tail}`);
    if (whole !== hyphened) return whole > hyphened ? 'soft' : 'hard';
    const last = head.split('-').at(-1) ?? head;
    const isUnknown = this.count(last) === 0 && this.count(tail.split('-')[0] ?? tail) === 0;
    return isUnknown && !prefix.test(last) ? 'soft' : 'unknown';
  }

  /** Whether the text divides words at the ends of its lines, as print does and letters do not. */
  private dividesWords(): boolean {
    return (this.custom ??= this.countDivided());
  }

  private countDivided(): boolean {
    const found = { soft: 0, hard: 0, unknown: 0 };
    for (const [, head = '', tail = ''] of this.text.matchAll(divided)) found[this.evidence(head, tail)]++;
    return found.soft > found.hard;
  }

  private count(word: string): number {
    this.words ??= this.countWords();
    return this.words.get(word.toLowerCase()) ?? 0;
  }

  private countWords(): Map<string, number> {
    const words = new Map<string, number>();
    const lines = this.text.replace(divided, ' ');
    for (const [match] of lines.matchAll(/\p{L}+(?:[-\u2010]\p{L}+)*/gu)) {
      const word = match.toLowerCase();
      words.set(word, (words.get(word) ?? 0) + 1);
    }
    return words;
  }
}

/** A word that the end of a line divides, perhaps with the number and head of a page between its parts. */
const divided =
  /(\p{L}+(?:-\p{L}+)*)[-\u2010][ \t]*(?:\r\n|\n|\r)(?:[^\p{L}\n]{0,40}\n){0,4}[ \t]*(\p{L}+)/gu;
