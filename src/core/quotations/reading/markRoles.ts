import { endsElided } from '../../match.ts';
import { isAsciiLetterOrDigit, isHangul, isUnspaced, quotationSigns, tableOf } from '../../text.ts';
import type { WrittenMark } from './writtenMarks.ts';

/** Marks of one family may close one another where a writer or an editor mixed kinds: `“…"`, `„…"`. */
type MarkFamily = 'double' | 'single' | 'bracket';

/** A mark of which kind, and what closes it. */
interface MarkKind {
  readonly family: MarkFamily;
  /** The marks that close it, the most common one first; empty where it opens nothing. */
  readonly closers: string;
  /** Whether it is written to open; the others open only where a space or the like is before them. */
  readonly isOpener: boolean;
}

/** The marks of all languages that other marks stand for. */
const kinds = tableOf<MarkKind>({
  '“': { family: 'double', closers: '”', isOpener: true },
  '„': { family: 'double', closers: '“”', isOpener: true },
  '‟': { family: 'double', closers: '”', isOpener: true },
  '”': { family: 'double', closers: '”', isOpener: false },
  '«': { family: 'double', closers: '»', isOpener: true },
  '»': { family: 'double', closers: '«»', isOpener: false },
  '"': { family: 'double', closers: '"', isOpener: false },
  '＂': { family: 'double', closers: '＂', isOpener: false },
  '״': { family: 'double', closers: '״', isOpener: false },
  '″': { family: 'double', closers: '″', isOpener: false },
  '‶': { family: 'double', closers: '″', isOpener: true },
  '‹': { family: 'single', closers: '›', isOpener: true },
  '›': { family: 'single', closers: '‹›', isOpener: false },
  '‘': { family: 'single', closers: '’', isOpener: true },
  '‚': { family: 'single', closers: '‘’', isOpener: true },
  '‛': { family: 'single', closers: '’', isOpener: true },
  '’': { family: 'single', closers: '’', isOpener: false },
  "'": { family: 'single', closers: "'", isOpener: false },
  '′': { family: 'single', closers: '′', isOpener: false },
  '‵': { family: 'single', closers: '′', isOpener: true },
  '「': { family: 'bracket', closers: '」', isOpener: true },
  '」': { family: 'bracket', closers: '', isOpener: false },
  '『': { family: 'bracket', closers: '』', isOpener: true },
  '』': { family: 'bracket', closers: '', isOpener: false },
  '《': { family: 'bracket', closers: '》', isOpener: true },
  '》': { family: 'bracket', closers: '', isOpener: false },
  '〈': { family: 'bracket', closers: '〉', isOpener: true },
  '〉': { family: 'bracket', closers: '', isOpener: false },
  ...editorialMarks('⸂⸃⸄⸅⸉⸊⸌⸍⸜⸝⸠⸡'),
});

/** Marks of editors of old texts, an opening and a closing one in turn. */
function editorialMarks(marks: string): Record<string, MarkKind> {
  const kindAt = (at: number): MarkKind =>
    at % 2 === 0
      ? { family: 'bracket', closers: marks.charAt(at + 1), isOpener: true }
      : { family: 'bracket', closers: '', isOpener: false };
  return Object.fromEntries([...marks].map((mark, at) => [mark, kindAt(at)]));
}
const straightMarks = '"\'＂״″′';
const guillemetMarks = '«»‹›';
/** Low marks, which some writers close with, too. */
const lowMarks = '„‚';
/** Marks that never close: those that open an English quotation in old print, or a bracket. */
const neverClosing = Object.keys(kinds)
  .filter((mark) => '‟‛‶‵'.includes(mark) || (kinds[mark]?.family === 'bracket' && kinds[mark].isOpener))
  .join('');
/** Inches, seconds, feet and minutes, and what stands after a letter in a formula. */
const primes = '″′';
const apostrophes = "'’‘′";

/** Returns the mark that closes an opening mark; the more common one where there are two. */
export function closingMarkOf(open: string): string {
  return kinds[open]?.closers.charAt(0) ?? '';
}

/** Whether a mark can close a quotation opened by another of its kind. */
export function closesMark(open: string, mark: string): boolean {
  return mark !== '' && (kinds[open]?.closers ?? '').includes(mark);
}

/** A role that a mark cannot have. */
export const never = Infinity;

