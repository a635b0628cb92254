import { inAnyLanguage } from '../../languages.ts';
import { attributionDash, maxAttributionLength } from '../../source.ts';
import { hasWord } from '../../text.ts';
import { lowerBound } from './attribution.ts';
import { type MarkPair, type PairedMarks, pairMarks } from './pairMarks.ts';
import { type AttributionPlace, type ParagraphProse, quotedWords, role } from './paragraphProse.ts';

/** Placeholders in the skeleton of a paragraph: for a character of a citation, and for one of a quotation. */
const citedStandIn = '\u0002';
const quotedStart = '\u0003';
const quotedStandIn = 'x';

const abbreviations = new Set(
  'cf e.g eg i.e ie p pp vol vols no nos ed eds al mr mrs ms dr prof st vs viz sec secs ch chap para paras fig art n nn ca c f ff ibid op cit trans rev z.b bzw vgl s bd abs abschn anm aufl bspw ebd evtl ggf hg hrsg insb kap nr sog usf zit éd env ex mme mlle réf ej pág págs núm sra dra aprox vid pag pagg sig dott cfr blz zie enz'.split(
    ' ',
  ),
);
/** What follows the first letter of an abbreviation of several: z. B. */
const firstOfSeveral = /^\.[ \u00A0\u202F]?\p{L}\./u;
/** The last letter of an abbreviation of several, with or without spaces: d. h., u. a., p.ex. */
const lastOfSeveral = /(?<![\p{L}\p{M}])\p{L}\.[ \u00A0\u202F]?\p{L}$/u;

const sentenceBreak = /[.!?\u2026]+[)\]'"\u2019\u201D\u00BB]*\s+/gu;

/**
 * Returns the offsets where sentences of a paragraph start, except the first. A quotation counts as one word, whatever
 * punctuation it has. A citation alone after a full stop belongs to the sentence before it.
 */
