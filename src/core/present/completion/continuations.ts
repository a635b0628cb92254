import type { PassageIndex } from '../../match.ts';
import { hasWord, type Range } from '../../text.ts';

/** The longest sentence that is looked at. UTF-16 code units. */
const maxSentenceUnits = 3000;
const initial = /(?:^|[^\p{L}])\p{L}$/u;
const abbreviation = /(?:^|[^\p{L}])(?:e\.g|i\.e|cf|vs|etc|mr|mrs|ms|dr|st|vol|no|pp?|ed|eds)$/iu;

interface Stops {
  phrase: number | undefined;
  clause: number | undefined;
  sentence: number;
}

/**
 * Returns the offsets at which a quotation that has reached `from` may end: at `from` itself, or at the end of the
 * phrase, the clause or the sentence. At most three, ascending. Offsets are in the text of the index.
 * @param start where the quotation begins
 * @param unit range of its passage
 * @param keepsPoint whether the final full stop is part of it, as in a block quotation
 */
export function stopsAfter(
  index: PassageIndex,
  start: number,
  from: number,
  unit: Range,
  keepsPoint: boolean,
): number[] {
  const { text } = index;
  const end = closingAt(index, start, from, Math.min(unit.end, from + maxSentenceUnits));
  const first = stopsFrom(index, from, end, keepsPoint);
  const all = [first.phrase, first.clause, first.sentence].filter((at) => at !== undefined);
  const done = hasEnded(index, from, end);
  // If a sentence ends at `from`, the quotation can also go on into the next one.
  const stops = [...(done ? [from] : []), ...all.filter((at) => hasWord(text.slice(from, at)))];
  const distinct = [...new Set(stops)].sort((a, b) => a - b);
  return distinct.length > 3 ? [...distinct.slice(0, 2), ...distinct.slice(-1)] : distinct;
}

function stopsFrom(index: PassageIndex, from: number, end: number, keepsPoint: boolean): Stops {
  const { text } = index;
  const stops: Stops = { phrase: undefined, clause: undefined, sentence: end };
  let words = false;
  for (let at = from; at < end; at++) {
    const character = text.charAt(at);
    if (hasWord(character)) words = true;
    if (!words) continue;
    if (isSentenceEnd(text, at, end)) {
      const marks = text.startsWith("'", at + 1) ? 2 : 1;
      stops.sentence = character === '.' && marks === 1 && !keepsPoint ? at : at + marks;
      return stops;
    }
    const clause = endsClause(index, at);
    if (clause) stops.clause ??= at;
    if (clause || endsPhrase(text, at)) stops.phrase ??= at;
  }
  // The last sentence of a passage has no space after its full stop.
  if (!keepsPoint && '.,;:'.includes(text.charAt(end - 1)) && end > from + 1) stops.sentence = end - 1;
  return stops;
}

function isSentenceEnd(text: string, at: number, end: number): boolean {
  const character = text.charAt(at);
  if (!'.!?…'.includes(character)) return false;
  const behind = text.slice(at + 1, Math.min(end, at + 6));
  if (!/^'?(?:$| +['([]*[\p{Lu}\p{N}\p{Lo}])/u.test(behind)) return false;
  const before = text.slice(Math.max(0, at - 8), at);
  return character !== '.' || at + 1 >= end || !(initial.test(before) || abbreviation.test(before));
}

function endsClause(index: PassageIndex, at: number): boolean {
  const character = index.text.charAt(at);
  if (character === '-') return index.dashes.has(at);
  return (character === ';' || character === ':') && /^'?(?:\s|$)/u.test(index.text.slice(at + 1, at + 3));
}

function endsPhrase(text: string, at: number): boolean {
  const character = text.charAt(at);
  if (character === ',') return /^'?(?:\s|$)/u.test(text.slice(at + 1, at + 3));
  return character === ' ' && text.charAt(at + 1) === '(';
}

/** Whether a phrase, clause, sentence or passage ends at an offset. */
function hasEnded(index: PassageIndex, at: number, end: number): boolean {
  const { text } = index;
  return (
    at >= end ||
    isSentenceEnd(text, at, end) ||
    isSentenceEnd(text, at - 1, end) ||
    endsClause(index, at) ||
    endsPhrase(text, at)
  );
}

/** The first closing mark in the source for a mark opened before the quotation begins. `end` if there is none. */
function closingAt(index: PassageIndex, start: number, from: number, end: number): number {
  const { text } = index;
  let depth = 0;
  for (let at = text.indexOf("'", start); at >= 0 && at < end; at = text.indexOf("'", at + 1)) {
    const before = /[\p{L}\p{N}.,;:!?…)]/u.test(text.charAt(at - 1));
    const behind = /[\p{L}\p{N}…(]/u.test(text.charAt(at + 1));
    if (before && behind) continue;
    if (behind) depth++;
    else if (depth > 0) depth--;
    // The apostrophe of a possessive such as “workers' state” looks the same. It comes after an s.
    else if (at >= from && !(text.charAt(at - 1) === 's' && text.charAt(at + 1) === ' ')) return at;
  }
  return end;
}