/**
 * A mark of a paragraph and what it may be, each with its cost: 0 where nothing speaks against it. A mark that is none of
 * a quotation is an apostrophe, an inch, minute or foot, the gershayim of a Hebrew word, or a slip.
 */
export interface MarkRoles extends WrittenMark {
  /** The cost of opening a quotation. */
  readonly open: number;
  /** The cost of closing one. */
  readonly close: number;
  /** The cost of being no quotation mark. */
  readonly other: number;
}

/** The costs of a pair of marks of different kinds. `unlikely`: where the closing one is rather an inch or an apostrophe. */
const mixed = { likely: 2, unlikely: 12, likelyUpTo: 2.5 };

/** The cost of a pair for the kinds of its marks; `never` where they are of different families. */
export function kindCost(open: MarkRoles, close: MarkRoles): number {
  const opening = kinds[open.mark];
  if (!opening || opening.family !== kinds[close.mark]?.family) return never;
  if (opening.closers.includes(close.mark)) return 0;
  if (opening.family === 'bracket') return never;
  return close.other > mixed.likelyUpTo ? mixed.likely : mixed.unlikely;
}

/** What is next to a mark. */
interface MarkContext extends WrittenMark {
  readonly text: string;
  readonly before: string;
  readonly next: string;
  readonly spaceBefore: boolean;
  readonly spaceNext: boolean;
  readonly wordBefore: boolean;
  readonly wordNext: boolean;
  /** Whether a quotation may start here by what is before. */
  readonly starts: boolean;
  /** Whether letters without spaces between words, or their punctuation, are next to it, or a Korean particle. */
  readonly unspaced: boolean;
}

const mayPrecedeOpening = new RegExp(`[\\s([{<\u2013\u2014\u2015\\-/\u2026¿¡|${quotationSigns}]`, 'u');
const wordAtMark = /[\p{L}\p{N}\p{M}]/u;
const spaceAtMark = /\s/u;
const stopAtMark = /[,;:!?)]/u;

function contextAt(text: string, written: WrittenMark): MarkContext {
  const [before, next] = [text.charAt(written.at - 1), text.charAt(written.end)];
  return {
    ...written,
    text,
    before,
    next,
    spaceBefore: before === '' || spaceAtMark.test(before),
    spaceNext: next === '' || spaceAtMark.test(next),
    wordBefore: isWordAtMark(before),
    wordNext: isWordAtMark(next),
    starts: before === '' || mayPrecedeOpening.test(before),
    unspaced: isUnspacedLetter(before) || isUnspacedLetter(next),
  };
}

function isWordAtMark(character: string): boolean {
  const code = character.charCodeAt(0);
  return code < 128 ? isAsciiLetterOrDigit(code) : wordAtMark.test(character);
}

function isUnspacedLetter(character: string): boolean {
  const code = character.charCodeAt(0);
  return isUnspaced(code) || isHangul(code) || (code > 0xff00 && code < 0xffe0);
}

/**
 * Returns what a mark may be; undefined for an apostrophe between two letters, which is nothing else.
 * @param curly the families whose opening marks `“` and `‘` the paragraph has
 */
export function rolesOf(text: string, written: WrittenMark, curly: CurlyMarks): MarkRoles | undefined {
  return usualRoles(text, written) ?? rolesByContext(text, written, curly);
}

/**
 * Returns what an English mark is that stands as nearly all do, a space before and a letter behind, or the other way round: nothing
 * speaks against it, and nothing for anything else. The same as `rolesByContext`, without asking thirty questions.
 */
function usualRoles(text: string, { at, end, mark }: WrittenMark): MarkRoles | undefined {
  const [before, next] = [text.charCodeAt(at - 1), text.charCodeAt(end)];
  if (mark === '“' && before === space && isAsciiLetter(next))
    return { at, end, mark, open: 0, close: never, other: 6 };
  if (mark === '”' && isAsciiLetter(before) && (next === space || next === comma || next === point))
    return { at, end, mark, open: never, close: 0, other: 6 };
  return undefined;
}

const [space, comma, point] = [0x20, 0x2c, 0x2e];

function isAsciiLetter(code: number): boolean {
  return (code > 96 && code < 123) || (code > 64 && code < 91);
}