export function sentenceStarts(prose: ParagraphProse, pairs: readonly MarkPair[]): number[] {
  const skeleton = skeletonOf(prose, pairs);
  const authors = new Set(prose.places.filter((place) => place.authorInText).map((place) => place.start));
  const ends = new Set(pairs.map(({ close }) => close.end - 1));
  const starts: number[] = [];
  for (const match of skeleton.matchAll(sentenceBreak)) {
    if (match[0].startsWith('.') && isAbbreviation(skeleton, match.index)) continue;
    const at = match.index + match[0].length;
    // A mark without a partner is the end of a quotation, too.
    // Whole sentences that are quoted one after the other are quoted from one place.
    if (ends.has(match.index) && skeleton.charAt(at) === quotedStart) continue;
    const isAfterQuotation = ends.has(match.index) || ends.has(match.index - 1);
    const start =
      isAfterQuotation || /['"\u2019\u201D\u00BB]/u.test(match[0])
        ? startAfterQuotation(skeleton, at, authors)
        : startAfter(skeleton, at, authors);
    if (start !== undefined) starts.push(start);
  }
  return starts;
}

function skeletonOf(prose: ParagraphProse, pairs: readonly MarkPair[]): string {
  const { text } = prose.words;
  let skeleton = '';
  let at = 0;
  for (const { open, close } of pairs) {
    const ends = /[.]\s*$/u.test(text.slice(Math.max(open.at, close.at - 3), close.at));
    skeleton +=
      plainStretch(prose, at, open.at) +
      quotedStart +
      quotedStandIn.repeat(close.end - open.at - 2) +
      (ends ? '.' : quotedStandIn);
    at = close.end;
  }
  return skeleton + plainStretch(prose, at, text.length);
}

/** Returns a stretch outside quotations, with placeholders for citations and code. */
function plainStretch({ words, roles }: ParagraphProse, start: number, end: number): string {
  let out = '';
  let from = start;
  for (let at = start; at < end; at++) {
    const own = roles[at];
    if (own !== role.citation && own !== role.code) continue;
    let to = at + 1;
    while (to < end && roles[to] === own) to++;
    out +=
      words.text.slice(from, at) + (own === role.citation ? citedStandIn : quotedStandIn).repeat(to - at);
    from = to;
    at = to - 1;
  }
  return out + words.text.slice(from, end);
}

function isAbbreviation(skeleton: string, stop: number): boolean {
  const word = wordBefore(skeleton, stop);
  if (abbreviations.has(word.toLowerCase())) return true;
  // Nearly every stop is behind a word of several letters.
  if (word.length > 2 && !word.includes('.')) return false;
  if (/^\p{Lu}$/u.test(word)) return true;
  if (/^\p{L}$/u.test(word) && firstOfSeveral.test(skeleton.slice(stop, stop + 4))) return true;
  const last = skeleton.slice(Math.max(0, stop - 6), stop);
  return last.includes('.') && lastOfSeveral.test(last);
}

/** Returns the letters and full stops before an offset, at most as many as an abbreviation has. */
function wordBefore(skeleton: string, stop: number): string {
  const least = Math.max(0, stop - 12);
  let from = stop;
  for (; from > least; from--) {
    const code = skeleton.charCodeAt(from - 1);
    if (code >= 0xd800 && code < 0xe000) return /[\p{L}.]*$/u.exec(skeleton.slice(least, stop))?.[0] ?? '';
    const ascii = (code > 96 && code < 123) || (code > 64 && code < 91) || code === 46;
    if (!ascii && (code < 128 || !/\p{L}/u.test(skeleton.charAt(from - 1)))) break;
  }
  return skeleton.slice(from, stop);
}

/** Returns the start of the sentence after a full stop; undefined where none starts. */
function startAfter(skeleton: string, at: number, authors: ReadonlySet<number>): number | undefined {
  const next = skeleton.charAt(at);
  const parenthesis = next === '(' ? endOfParenthesis(skeleton, at) : undefined;
  if (parenthesis !== undefined) return startBehind(skeleton, parenthesis);
  if (next !== citedStandIn) return next === '' || /[\p{Ll},;:]/u.test(next) ? undefined : at;
  if (authors.has(at)) return at;
  let behind = 0;
  while (skeleton.charAt(at + behind) === citedStandIn || /\s/u.test(skeleton.charAt(at + behind))) behind++;
  const follower = skeleton.charAt(at + behind);
  if (follower === '' || /[.!?;]/u.test(follower)) return undefined;
  return /[\p{Ll},:]/u.test(follower) && follower !== quotedStandIn ? at : at + behind;
}

/** What says where words are from, in parentheses; not where it quotes for itself. */
const citedParenthesis = new RegExp(
  `\\([^()${quotedStart}]{0,200}${citedStandIn}[^()${quotedStart}]{0,200}\\)[.!?]?`,
  'uy',
);

/** Returns the offset behind a parenthesis that cites and quotes nothing, with its full stop; undefined where there is none. */
function endOfParenthesis(skeleton: string, at: number): number | undefined {
  citedParenthesis.lastIndex = at;
  return citedParenthesis.test(skeleton) ? citedParenthesis.lastIndex : undefined;
}

/** Returns the start of the sentence behind what cites after a full stop; undefined where that sentence goes on. */
function startBehind(skeleton: string, end: number): number | undefined {
  const space = /^\s*/u.exec(skeleton.slice(end, end + 20))?.[0].length ?? 0;
  const follower = skeleton.charAt(end + space);
  return follower === '' || /[\p{Ll}\p{P}]/u.test(follower) ? undefined : end + space;
}

/** A sentence that says nothing but where words are from: `See [@key, ¶ 1].` */
const introducedCitation = new RegExp(
  String.raw`(?:${inAnyLanguage('attributing')})[:,]?\s+${citedStandIn}+\s*(?:[.!?;)]|$)`,
  'iuy',
);

/**
 * Returns the start of the sentence after a quotation that ends in a full stop of its own; undefined where none starts. What says
 * where its words are from belongs to it, also where the writer goes on: `“… to sea.” [@key, ¶ 1] and …`, `“… to sea.” — Name [@key]`.
 */
function startAfterQuotation(skeleton: string, at: number, authors: ReadonlySet<number>): number | undefined {
  const next = skeleton.charAt(at);
  introducedCitation.lastIndex = at;
  if (/\p{Pd}/u.test(next) || introducedCitation.test(skeleton)) return undefined;
  let end = at;
  while (skeleton.charAt(end) === citedStandIn && !authors.has(end)) end++;
  return end === at ? startAfter(skeleton, at, authors) : startBehind(skeleton, end);
}

/** A sentence next to a block quotation, with its citation that the quotation may be attributed to. */
export interface CitingSentence {
  readonly place: AttributionPlace | undefined;
  /** Whether a quotation in the sentence itself has the citation. */
  readonly spent: boolean;
}

/** The last sentence of the paragraph before. It introduces the quotation if it ends in a colon, or without punctuation. */
export interface LastSentence extends CitingSentence {
  readonly introduces: boolean;
  readonly endsInColon: boolean;
}

/**
 * The first sentence of the paragraph after. `opens`: it starts with the citation; `isAlone`: its paragraph says nothing else;
 * `leadsOn`: its paragraph introduces what comes next.
 */
export interface FirstSentence extends CitingSentence {
  readonly opens: boolean;
  readonly isAlone: boolean;
  readonly leadsOn: boolean;
}

/** Reads the last sentence of a paragraph. */
export function lastSentence(prose: ParagraphProse): LastSentence {
  const { pairs, starts } = sentences(prose);
  const from = starts.at(-1) ?? 0;
  const place = prose.places.findLast((candidate) => candidate.start >= from);
  const words = quotedWords(prose, 0, prose.words.text.length)?.text ?? '';
  return {
    place,
    spent: pairs.some((pair) => pair.open.at >= from),
    introduces: !/[.!?][)\]'"\u2019\u201D\u00BB]*$/u.test(words),
    endsInColon: /[:\uFF1A]\s*$/u.test(words),
  };
}

