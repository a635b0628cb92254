import { inAnyLanguage } from '../../languages.ts';
import { firstIndex } from '../../text.ts';
import { firstQuotation, isQuotedBefore, type QuotedSentence, type Stretch } from './attribution.ts';
import type { AttributionPlace } from './paragraphProse.ts';

/** More than stand between two citations that are listed. */
const maxBetweenUnits = 40;
/** More than a sentence lists. */
const maxListed = 8;
const conjunctions = 'and|as well as|und|sowie|et|ainsi que|y|e|ed|i|oraz|и|і|og|och|en|și|ve|και|وَ?|ו';
const betweenListed = new RegExp(
  String.raw`^\)?\s*[,;]?\s*(?:(?:${conjunctions})\s+|&\s*)?(?:also\s+)?(?:(?:${inAnyLanguage('attributing')})[:,]?\s+)?\(?$`,
  'iu',
);

/**
 * Returns a citation with those that a sentence lists beside it, `@a [¶ 1] and @a [¶ 3]`, itself first: a quotation of that sentence
 * may stand at any of these, as at one of those of one pair of brackets. None where another quotation follows, or is before, that the others
 * may belong to.
 * @param sentence that of the quotation
 */
export function citedTogether(
  place: AttributionPlace,
  places: readonly AttributionPlace[],
  text: string,
  quotation: Stretch,
  sentence: QuotedSentence,
): readonly AttributionPlace[] {
  const at = firstIndex(places, ({ start }) => start >= place.start);
  const isBehind = place.start >= quotation.end;
  const step = isBehind ? 1 : -1;
  const listed = [place];
  for (let next = at + step; listed.length < maxListed; next += step) {
    const [last, other] = [listed.at(-1), places[next]];
    if (!last || !other || other.note || other.citing === last.citing) break;
    const [one, two] = isBehind ? [last, other] : [other, last];
    if (two.start - one.end > maxBetweenUnits || !betweenListed.test(text.slice(one.end, two.start))) break;
    listed.push(other);
  }
  const end = listed.at(-1);
  if (listed.length === 1 || !end) return [place];
  const isTaken = isBehind
    ? firstQuotation(sentence, end.end) !== undefined
    : isQuotedBefore(sentence, end.start);
  return isTaken ? [place] : listed;
}

/**
 * Returns the citation right behind a quotation, or the note there that cites. It says where the words are from, whatever its sentence
 * cites further on, and whatever is cited within the quotation, which its own author may have put there.
 */
export function citationRightBehind(
  text: string,
  end: number,
  places: readonly AttributionPlace[],
): AttributionPlace | undefined {
  const behind = places[firstIndex(places, ({ start }) => start >= end)];
  if (!behind || behind.authorInText || behind.start - end > maxBetweenUnits) return undefined;
  return /^[\s.,;:!?(]*$/u.test(text.slice(end, behind.start)) ? behind : undefined;
}
