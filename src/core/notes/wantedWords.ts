import { isWordUnit } from '../text.ts';
import { comparable, type Ends, selfMapped } from '../match.ts';
import type { TextQuote } from './annotation.ts';

/** The words of a note and their surroundings, in the form in which they are searched for. */
export interface WantedWords {
  /** Comparable text, trimmed. */
  readonly words: string;
  /** The text directly before and after the words, with the white space in between. */
  readonly before: string;
  readonly behind: string;
  /** Whether the words start and end at word boundaries. */
  readonly ends: Ends;
  /** See `TextQuote`. */
  readonly unique: boolean | undefined;
}

/** Makes words and surroundings comparable together, since the form of a mark depends on its neighbours. */
export function wantedWords({ exact, prefix, suffix, unique }: TextQuote): WantedWords {
  const whole = comparable(selfMapped(prefix + exact + suffix));
  const { text } = whole;
  let start = whole.firstStartingAt(prefix.length);
  let end = whole.firstStartingAt(prefix.length + exact.length);
  while (start < end && text.charAt(start) === ' ') start++;
  while (end > start && text.charAt(end - 1) === ' ') end--;
  const inWord = (at: number): boolean =>
    at > 0 && at < text.length && isWordUnit(text, at - 1) && isWordUnit(text, at);
  return {
    words: text.slice(start, end),
    before: text.slice(0, start),
    behind: text.slice(end),
    ends: { startsWord: !inWord(start), endsWord: !inWord(end) },
    unique,
  };
}

/** Any offset may be an end. */
export const anyEnds: Ends = { startsWord: false, endsWord: false };
