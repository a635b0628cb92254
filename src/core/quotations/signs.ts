import { barrierAfter, barrierBefore, type Gap, negationIn, type PassageIndex, unitAt } from '../match.ts';
import { englishDenials } from '../languages.ts';
import type { Quotable } from '../resolve.ts';
import type { Source } from '../study.ts';
import { foldedCase, type Range } from '../text.ts';
import { denyingBeginning, denyingWordsAhead, denyingWordsBehind } from './denyingAhead.ts';
import { sourceRange, sourceWords } from './quotationDiff.ts';
import type { OutOfContext, QuotationResult, SenseReversed } from './quotationResult.ts';
import type { ExactMatch, Sought, Wanted } from './quotationText.ts';

/**
 * Returns signs that exact words are quoted against their sense, for the first place where they stand. If the words also
 * stand somewhere in their sense, they are not quoted against it.
 * @param before the paper's words before its quotation
 */
export function signsOf(
  before: string,
  quotable: Quotable,
  wanted: Wanted,
  matches: readonly ExactMatch[],
): Pick<QuotationResult, 'outOfContext' | 'senseReversed'> {
  return {
    outOfContext: ofAll(matches, (match) => outOfContext(before, quotable, wanted, match)),
    senseReversed: ofAll(matches, (match) => {
      const reversal = senseReversed(before, quotable.index, wanted, match, quotable.source);
      return reversal && placedSign(reversal, quotable, wanted, match);
    }),
  };
}

/** Returns the sign of the first match if every match has one; otherwise undefined. */
function ofAll<T>(
  matches: readonly ExactMatch[],
  signOf: (match: ExactMatch) => T | undefined,
): T | undefined {
  let first: T | undefined;
  for (const match of matches) {
    const sign = signOf(match);
    if (!sign) return undefined;
    first ??= sign;
  }
  return first;
}

function placedSign(
  { how, words, gap, removed }: Reversal,
  quotable: Quotable,
  wanted: Wanted,
  match: ExactMatch,
): SenseReversed {
  return {
    how,
    words,
    sentence: sourceWords(quotable, enclosingSentence(quotable.index.text, match.range)),
    quotedRange: gapInPaper(gap, wanted),
    sourceRange: sourceRange(quotable, removed),
  };
}

/** Returns the range of the ellipsis or bracket, without the spaces next to it. */
function gapInPaper(gap: Range, { words, quotation }: Wanted): Range {
  const written = words.text.slice(gap.start, gap.end);
  const start = gap.start + (written.length - written.trimStart().length);
  return words.originalRange({ start, end: start + written.trim().length }) ?? quotation.range;
}

/** A change of sense by an ellipsis or bracket. Offsets are into comparable texts, not into files. */
export interface Reversal {
  /** `omitted`: denying words were left out; `replaced`: a bracket stands for them; `added`: the bracket itself denies. */
  readonly how: 'omitted' | 'replaced' | 'added';
  /** The denying words. */
  readonly words: string;
  /** The range of the ellipsis or bracket in the quotation. */
  readonly gap: Range;
  /** The range, in the index of the source, of the words that it stands for. */
  readonly removed: Range;
}

/**
 * Whether the writer's ellipses and brackets reverse the sense of exact words, because they replace words that deny the
 * quoted ones: “do not”, “it is false that”. Unchanged text around the words is checked by `outOfContext`.
 * @param before the paper's words before its quotation
 */
export function senseReversed(
  before: string,
  index: PassageIndex,
  { pattern }: Sought,
  match: ExactMatch,
  source?: Source,
): Reversal | undefined {
  if (!pattern) return undefined;
  const { text } = index;
  for (const { range, gap } of match.omitted) {
    const found = gap.kind === 'ellipsis' ? omission(index, range, gap) : replacedSense(text, range, gap);
    if (found) return found;
  }
  return atEnds(before, text, pattern.gaps, match, source);
}

