import search from 'approx-string-match';
import type { TextPosition, TextQuote } from '../../../src/core/notes/annotation.ts';
import type { Range } from '../../../src/core/text/range.ts';

interface Match extends Range {
  readonly errors: number;
}

/** The exact matches, or the approximate ones if there are none. */
function matches(text: string, words: string, most: number): Match[] {
  const exact: Match[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    exact.push({ start: at, end: at + words.length, errors: 0 });
  return exact.length > 0 ? exact : search(text, words, most);
}

function likeness(text: string, words: string): number {
  if (text.length === 0 || words.length === 0) return 0;
  const [best] = matches(text, words, words.length);
  return best ? 1 - best.errors / words.length : 0;
}

/**
 * The place where Hypothesis' client puts a note, as its src/annotator/anchoring documents (html.ts: range, position,
 * quote; match-quote.ts: quote 50, prefix 20, suffix 20, position 2 points). That is the stored position if the words
 * are there, otherwise the best match of the words, however bad.
 */
export function anchorInHypothesisOrder(
  text: string,
  quote: TextQuote,
  position: TextPosition,
): Range | undefined {
  if (text.slice(position.start, position.end) === quote.exact) return position;
  const score = ({ start, end, errors }: Match): number =>
    50 * (1 - errors / quote.exact.length) +
    20 *
      (quote.prefix === ''
        ? 1
        : likeness(text.slice(Math.max(0, start - quote.prefix.length), start), quote.prefix)) +
    20 * (quote.suffix === '' ? 1 : likeness(text.slice(end, end + quote.suffix.length), quote.suffix)) +
    2 * (1 - Math.abs(start - position.start) / text.length);
  const found = matches(text, quote.exact, Math.min(256, quote.exact.length / 2));
  return found.map((match) => ({ match, score: score(match) })).sort((a, b) => b.score - a.score)[0]?.match;
}
