import { type Gap, negationIn } from '../match.ts';
import type { Range } from '../text.ts';
import { denyingLeadOf, denyingTailOf, sentenceAround, sentenceEnd } from './outOfContext.ts';
import type { ExactMatch, Sought } from './quotationText.ts';

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
  text: string,
  { pattern }: Sought,
  match: ExactMatch,
): Reversal | undefined {
  if (!pattern) return undefined;
  for (const { range, gap } of match.omitted) {
    const found = gap.kind === 'ellipsis' ? omission(text, range, gap) : replacement(text, range, gap);
    if (found) return found;
  }
  return atEnds(before, text, pattern.gaps, match);
}

/** Returns a negation among the words left out, as far as they belong to the quoted sentences. */
function omission(text: string, range: Range, gap: Gap): Reversal | undefined {
  const left = text.slice(range.start, range.end);
  const ends = [...left.matchAll(sentenceEnd)];
  const first = ends[0];
  const last = ends.at(-1);
  const afterLast = last ? last.index + last[0].length : 0;
  const stretches = first && last ? [left.slice(0, first.index), left.slice(afterLast)] : [left];
  for (const [at, stretch] of stretches.entries()) {
    const words = isInsertion(stretch) ? undefined : negationIn(stretch);
    if (words === undefined) continue;
    const start = range.start + (at === 0 ? 0 : afterLast);
    return { how: 'omitted', words, gap, removed: trimmed(text, { start, end: start + stretch.length }) };
  }
  return undefined;
}

const parted = /^\s*[,;(-][\s\S]*[,;)-]\s*$/u;
/** The start of a clause that adds something to the sentence. */
const aside =
  /^\s*(?:[,;-]+\s*(?:who|whom|whose|which|that|where|when|while|though|although|because|since|as|if|unless|after|before|once|having|being|like|despite|with|without|in|at|of|for|qui|que|dont|où|der|die|das|welche\p{L}*|quien|cuyo)(?![\p{L}])|\()/iu;

/** Whether a stretch is a separate clause between marks. It may deny something, but not the words around it. */
function isInsertion(stretch: string): boolean {
  return parted.test(stretch) && aside.test(stretch);
}

/** A bracket with more words is an explanation, and need not be about the sentence. */
const mostAdded = 3;

function replacement(text: string, range: Range, gap: Gap): Reversal | undefined {
  const before = negationIn(text.slice(range.start, range.end));
  const now = negationIn(gap.inside);
  const removed = trimmed(text, range);
  if (before !== undefined && now === undefined) return { how: 'replaced', words: before, gap, removed };
  const isShort = gap.inside.trim().split(/\s+/u).length <= mostAdded;
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
): Reversal | undefined {
  const [first] = gaps;
  const last = gaps.at(-1);
  const sentence = sentenceAround(text, range);
  const isOwn = (at: number): boolean => text.charAt(at) === '\u2026' || text.charAt(at) === '[';
  if (first && !isOwn(range.start)) {
    const lead = first.kind === 'ellipsis' ? denyingLeadOf(before, text, range, sentence) : undefined;
    if (lead) return { how: 'omitted', words: lead.words, gap: first, removed: lead.range };
    const left = wordsBefore(text, sentence.start, range.start, wordCount(first.inside));
    if (isWhole(first)) return replacement(text, left, first);
  }
  if (last && last !== first && !isOwn(range.end - 1)) {
    const tail = last.kind === 'ellipsis' ? denyingTailOf(text, range, sentence) : undefined;
    if (tail) return { how: 'omitted', words: tail.words, gap: last, removed: tail.range };
    const right = wordsAfter(text, range.end, sentence.end, wordCount(last.inside));
    if (isWhole(last)) return replacement(text, right, last);
  }
  return undefined;
}

/** Whether a gap is a bracket that stands for whole words, and not for letters of a word. */
function isWhole(gap: Gap): boolean {
  return gap.kind === 'bracket' && !gap.joinsBefore && !gap.joinsBehind;
}

function wordCount(text: string): number {
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

function trimmed(text: string, { start, end }: Range): Range {
  let from = start;
  let to = end;
  while (from < to && /\s/u.test(text.charAt(from))) from++;
  while (to > from && /\s/u.test(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}