/** As `rolesOf`, by all rules; slower. */
export function rolesByContext(text: string, written: WrittenMark, curly: CurlyMarks): MarkRoles | undefined {
  const context = contextAt(text, written);
  const { mark, wordBefore, wordNext } = context;
  if (apostrophes.includes(mark)) {
    if (wordBefore && wordNext && !context.unspaced) return undefined;
    const elided = elisionAt(context);
    const other = elided?.other ?? (elidesBeforeMark(context) ? 0 : singleOther(context));
    const open = openCost(context, curly) + (elided?.open ?? 0);
    return { ...written, open, close: closeCost(context) + (other === 0 ? 4 : 0), other };
  }
  const other = kinds[mark]?.family === 'double' ? doubleOther(context) : 6;
  return { ...written, open: openCost(context, curly), close: closeCost(context), other };
}

/** French `n'`, which denies, and so is no word that may be left out as others are. */
const elidedDenial = /(?:^|[^\p{L}\p{N}\p{M}_])n$/iu;
const elidedBefore = new RegExp(String.raw`[\[@${quotationSigns}]`, 'u');

/** Whether a mark may be the apostrophe of an elided word right before words in marks, a bracket or a citation: `d'« ancien »`, `l'@key`. */
function elidesBeforeMark({ text, at, next }: MarkContext): boolean {
  return (
    elidedBefore.test(next) &&
    (endsElided(text, at) || elidedDenial.test(text.slice(Math.max(0, at - 2), at)))
  );
}

/** Whether a paragraph has the English opening marks, so that `”` or `’` opens no quotation as in Swedish. */
export interface CurlyMarks {
  readonly double: boolean;
  readonly single: boolean;
}

function openCost(context: MarkContext, curly: CurlyMarks): number {
  const { mark, next, starts, spaceNext, wordNext } = context;
  const kind = kinds[mark];
  if (!kind?.closers || next === '') return never;
  if (spaceNext) return spacedOpenCost(context, kind);
  if (kind.isOpener) return starts || wordNext || (neverClosing + lowMarks).includes(mark) ? 0 : 3;
  if (!starts) return openInsideWord(context);
  if (mark === '”' || mark === '’') return (mark === '”' ? curly.double : curly.single) ? 4 : 1;
  return stopAtMark.test(next) ? 2 : 0;
}

/** French marks have a space inside; after others it is a slip. */
function spacedOpenCost({ at, end, mark, starts, before }: MarkContext, { isOpener }: MarkKind): number {
  // `<<` may mean far less.
  if ('«‹'.includes(mark)) return !starts ? 3 : end - at > 1 ? 2 : 0;
  if (!starts || mark === '’') return never;
  return isOpener ? 1.5 : before === '' || spaceAtMark.test(before) ? 3 : never;
}

const hebrewLetter = /[\u05D0-\u05EA\u05F0-\u05F2\u0591-\u05C7]/u;
/** Articles, prepositions and conjunctions that Hebrew writes together with the word after them. */
const hebrewPrefix = /(?:^|[^\u05D0-\u05EA])[והבכלמש]{1,3}$/u;

/** A mark inside a word opens a quotation after a Hebrew prefix, or where words have no spaces between them. */
function openInsideWord({ text, at, mark, unspaced, wordBefore, wordNext, next }: MarkContext): number {
  if (!wordNext || (!straightMarks.includes(mark) && !guillemetMarks.includes(mark))) return never;
  if (unspaced) return 0.5;
  if (hebrewLetter.test(next)) return hebrewPrefix.test(text.slice(Math.max(0, at - 4), at)) ? 2.5 : never;
  return apostrophes.includes(mark) || !wordBefore ? never : 4;
}

function closeCost(context: MarkContext): number {
  const { mark, before, starts, spaceBefore, wordBefore, wordNext, unspaced, next } = context;
  if (before === '' || neverClosing.includes(mark)) return never;
  if (lowMarks.includes(mark)) return spaceBefore || wordNext || '([{<'.includes(before) ? never : 2;
  if (!wordNext) return spaceBefore ? spacedCloseCost(mark) : '([{<'.includes(before) ? never : 0;
  if (kinds[mark]?.family === 'bracket') return 0;
  if (unspaced) return spaceBefore ? never : 0;
  if (spaceBefore || (starts && !wordBefore)) return '»›'.includes(mark) && spaceBefore ? 3 : never;
  if (hebrewLetter.test(next)) return wordBefore ? never : 3;
  return straightMarks.includes(mark) ? 3 : 1.5;
}

