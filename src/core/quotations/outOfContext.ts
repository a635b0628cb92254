import type { Range } from '../text.ts';
import { barrierBefore, barrierBehind, hasDenyingWord } from '../match.ts';
import type { Quotable } from '../resolve.ts';
import { sourceRange, sourceWords } from './quotationDiff.ts';
import type { OutOfContext } from './quotationResult.ts';
import type { ExactMatch, Sought } from './quotationText.ts';

/** Words directly before a statement that deny it; and below, words directly after it. */
const denyingLead = new RegExp(
  String.raw`(?:(?:this|that|which|it|i|we)(?: (?:is|was|do|does|did))?(?: not|n't) (?:to )?(?:say|saying|suggest|suggesting|mean|imply|argue|claim|assume|believe)(?: here)?(?: that)?` +
    String.raw`|it (?:is|was|would be) (?:not (?:true|the case|correct|so|enough to say)|(?:wrong|false|untrue|incorrect|mistaken|a mistake|an error|a myth|an illusion|nonsense)(?: to (?:say|think|claim|believe|assume|suppose|suggest))?)(?: that)?` +
    String.raw`|(?:far from|rather than|instead of|contrary to the (?:claim|view|idea|belief|notion) that|nobody (?:says|claims|believes|thinks)(?: that)?|no one (?:says|claims|believes|thinks)(?: that)?)` +
    String.raw`|(?:the |a )?(?:myth|illusion|misconception|fallacy|false (?:idea|claim|belief|notion)|mistaken (?:idea|view|belief|notion)|wrong (?:idea|view))(?: that| of)?` +
    String.raw`|(?:not|never|neither|nor|cannot|n't|hardly|scarcely|without))[,:]?\s*'?$`,
  'iu',
);
const denyingTail =
  /^[,']?\s*(?:(?:not|never|nor|n't)(?![\p{L}])|(?:is|was|are|were|would be)\s+(?:not (?:true|so|the case|correct)|wrong|false|untrue|incorrect|mistaken|a mistake|a myth|an illusion|nonsense)|- (?:not so|no|wrong|false)\b)/iu;
/** The end of a sentence in comparable text. The pattern is global: use it with `matchAll` only, or reset it. */
export const sentenceEnd = /[.!?\u2026]'?(?=\s)/gu;

/**
 * Returns a sign that the text around exact words denies them; undefined where there is none. Words left out of the
 * quotation are checked by `senseReversed`. The sign is never certain, only a hint.
 * @param before the paper's words before its quotation
 */
export function outOfContext(
  before: string,
  quotable: Quotable,
  { pattern }: Sought,
  { range }: ExactMatch,
): OutOfContext | undefined {
  const { text } = quotable.index;
  if (!mayLead(text, range.start) && !mayTail(text, range.end)) return undefined;
  const sentence = sentenceAround(text, range);
  // An ellipsis at an end shows that words were left out there. `senseReversed` checks those.
  const lead =
    pattern?.gaps[0]?.kind === 'ellipsis' ? undefined : denyingLeadOf(before, text, range, sentence);
  const tail = pattern?.gaps.at(-1)?.kind === 'ellipsis' ? undefined : denyingTailOf(text, range, sentence);
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
const leadEndings = new Set(
  'say ing est ean ply gue aim ume eve ere hat rue ase ect ong lse ken ake ror yth ion nse ink ose rom han ays ims ves nks acy dea ief iew not ver her nor dly ely out'
    .split(' ')
    .concat(' so', ' of', "n't"),
);

/** A cheap test: whether a denying lead may end at an offset. */
function mayLead(text: string, start: number): boolean {
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
export function denyingLeadOf(
  said: string,
  text: string,
  { start }: Range,
  sentence: Range,
): Denial | undefined {
  if (!mayLead(text, start)) return undefined;
  const found = denyingLead.exec(text.slice(Math.max(sentence.start, start - 120), start));
  const words = found?.[0].trim() ?? '';
  if (!found || words === '' || hasDenyingWord(said)) return undefined;
  const from = start - found[0].length;
  return { words, range: { start: from, end: from + found[0].trimEnd().length } };
}

/** Returns words directly after a stretch that deny it; undefined where there are none. */
export function denyingTailOf(text: string, { end }: Range, sentence: Range): Denial | undefined {
  const found = mayTail(text, end) ? denyingTail.exec(text.slice(end, sentence.end)) : null;
  if (!found) return undefined;
  const words = found[0].trim();
  const from = end + found[0].indexOf(words);
  return { words, range: { start: from, end: from + words.length } };
}

/** Returns the range of the sentence or sentences that contain a stretch. */
export function sentenceAround(text: string, range: Range): Range {
  const from = barrierBefore(text, range.start, 1000);
  const to = barrierBehind(text, range.end, 1000);
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
