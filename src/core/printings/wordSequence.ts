import { isUnspaced, type MappedText } from '../text.ts';

/** The words of the passages of a text, one after another, as numbers: equal words have equal numbers. */
export interface WordSequence {
  readonly ids: Int32Array;
  /** Index of the passage that each word stands in. */
  readonly owners: Int32Array;
  /** Index of the first word of each passage, and the number of words at the end. */
  readonly starts: Int32Array;
}

/** Letters and digits, with what is combined with them, and signs that nobody sees. */
const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00AD\u200B-\u200D]*/gu;

/** Returns the words of a text as written. In languages without spaces each sign is a word. */
function writtenWordsOf(text: string): readonly string[] {
  const words: readonly string[] = text.match(wordPattern) ?? [];
  return mayBeUnspaced.test(text) ? words.flatMap(withoutUnspaced) : words;
}

/** All that `isUnspaced` knows stands above this. */
const mayBeUnspaced = /[\u0E00-\uFFFF]/;

function withoutUnspaced(word: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < word.length; at++) {
    if (!isUnspaced(word.charCodeAt(at))) continue;
    if (at > start) parts.push(word.slice(start, at));
    parts.push(word.charAt(at));
    start = at + 1;
  }
  if (start < word.length) parts.push(word.slice(start));
  return parts;
}

/** Returns where each word of a text begins. */
export function placedWords(text: string): number[] {
  let end = 0;
  return writtenWordsOf(text).map((word) => {
    const start = text.indexOf(word, end);
    end = start + word.length;
    return start;
  });
}

/** Numbers the words of several texts, so that their sequences can be compared. */
export class WordNumbers {
  private readonly idByWritten = new Map<string, number>();
  private readonly idByFolded = new Map<string, number>();

  /** @param texts of the passages, in order; a passage without a text has no words */
  sequenceOf(texts: readonly (MappedText | undefined)[]): WordSequence {
    const words = texts.map((plain) => (plain ? writtenWordsOf(plain.text) : []));
    const starts = new Int32Array(texts.length + 1);
    words.forEach((own, passage) => (starts[passage + 1] = (starts[passage] ?? 0) + own.length));
    const ids = new Int32Array(starts.at(-1) ?? 0);
    const owners = new Int32Array(ids.length);
    words.forEach((own, passage) => {
      const start = starts[passage] ?? 0;
      owners.fill(passage, start, start + own.length);
      own.forEach((word, at) => (ids[start + at] = this.idOf(word)));
    });
    return { ids, owners, starts };
  }

  private idOf(written: string): number {
    const known = this.idByWritten.get(written);
    if (known !== undefined) return known;
    const word = folded(written);
    const id = this.idByFolded.get(word) ?? this.idByFolded.size;
    this.idByFolded.set(word, id);
    this.idByWritten.set(written, id);
    return id;
  }
}

/** Printings differ in capitals, ligatures, the long s and soft hyphens. */
function folded(word: string): string {
  return word
    .replace(/[\u00AD\u200B-\u200D]/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');
}

/** Makes a sequence of what is numbered already, passage by passage. */
export function sequenceOfNumbers(passages: readonly (readonly number[])[]): WordSequence {
  const starts = new Int32Array(passages.length + 1);
  passages.forEach((own, passage) => (starts[passage + 1] = (starts[passage] ?? 0) + own.length));
  return {
    ids: Int32Array.from(passages.flat()),
    owners: Int32Array.from(passages.flatMap((own, passage) => own.map(() => passage))),
    starts,
  };
}
