import { barrierAfter, barrierBefore, type DiffStep, partedTokensOf, type Token } from '../match.ts';
import type { Quotable } from '../resolve.ts';
import type { Range } from '../text.ts';
import type { Wanted } from './quotationText.ts';

/**
 * The cheapest alignment takes a short word at the end of a quotation for added, where the writer left longer ones out beside it: “The
 * lamps” of “The seven lamps”. These functions look for it a few words further on.
 */

/** How far on the source is read, in code units, and how many words one may have left out. */
const sought = { units: 80, most: 4 };

/** Returns the steps with the first words found further up, and what is between as left out; undefined where they are not there. */
export function fromSameWords(
  steps: readonly DiffStep[],
  wanted: Wanted,
  quotable: Quotable,
): DiffStep[] | undefined {
  const [first, next] = steps;
  const start = first?.kind === 'added' ? next?.source.start : first?.source.start;
  if (!first || start === undefined || !hasWordsTooMany(first, wanted, quotable)) return undefined;
  const quoted = tokensAt(wanted.words.text, first.quoted);
  const from = barrierBefore(quotable.index.text, start, sought.units);
  const before = tokensAt(quotable.index.text, { start: from, end: start });
  const sentence = before.slice(before.findLastIndex((_, at) => isEndOfSentence(before, at)) + 1);
  for (let count = wordsAtStart(quoted); count > 0; count--) {
    const at = lastRun(sentence, quoted.slice(0, count));
    const left = sentence.slice(at + count);
    if (at < 0 || !isFew(left)) continue;
    const rest = { start: quoted[count]?.start ?? first.quoted.end, end: first.quoted.end };
    const gap = { start: left[0]?.start ?? first.source.start, end: left.at(-1)?.end ?? first.source.start };
    const source = first.kind === 'added' ? gap : { start: gap.start, end: first.source.end };
    return [
      sameWordsStep(quoted.slice(0, count), sentence.slice(at, at + count)),
      ...stepsBetween(rest, source),
      ...steps.slice(1),
    ];
  }
  return undefined;
}

/** Returns the steps with the last words, or the sign that ends a sentence, found further down, and what is between as left out; undefined where they are not there. */
export function toSameWords(
  steps: readonly DiffStep[],
  wanted: Wanted,
  quotable: Quotable,
): DiffStep[] | undefined {
  const [before, last] = steps.slice(-2);
  const end = last?.kind === 'added' ? before?.source.end : last?.source.end;
  if (!last || end === undefined || !hasWordsTooMany(last, wanted, quotable)) return undefined;
  const all = tokensAt(wanted.words.text, last.quoted);
  const quoted = all.slice(0, all.findLastIndex(({ kind }) => kind === 'word') + 1);
  const to = barrierAfter(quotable.index.text, end, sought.units);
  const after = tokensAt(quotable.index.text, { start: end, end: to });
  const stop = after.findIndex((_, at) => isEndOfSentence(after, at));
  const sentence = stop < 0 ? after : after.slice(0, stop);
  const [sign] = all;
  const own = after[stop];
  // A full stop may be the writer's.
  const isSign = last.kind === 'added' && quoted.length === 0 && sign !== undefined && sign.text !== '.';
  if (isSign && sign.text === own?.text && isFew(sentence))
    return [
      ...steps.slice(0, -1),
      ...stepsBetween(
        { start: last.quoted.start, end: last.quoted.start },
        { start: sentence[0]?.start ?? end, end: sentence.at(-1)?.end ?? end },
      ),
      sameWordsStep([sign], [own]),
      ...stepsBetween({ start: sign.end, end: last.quoted.end }, { start: own.end, end: own.end }),
    ];
  for (let count = wordsAtStart([...quoted].reverse()); count > 0; count--) {
    const own = quoted.slice(-count);
    const at = firstRun(sentence, own);
    const left = sentence.slice(0, at);
    if (at < 0 || !isFew(left)) continue;
    const rest = { start: last.quoted.start, end: quoted.at(-count - 1)?.end ?? last.quoted.start };
    const gap = { start: left[0]?.start ?? end, end: left.at(-1)?.end ?? end };
    const source = last.kind === 'added' ? gap : { start: last.source.start, end: gap.end };
    const found = sameWordsStep(own, sentence.slice(at, at + count));
    const point = { start: found.quoted.end, end: last.quoted.end };
    return [
      ...steps.slice(0, -1),
      ...stepsBetween(rest, source),
      found,
      ...stepsBetween(point, { start: found.source.end, end: found.source.end }),
    ];
  }
  return undefined;
}

/** Whether a step is a change that has more words in the quotation than in the source. */
function hasWordsTooMany(step: DiffStep, wanted: Wanted, quotable: Quotable): boolean {
  if (step.kind === 'added') return true;
  if (step.kind !== 'changed') return false;
  const countIn = (text: string, range: Range): number =>
    tokensAt(text, range).filter(({ kind }) => kind === 'word').length;
  return countIn(wanted.words.text, step.quoted) > countIn(quotable.index.text, step.source);
}

/** Returns the tokens of a stretch of a text, with offsets into the text. */
function tokensAt(text: string, { start, end }: Range): Token[] {
  return partedTokensOf(text.slice(start, end), false).map((token) => ({
    ...token,
    start: token.start + start,
    end: token.end + start,
  }));
}

/** A full stop after two or three letters is that of an abbreviation, `Dr.` */
function isEndOfSentence(tokens: readonly Token[], at: number): boolean {
  const sign = tokens[at]?.text ?? '';
  if (sign === '.') return (tokens[at - 1]?.text.length ?? 0) > 3;
  return /^[!?\u3002\uff01\uff1f]$/u.test(sign);
}

function wordsAtStart(tokens: readonly Token[]): number {
  const point = tokens.findIndex(({ kind }) => kind !== 'word');
  return point < 0 ? tokens.length : point;
}

function standsAt(tokens: readonly Token[], words: readonly Token[], at: number): boolean {
  return words.every(({ folded }, i) => tokens[at + i]?.folded === folded);
}

function lastRun(tokens: readonly Token[], words: readonly Token[]): number {
  for (let at = tokens.length - words.length; at >= 0; at--) if (standsAt(tokens, words, at)) return at;
  return -1;
}

function firstRun(tokens: readonly Token[], words: readonly Token[]): number {
  for (let at = 0; at + words.length <= tokens.length; at++) if (standsAt(tokens, words, at)) return at;
  return -1;
}

function isFew(left: readonly Token[]): boolean {
  const words = left.filter(({ kind }) => kind === 'word').length;
  return words > 0 && words <= sought.most;
}

/** The step of words that are the same but for capitals. */
function sameWordsStep(quoted: readonly Token[], source: readonly Token[]): DiffStep {
  return {
    kind: quoted.every(({ text }, i) => text === source[i]?.text) ? 'same' : 'changed',
    quoted: { start: quoted[0]?.start ?? 0, end: quoted.at(-1)?.end ?? 0 },
    source: { start: source[0]?.start ?? 0, end: source.at(-1)?.end ?? 0 },
  };
}

/** The step of what is between, if there is anything. */
function stepsBetween(quoted: Range, source: Range): DiffStep[] {
  const [isQuoted, isInSource] = [quoted.end > quoted.start, source.end > source.start];
  if (!isQuoted && !isInSource) return [];
  return [{ kind: !isQuoted ? 'dropped' : isInSource ? 'changed' : 'added', quoted, source }];
}