function spacedCloseCost(mark: string): number {
  if ('»›'.includes(mark)) return 0;
  return mark === '”' ? 1.5 : straightMarks.includes(mark) || mark === '’' ? 3 : 2;
}

/** The cost for a double mark to be an inch, second or gershayim, or a slip. */
function doubleOther({
  text,
  at,
  end,
  mark,
  before,
  next,
  wordBefore,
  wordNext,
  unspaced,
}: MarkContext): number {
  if (mark === '„' || guillemetMarks.includes(mark)) return 6;
  if (primes.includes(mark) && wordBefore) return 2;
  if (wordBefore && wordNext && !unspaced)
    return hebrewLetter.test(before) && hebrewLetter.test(next) ? 0 : 1;
  if (!/[\p{N}\u2032'’]/u.test(before) || !/\p{N}/u.test(text.slice(Math.max(0, at - 2), at))) return 6;
  return /^\s+[\p{L}\p{N}]/u.test(text.slice(end, end + 3)) ? 2 : 3;
}

/** Words that lose their beginning, after an apostrophe: ’90s, ’tis, rock ’n’ roll, Dutch ’s avonds, German ’ne. */
const elisions = new Set(
  'tis tisnt twas twere twill twould em til till n cause coz cos bout round neath gainst mongst midst pon im er fraid kay nother nuff scuse spect specially fore tween twixt s t k r m ns un uns ne nen nem ner nes'.split(
    ' ',
  ),
);
const decade = /^(?:\d0s|\d\d)(?![\p{N}\p{L}])/u;

/** What an apostrophe at the start of a word costs: as one, and in addition as an opening mark; undefined elsewhere. */
function elisionAt(context: MarkContext): { readonly other: number; readonly open: number } | undefined {
  const { text, end, mark, starts, wordNext, spaceNext } = context;
  if (!starts || spaceNext || !wordNext) return undefined;
  const behind = text.slice(end, end + 13);
  if (decade.test(behind)) return { other: 0, open: mark === '‘' ? 3 : 5 };
  const word = /^[\p{L}\p{M}]+/u.exec(behind)?.[0] ?? '';
  const isLower = word === word.toLowerCase();
  if (elisions.has(word.toLowerCase())) return { other: 0, open: mark === '‘' && !isLower ? 1 : 3 };
  return { other: mark === '‘' ? 5 : isLower ? 3 : 4, open: 0 };
}

/** Words that lose their end, besides those in -in’: o’ the, th’ moon, Italian di’. */
const clipped =
  /(?:in|^o|^th|^an|^ol|^mos|^wi|^fo|^lil|^cap|^t|^po|^yo|^mo|^jus|^las|^ha|^gi|^a|^fa|^di|^va|^da|^sta|^be|^ca)$/iu;

/** The cost for a single mark elsewhere than at the start of a word to be an apostrophe, a foot or minute, or a slip. */
function singleOther({ text, at, end, mark, before, wordBefore }: MarkContext): number {
  if (mark === '‘' && !wordBefore) return 5;
  if (!wordBefore) return 5;
  if (primes.includes(mark)) return 2;
  const goesOn = /^\s+[“‘"'„‚«‹]?\s?[\p{L}\p{N}]/u.test(text.slice(end, end + 5));
  if (/\p{N}/u.test(before)) return goesOn ? 2 : 3;
  if (isBetweenApostrophes(text, at)) return 0;
  const word = /[\p{L}\p{M}]*$/u.exec(text.slice(Math.max(0, at - 12), at))?.[0] ?? '';
  // The geresh of an abbreviated Hebrew word.
  if (hebrewLetter.test(before)) return 1;
  if (!goesOn) return /[szx]$/iu.test(word) || clipped.test(word) ? 4 : 5;
  return /[szx]$/iu.test(word) || clipped.test(word) ? 1.5 : 3;
}

/** Whether a mark ends a word of one letter that is known to lose both ends: rock ’n’ roll. */
function isBetweenApostrophes(text: string, at: number): boolean {
  return /n/iu.test(text.charAt(at - 1)) && apostrophes.includes(text.charAt(at - 2)) && at > 1;
}