/** Returns a negation among the words left out, as far as they belong to the quoted sentences. */
function omission(index: PassageIndex, range: Range, gap: Gap): Reversal | undefined {
  const { text } = index;
  const left = withoutInsertions(index, range);
  const ends = [...left.matchAll(sentenceEnd)];
  const last = ends.at(-1);
  // A paragraph ends a sentence, whatever sign it ends with and the next one begins with.
  const unitBefore = index.ranges[unitAt(index, Math.max(0, range.start - 1))];
  const unitAfter = index.ranges[unitAt(index, range.end)];
  const isParted = unitBefore !== unitAfter;
  const firstEnd = Math.min(
    ends[0]?.index ?? left.length,
    isParted ? (unitBefore?.end ?? range.end) - range.start : left.length,
  );
  const afterLast = Math.max(
    last ? last.index + last[0].length : 0,
    isParted ? (unitAfter?.start ?? range.start) - range.start : 0,
  );
  const stretches = last || isParted ? [left.slice(0, Math.max(0, firstEnd)), left.slice(afterLast)] : [left];
  for (const [at, stretch] of stretches.entries()) {
    const words = isInsertion(stretch) ? undefined : negationIn(stretch);
    if (words === undefined) continue;
    const start = range.start + (at === 0 ? 0 : afterLast);
    return {
      how: 'omitted',
      words,
      gap,
      removed: trimmedStretch(text, { start, end: start + stretch.length }),
    };
  }
  return undefined;
}

