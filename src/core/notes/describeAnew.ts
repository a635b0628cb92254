import { hasWords, occurrences, strict } from '../match.ts';
import { anchor } from './anchor.ts';
import { fileRange, type AnchorText } from './anchorText.ts';
import type { Selectors, TextQuote } from './annotation.ts';
import { select, standsNowhereElse } from './select.ts';
import { wantedWords } from './wantedWords.ts';

/** Words of at least this length tell their place, where nothing is said of what stood beside them. */
const minBareUnits = 5;
/** And several words of this length, whatever stood beside them in another program. */
const minToldUnits = 16;
/** How many units beside shorter words must be those that stood there. */
const minStandingUnits = 8;

/**
 * Describes the place of a note from another program as notes made here are described. A position is one in the other
 * program's text and counts for nothing. What stood beside the words may be a menu, a running title or a note mark that the
 * source does not have: words that stand in one place only, with nothing like them elsewhere, are placed without it.
 * @returns undefined where the place is not certain
 */
export function describeAnew({ quote }: Selectors, target: AnchorText): Selectors | undefined {
  if (!quote) return undefined;
  const given = anchor({ quote, position: undefined }, target);
  if (given.state === 'ambiguous') return undefined;
  const range = given.range ?? placeOfWords(quote, target);
  return range && select(range, target)?.selectors;
}

function placeOfWords(quote: TextQuote, target: AnchorText): ReturnType<typeof fileRange> | undefined {
  const { words, before, behind, ends } = wantedWords(quote);
  if (quote.through !== undefined || !hasWords(words)) return undefined;
  const { index } = target;
  const places = occurrences(index, words, strict, { start: 0, end: index.text.length }, ends);
  const [place] = places;
  if (!place || places.length > 1)
    return places.length > 1
      ? undefined
      : anchor({ quote: { ...quote, prefix: '', suffix: '' }, position: undefined }, target).range;
  const left = before.trimEnd().slice(-minStandingUnits);
  const right = behind.trimStart().slice(0, minStandingUnits);
  const isBeside =
    (left.length === minStandingUnits && index.text.slice(0, place.start).trimEnd().endsWith(left)) ||
    (right.length === minStandingUnits && index.text.slice(place.end).trimStart().startsWith(right));
  const isBare = before.trim() === '' && behind.trim() === '';
  const isTold =
    isBeside || (isBare ? words.length >= minBareUnits : words.length >= minToldUnits && words.includes(' '));
  return isTold && standsNowhereElse(place, target) ? fileRange(target, place) : undefined;
}
