import type { Range } from '../text/range.ts';
import { barrierBefore, barrierBehind } from '../match/passageIndex.ts';
import type { Quotable } from './quotable.ts';
import { sourceWords } from './quotationDiff.ts';
import type { OutOfContext } from './quotationResult.ts';
import type { ExactMatch } from './quotationText.ts';

/** What says, right before a statement, that it does not hold; and right behind it. */
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
/** Words that turn a statement round, in the languages whose texts we have seen; `n't` inside a word counts. */
const negation =
  /(?:^|[^\p{L}])(not|never|no|none|nor|neither|nobody|nothing|without|cannot|hardly|scarcely|\p{L}+n't|nicht|kein\p{L}*|nie|niemals|ne|pas|jamais|aucun\p{L}*|nunca|tampoco|jamás)(?![\p{L}])/iu;
const sentenceEnd = /[.!?\u2026]'?(?=\s)/gu;

/**
 * Whether exact words are quoted against their sense; undefined where there is no sign of it. Never certain: a hint.
 * @param before what the paper says before its quotation
 */
export function outOfContext(
  before: string,
  quotable: Quotable,
  match: ExactMatch,
): OutOfContext | undefined {
  const { text } = quotable.index;
  const { start, end } = match.range;
  const leads = mayLead(text, start);
  const tails = mayTail(text, end);
  if (match.omitted.length === 0 && !leads && !tails) return undefined;
  const sentence = sentenceAround(text, match.range);
  const found =
    omission(text, match) ??
    (leads ? lead(before, text, match, sentence) : undefined) ??
    (tails ? tail(text, match, sentence) : undefined);
  return found && { ...found, sentence: sourceWords(quotable, sentence) };
}

/** How the words end that `denyingLead` ends with. */
const leadEndings = new Set(
  'say ing est ean ply gue aim ume eve ere hat rue ase ect ong lse ken ake ror yth ion nse ink ose rom han ays ims ves nks acy dea ief iew not ver her nor dly ely out'
    .split(' ')
    .concat(' so', ' of', "n't"),
);

/** A cheap look: whether a denying lead may stand before an offset. */
function mayLead(text: string, start: number): boolean {
  let at = text.charAt(start - 1) === "'" ? start - 1 : start;
  while (at > 0 && /\s/u.test(text.charAt(at - 1))) at--;
  if (at > 0 && ',:'.includes(text.charAt(at - 1))) at--;
  const ending = text.slice(Math.max(0, at - 3), at);
  // Outside ASCII there are letters that are the same but for their case: ſ and s.
  return leadEndings.has(ending.toLowerCase()) || /[^\0-\x7f]/.test(ending);
}

/** A cheap look: whether a denying tail may stand behind an offset. */
function mayTail(text: string, end: number): boolean {
  let at = end;
  if (at < text.length && ",'".includes(text.charAt(at))) at++;
  while (/\s/u.test(text.charAt(at))) at++;
  const first = text.charAt(at);
  return first !== '' && 'niwaNIWA-'.includes(first);
}

type Sign = Pick<OutOfContext, 'kind' | 'words'>;

function lead(said: string, text: string, match: ExactMatch, sentence: Range): Sign | undefined {
  const before = text.slice(Math.max(sentence.start, match.range.start - 120), match.range.start);
  const found = denyingLead.exec(before)?.[0].trim();
  // A paper that denies the words itself quotes them in their sense.
  if (found === undefined || found === '' || negation.test(said.replace(/[\u2018\u2019]/gu, "'")))
    return undefined;
  return { kind: 'lead', words: found };
}

function tail(text: string, match: ExactMatch, sentence: Range): Sign | undefined {
  const found = denyingTail.exec(text.slice(match.range.end, sentence.end))?.[0].trim();
  return found === undefined ? undefined : { kind: 'behind', words: found };
}

/** A negation among the words left out, as far as they belong to the sentences that are quoted. */
function omission(text: string, match: ExactMatch): Sign | undefined {
  for (const { range, gap } of match.omitted) {
    const left = text.slice(range.start, range.end);
    const ends = [...left.matchAll(sentenceEnd)];
    const first = ends[0];
    const last = ends.at(-1);
    const stretches =
      first && last ? [left.slice(0, first.index), left.slice(last.index + last[0].length)] : [left];
    const found = stretches.map((stretch) => negation.exec(stretch)?.[1]).find((word) => word !== undefined);
    if (found !== undefined && !(gap.kind === 'bracket' && negation.test(gap.inside)))
      return { kind: 'omission', words: found };
  }
  return undefined;
}

/** The sentence or sentences that a stretch stands in. */
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