/** Reads the first sentence of a paragraph. */
export function firstSentence(prose: ParagraphProse): FirstSentence {
  const { pairs, starts } = sentences(prose);
  const to = starts[0] ?? Infinity;
  const place = prose.places.find((candidate) => candidate.start < to);
  const lead = place ? prose.words.text.slice(0, place.start) : '';
  const opens = place !== undefined && (!hasWord(lead) || attributionDash.test(lead));
  const isAlone = place !== undefined && pairs.length === 0 && isAttributionAlone(prose);
  const leadsOn =
    to === Infinity &&
    /[,:\uFF0C\uFF1A]\s*$/u.test(quotedWords(prose, 0, prose.words.text.length)?.text ?? '');
  return { place, spent: pairs.some((pair) => pair.open.at < to), opens, isAlone, leadsOn };
}

/** What may stand in a paragraph that only says where words are from: `[@key, ¶ 1]`, `(See [@key, ¶ 1].)`. */
const onlyCitations = new RegExp(
  String.raw`^[\s(]*(?:(?:${inAnyLanguage('attributing')})[:,]?\s+)?${citedStandIn}[${citedStandIn}\s.,;)]*$`,
  'iu',
);
const citesLast = new RegExp(String.raw`${citedStandIn}[${citedStandIn}\s.,;)]*$`, 'u');

/** Whether a paragraph has nothing but citations, or a dash, a name and citations. */
function isAttributionAlone(prose: ParagraphProse): boolean {
  const { text } = prose.words;
  if (text.length > maxAttributionLength) return false;
  const skeleton = skeletonOf(prose, []);
  return onlyCitations.test(skeleton) || (attributionDash.test(skeleton) && citesLast.test(skeleton));
}

/** Pairs the quotation marks of a paragraph. */
export function pairedMarks({ words, roles, places }: ParagraphProse): PairedMarks {
  return pairMarks({
    text: words.text,
    usable: (at) => roles[at] === role.word,
    citations: (start, end) =>
      lowerBound(places, end, (place) => place.start) - lowerBound(places, start, (place) => place.end),
  });
}

function sentences(prose: ParagraphProse): {
  readonly pairs: readonly MarkPair[];
  readonly starts: readonly number[];
} {
  const pairs = pairedMarks(prose).outer;
  return { pairs, starts: sentenceStarts(prose, pairs) };
}

/**
 * Returns the citation, from one of the sentences around it, of a block quotation that has none of its own.
 * @param isTaken whether the sentence before says nothing but where another block quotation is from
 */
export function attributing(
  before: LastSentence | undefined,
  behind: FirstSentence | undefined,
  isTaken = false,
): 'before' | 'behind' | undefined {
  if (isTaken && behind?.place && !behind.spent && !behind.leadsOn) return 'behind';
  // A paragraph that says nothing else cites the block, unless a colon before it announces that.
  const isBehind = behind?.isAlone && before?.endsInColon !== true;
  if (before?.introduces && before.place && !isBehind) return 'before';
  if (behind?.opens) return 'behind';
  if (before?.place && !before.spent) return 'before';
  const follows = behind?.place !== undefined && !behind.leadsOn;
  if (follows && !behind.spent) return 'behind';
  return before?.place ? 'before' : follows ? 'behind' : undefined;
}

/**
 * Returns the citation, from one of the paragraphs around it, of a quotation that is a paragraph by itself: one that says nothing but
 * where the words are from, or one that introduces them with a colon.
 */
export function attributingParagraph(
  before: LastSentence | undefined,
  behind: FirstSentence | undefined,
): 'before' | 'behind' | undefined {
  if (behind?.isAlone) return 'behind';
  return before?.endsInColon && before.place ? 'before' : undefined;
}