const partedWords = /^\s*[,;(-][\s\S]*[,;)-]\s*$/u;
/** The start of a clause that adds something to the sentence. */
const aside =
  /^\s*(?:[,;-]+\s*(?:who|whom|whose|which|that|where|when|while|though|although|because|since|as|if|unless|after|before|once|having|being|like|despite|with|without|in|at|of|for|qui|que|dont|où|der|die|das|welche\p{L}*|quien|cuyo)(?![\p{L}])|\()/iu;

/**
 * Returns a stretch with spaces in place of what stands in parentheses and between two dashes. What is denied there is denied there
 * alone: `- not even the miller's wife -`.
 */
function withoutInsertions({ text, dashes }: PassageIndex, { start, end }: Range): string {
  const left = text.slice(start, end).replace(/\([^()]*\)/gu, (found) => ' '.repeat(found.length));
  const ends = new Set(
    [...left.matchAll(/-/gu)].flatMap(({ index }) => (dashes.has(start + index) ? [index] : [])),
  );
  if (ends.size % 2 > 0) return left;
  let isInside = false;
  return left.replace(/-|[^-]+/gu, (found, at: number) => {
    if (ends.has(at)) isInside = !isInside;
    return isInside || ends.has(at) ? ' '.repeat(found.length) : found;
  });
}

/** Whether a stretch is a separate clause between marks. It may deny something, but not the words around it. */
function isInsertion(stretch: string): boolean {
  return partedWords.test(stretch) && aside.test(stretch);
}

/** A bracket with more words is an explanation, and need not be about the sentence. */
const maxAddedWords = 3;

function replacedSense(text: string, range: Range, gap: Gap): Reversal | undefined {
  const before = negationIn(text.slice(range.start, range.end));
  const now = negationIn(gap.inside);
  const removed = trimmedStretch(text, range);
  if (before !== undefined && now === undefined) return { how: 'replaced', words: before, gap, removed };
  const isShort = gap.inside.trim().split(/\s+/u).length <= maxAddedWords;
  return before === undefined && now !== undefined && isShort
    ? { how: 'added', words: now, gap, removed }
    : undefined;
}

/**
 * Checks the ends of a quotation. An ellipsis at an end shows that words were left out there, which may deny the whole
 * quotation. A bracket stands for as many words as it has.
 */
function atEnds(
  before: string,
  text: string,
  gaps: readonly (Gap | undefined)[],
  { range }: ExactMatch,
  source: Source | undefined,
): Reversal | undefined {
  const [first] = gaps;
  const last = gaps.at(-1);
  const sentence = enclosingSentence(text, range);
  const isOwn = (at: number): boolean => text.charAt(at) === '\u2026' || text.charAt(at) === '[';
  if (first && !isOwn(range.start)) {
    const lead = first.kind === 'ellipsis' ? denyingLeadOf(before, text, range, sentence, source) : undefined;
    if (lead) return { how: 'omitted', words: lead.words, gap: first, removed: lead.range };
    const left = wordsBefore(text, sentence.start, range.start, countSpacedWords(first.inside));
    if (isOfWholeWords(first)) return replacedSense(text, left, first);
  }
  if (last && last !== first && !isOwn(range.end - 1)) {
    const tail = last.kind === 'ellipsis' ? denyingTailOf(text, range, sentence, source) : undefined;
    if (tail) return { how: 'omitted', words: tail.words, gap: last, removed: tail.range };
    const right = wordsAfter(text, range.end, sentence.end, countSpacedWords(last.inside));
    if (isOfWholeWords(last)) return replacedSense(text, right, last);
  }
  return undefined;
}

/** Whether a gap is a bracket that stands for whole words, and not for letters of a word. */
function isOfWholeWords(gap: Gap): boolean {
  return gap.kind === 'bracket' && !gap.joinsBefore && !gap.joinsBehind;
}

function countSpacedWords(text: string): number {
  return text.split(/\s+/u).filter((word) => word !== '').length;
}

function wordsBefore(text: string, from: number, to: number, count: number): Range {
  const words = [...text.slice(from, to).matchAll(/\S+/gu)];
  return { start: from + (words.at(-count)?.index ?? words[0]?.index ?? to - from), end: to };
}

function wordsAfter(text: string, from: number, to: number, count: number): Range {
  const words = [...text.slice(from, to).matchAll(/\S+/gu)];
  const last = words[Math.min(count, words.length) - 1];
  return { start: from, end: last ? from + last.index + last[0].length : from };
}

function trimmedStretch(text: string, { start, end }: Range): Range {
  let from = start;
  let to = end;
  while (from < to && /\s/u.test(text.charAt(from))) from++;
  while (to > from && /\s/u.test(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}

/** English words directly before a statement that deny it; and below, words directly after it. They are looked for in every source. */
const denyingLead = new RegExp(
  String.raw`(?:${englishDenials.leads}|(?:${englishDenials.words}))[,:]?\s*'?$`,
  'iu',
);
const denyingTail = new RegExp(`^[,']?\\s*(?:${englishDenials.tails})`, 'u');
/** The end of a sentence in comparable text. The pattern is global: use it with `matchAll` only, or reset it. */
const sentenceEnd = /[.!?\u2026]'?(?=\s)/gu;

/**
 * Returns a sign that the text around exact words denies them; undefined where there is none. Words left out of the
 * quotation are checked by `senseReversed`. The sign is never certain, only a hint.
 * @param before the paper's words before its quotation
 */
function outOfContext(
  before: string,
  quotable: Quotable,
  { pattern }: Sought,
  { range }: ExactMatch,
): OutOfContext | undefined {
  const { text } = quotable.index;
  const isDenied =
    mayDenyBefore(text, range.start) ||
    /\bno '?$/iu.test(text.slice(Math.max(0, range.start - 5), range.start)) ||
    mayTail(text, range.end) ||
    denyingWordsAhead(text, 0, range.start, quotable.source) !== undefined ||
    denyingWordsBehind(text, range.end, text.length, quotable.source) !== undefined;
  if (!isDenied) return undefined;
  const sentence = enclosingSentence(text, range);
  // An ellipsis at an end shows that words were left out there. `senseReversed` checks those.
  const lead =
    pattern?.gaps[0]?.kind === 'ellipsis'
      ? undefined
      : denyingLeadOf(before, text, range, sentence, quotable.source);
  const tail =
    pattern?.gaps.at(-1)?.kind === 'ellipsis'
      ? undefined
      : denyingTailOf(text, range, sentence, quotable.source);
  const denial = lead ?? tail;
  if (!denial) return undefined;
  return {
    kind: lead ? 'lead' : 'behind',
    words: denial.words,
    sentence: sourceWords(quotable, sentence),
    sourceRange: sourceRange(quotable, denial.range),
  };
}

/** The last three characters that a match of `denyingLead` may have. */
const leadEndings: ReadonlySet<string> = new Set(englishDenials.leadEndings);

/** A cheap test: whether a denying lead may end at an offset. */
function mayDenyBefore(text: string, start: number): boolean {
  let at = text.charAt(start - 1) === "'" ? start - 1 : start;
  while (at > 0 && /\s/u.test(text.charAt(at - 1))) at--;
  if (at > 0 && ',:'.includes(text.charAt(at - 1))) at--;
  const ending = text.slice(Math.max(0, at - 3), at);
  // Outside ASCII, some letters equal ASCII ones apart from case: ſ and s.
  return leadEndings.has(ending.toLowerCase()) || /[^\0-\x7f]/.test(ending);
}

/** A cheap test: whether a denying tail may start at an offset. */
function mayTail(text: string, end: number): boolean {
  let at = end;
  if (at < text.length && ",'".includes(text.charAt(at))) at++;
  while (/\s/u.test(text.charAt(at))) at++;
  const first = text.charAt(at);
  return first !== '' && 'niwaNIWA-'.includes(first);
}

/** Words of the source that deny, and their range in the index. */
export interface Denial {
  readonly words: string;
  readonly range: Range;
}

/**
 * Returns words directly before a stretch that deny it. Undefined where there are none, and where the paper itself denies
 * the stretch: then it quotes the stretch in its sense.
 */
function denyingLeadOf(
  said: string,
  text: string,
  quoted: Range,
  sentence: Range,
  source: Source | undefined,
): Denial | undefined {
  const { start } = quoted;
  const phrase = mayDenyBefore(text, start)
    ? denyingLead.exec(text.slice(Math.max(sentence.start, start - 120), start))?.[0]
    : denyingBeginning(text, sentence, quoted, source);
  const word = phrase || !source ? undefined : denyingWordsAhead(text, sentence.start, start, source);
  const words = word?.words ?? phrase?.trim() ?? '';
  if (words === '' || negationIn(said) !== undefined) return undefined;
  const from = start - (word?.length ?? phrase?.length ?? 0);
  return { words, range: { start: from, end: from + words.length } };
}

/** Returns words directly after a stretch that deny it; undefined where there are none. */
function denyingTailOf(
  text: string,
  { end }: Range,
  sentence: Range,
  source: Source | undefined,
): Denial | undefined {
  const found = mayTail(text, end) ? denyingTail.exec(foldedCase(text.slice(end, sentence.end))) : null;
  const inLanguage = found || !source ? undefined : denyingWordsBehind(text, end, sentence.end, source);
  const written = found ? text.slice(end, end + found[0].length) : inLanguage;
  if (written === undefined) return undefined;
  const words = written.replace(/^[,'\s]+|\s+$/gu, '');
  const from = end + written.indexOf(words);
  return { words, range: { start: from, end: from + words.length } };
}

/** Returns the range of the sentence or sentences that contain a stretch. */
function enclosingSentence(text: string, range: Range): Range {
  const from = barrierBefore(text, range.start, 1000);
  const to = barrierAfter(text, range.end, 1000);
  let start = from;
  for (const match of text.slice(from, range.start).matchAll(sentenceEnd))
    start = from + match.index + match[0].length;
  sentenceEnd.lastIndex = 0;
  const behind = sentenceEnd.exec(text.slice(Math.max(from, range.end - 1), to));
  sentenceEnd.lastIndex = 0;
  const end = behind ? Math.max(from, range.end - 1) + behind.index + behind[0].length : to;
  while (start < range.start && text.charAt(start) === ' ') start++;
  return { start, end: Math.max(end, range.end) };
}
