import type { EditionHeading } from '../../core/source.ts';
import { normaliseText } from '../../core/text.ts';
import { FingerprintSearch } from './fingerprintSearch.ts';
import { minWordsAnywhere, type WordClaim, type EditionTarget } from './targets.ts';
import { type CopyWord, isWord } from './copyWords.ts';

/** The most words of a gap that are searched for a heading. */
const maxGap = 4000;

/** The first place in a gap that has a target's words and is free of other claims. */
export function findIn(
  words: readonly CopyWord[],
  target: EditionTarget,
  from: number,
  to: number,
  taken: readonly WordClaim[],
  fits: (start: number) => boolean = () => true,
): WordClaim | undefined {
  const end = Math.min(to, from + maxGap);
  const search = new FingerprintSearch<EditionTarget>(words.slice(from, end), [target], 0);
  for (let i = from; i < end; i++) {
    const found = fits(i) ? search.at(i - from, end - from, () => true) : undefined;
    if (found && isFree(taken, i, from + found.end)) return { ...found, start: i, end: from + found.end };
  }
  return undefined;
}

function isFree(taken: readonly WordClaim[], start: number, end: number): boolean {
  return taken.every((claim) => claim.end <= start || claim.start >= end);
}

/**
 * Finds a heading by its fingerprint, else by its words in any case. A printed label before it is included. Short
 * headings must begin a line or follow a passage, because their words may occur in prose.
 */
export function findHeading(
  words: readonly CopyWord[],
  heading: EditionHeading,
  from: number,
  to: number,
  taken: readonly WordClaim[],
): WordClaim | undefined {
  const target: EditionTarget = { part: 'heading', heading, words: heading.words, sha256: heading.sha256 };
  const label = plainWords(heading.label ?? '');
  const withLabel = (start: number): number => {
    let first = start;
    for (let i = label.length - 1; i >= 0; i--) {
      if (first - 1 < from || lettersOfWord(words[first - 1]?.normalised ?? '') !== label[i]) return start;
      first--;
    }
    return first;
  };
  const fits = (start: number): boolean => {
    const first = withLabel(start);
    return (
      heading.words >= minWordsAnywhere ||
      words[first]?.opens === true ||
      taken.some((claim) => claim.end === first)
    );
  };
  const found =
    findIn(words, target, from, to, taken, fits) ??
    findByWords(words, target, heading.title, [from, to], taken, fits);
  return found && { ...found, start: withLabel(found.start) };
}

function findByWords(
  words: readonly CopyWord[],
  target: EditionTarget,
  title: string,
  [from, to]: readonly [number, number],
  taken: readonly WordClaim[],
  fits: (start: number) => boolean,
): WordClaim | undefined {
  const wanted = plainWords(title);
  const last = Math.min(to, from + maxGap) - wanted.length;
  for (let i = from; wanted.length > 0 && i <= last; i++) {
    if (
      !wanted.every((word, index) => lettersOfWord(words[i + index]?.normalised ?? '') === word) ||
      !fits(i)
    )
      continue;
    if (isFree(taken, i, i + wanted.length))
      return { target, start: i, end: i + wanted.length, reading: { unmarked: false, mended: false } };
  }
  return undefined;
}

function plainWords(text: string): string[] {
  return normaliseText(text).split(' ').filter(isWord).map(lettersOfWord);
}

function lettersOfWord(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
