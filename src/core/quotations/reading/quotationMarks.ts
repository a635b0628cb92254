/** A pair of opening and closing quotation marks, by their offsets. */
export interface MarkPair {
  readonly open: number;
  readonly close: number;
}

/** An opening mark that is not closed in its paragraph. */
export interface OpenMark {
  readonly at: number;
  readonly mark: string;
}

/** The closing marks for each opening mark, in English, German, French, Swedish, Polish and Japanese style. */
const closersOf: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '‟': '”',
  '”': '”',
  '«': '»',
  '»': '«»',
  '‹': '›',
  '›': '‹›',
  '‘': '’',
  '‚': '‘’',
  '‛': '’',
  '’': '’',
  '"': '"',
  "'": "'",
  '＂': '＂',
  '「': '」',
  '『': '』',
};
/** Marks that always open a quotation if they do not close one. */
const plainOpeners = new Set([...'“„‟«‹‘‚‛「『']);
const singles = new Set([..."'’‘"]);
const mayPrecedeOpening = /[\s([{<\u2013\u2014\u2015\-/\u2026“„‟«»‹›‘‚‛"'「『¿¡|]/u;
const wordAtMark = /[\p{L}\p{N}]/u;
/** Text after an apostrophe at the start of a word: ’90s, ’tis, rock ’n’ roll. */
const elision = /^(?:\d0s|\d\d(?!\p{N})|t(?:is|was|were)(?!\p{L})|em(?!\p{L})|til(?!\p{L})|n(?!\p{L}))/iu;

/** Returns the mark that closes an opening mark; the more common one where there are two. */
export function closingMarkOf(open: string): string {
  return closersOf[open]?.charAt(0) ?? '';
}

/** Whether a mark can close a quotation opened by another. */
export function closesMark(open: string, mark: string): boolean {
  return mark !== '' && (closersOf[open] ?? '').includes(mark);
}

/** A paragraph's text for pairing marks. */
export interface MarkText {
  readonly text: string;
  /** Whether the character at an offset may be a mark. In code and citations it may not. */
  usable(at: number): boolean;
}

/** Nobody leaves more marks open. The limit bounds the time for a hostile paragraph. */
const maxOpenMarks = 50;
/** Maximum distance of a closing mark after a possible possessive. */
const maxPossessiveUnits = 1500;

interface OpenPair extends OpenMark {
  readonly closers: string;
}

/**
 * Pairs the quotation marks of one paragraph. Neighbouring letters distinguish an apostrophe from a closing single mark.
 * @returns all pairs, with inner ones, by the place of their opening mark; and the marks left open at the end
 */
export function pairMarks(source: MarkText): { pairs: MarkPair[]; open: OpenMark[] } {
  const { text } = source;
  const stack: OpenPair[] = [];
  const pairs: MarkPair[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!isMarkCode(text.charCodeAt(at)) || !source.usable(at) || isApostrophe(text, at)) continue;
    const mark = text.charAt(at);
    const partner = partnerOf(source, at, stack);
    if (partner >= 0) {
      const [pair] = stack.splice(partner);
      if (pair) pairs.push({ open: pair.at, close: at });
    } else if (opens(text, at)) {
      stack.push({ at, mark, closers: closersOf[mark] ?? '' });
      if (stack.length > maxOpenMarks) stack.shift();
    }
  }
  pairs.sort((a, b) => a.open - b.open);
  return { pairs, open: stack };
}

/** Returns the index in the stack of the mark that the one at `at` closes; -1 where it closes none. */
function partnerOf(source: MarkText, at: number, stack: readonly OpenPair[]): number {
  const { text } = source;
  const mark = text.charAt(at);
  const partner = stack.findLastIndex((open) => open.closers.includes(mark));
  const opener = stack[partner];
  if (!opener || opener.at === at - 1) return -1;
  const spaced = /\s/u.test(text.charAt(at - 1));
  const next = text.charAt(at + 1);
  if (spaced && !'»›'.includes(mark) && (mark !== '”' || wordAtMark.test(next))) return -1;
  const before = text.charAt(at - 1);
  if (wordAtMark.test(next) && mayPrecedeOpening.test(before) && mark in closersOf) return -1;
  if (singles.has(mark) && isPossessive(source, at, opener)) return -1;
  return partner;
}

function opens(text: string, at: number): boolean {
  const mark = text.charAt(at);
  if (!(mark in closersOf)) return false;
  const next = text.charAt(at + 1);
  if (next === '') return false;
  if (/\s/u.test(next) && !'«‹'.includes(mark)) return false;
  if (plainOpeners.has(mark)) return true;
  return at === 0 || mayPrecedeOpening.test(text.charAt(at - 1));
}

function isApostrophe(text: string, at: number): boolean {
  if (!singles.has(text.charAt(at))) return false;
  const before = text.charAt(at - 1);
  const behind = text.charAt(at + 1);
  if (wordAtMark.test(before) && wordAtMark.test(behind)) return true;
  return (at === 0 || mayPrecedeOpening.test(before)) && elision.test(text.slice(at + 1, at + 6));
}

/**
 * Whether a mark is that of a possessive, `workers’ state`, and not of a quotation, `‘… workers’`. It is if it follows an
 * s, a word follows, and a mark that can only close comes before the next opening one.
 */
function isPossessive(source: MarkText, at: number, opener: OpenPair): boolean {
  const { text } = source;
  if (!/[szx]/iu.test(text.charAt(at - 1)) || !/^\s+\p{L}/u.test(text.slice(at + 1, at + 4))) return false;
  for (let i = at + 1; i < Math.min(text.length, at + maxPossessiveUnits); i++) {
    if (!isMarkCode(text.charCodeAt(i)) || !source.usable(i) || isApostrophe(text, i)) continue;
    const mark = text.charAt(i);
    if (!singles.has(mark)) return false;
    if (opens(text, i) && mark === opener.mark) return false;
    const closes = opener.closers.includes(mark) && !/\s/u.test(text.charAt(i - 1));
    const possessive = /[szx]/iu.test(text.charAt(i - 1)) && /^\s+\p{L}/u.test(text.slice(i + 1, i + 4));
    if (closes && !possessive) return true;
  }
  return false;
}

/** Returns the pairs that are inside no other pair. */
export function outermost(pairs: readonly MarkPair[]): MarkPair[] {
  const kept: MarkPair[] = [];
  for (const pair of pairs) {
    const last = kept.at(-1);
    if (!last || pair.open > last.close) kept.push(pair);
  }
  return kept;
}

/**
 * Searches the Markdown of a paper quickly for characters that may become quotation marks, so that paragraphs without any
 * need not be read. It never skips a mark: an apostrophe between two letters is one in the words, too, because everything
 * that Markdown hides starts and ends with a symbol.
 */

const quote = 0x22;
const ampersandUnit = 0x26;
const apostrophe = 0x27;
const singleMarks = { open: 0x2018, close: 0x2019 };

/** Returns at most `most` offsets of quotation marks, and of `&`, which may start a reference to one, ascending. */
export function markCandidates(text: string, most = Infinity): number[] {
  const found: number[] = [];
  for (let at = 0; at < text.length && found.length < most; at++) {
    const code = text.charCodeAt(at);
    // Letters and digits first, because they are the most frequent.
    if ((code > apostrophe && code < 0xab) || code < quote) continue;
    if (code === quote || code === ampersandUnit) found.push(at);
    else if (code === apostrophe || code === singleMarks.open || code === singleMarks.close) {
      if (!isWordAt(text, at - 1) || !isWordAt(text, at + 1)) found.push(at);
    } else if (isMarkCode(code)) found.push(at);
  }
  return found;
}

/** Whether a UTF-16 unit is a quotation mark that `pairMarks` pairs. */
function isMarkCode(code: number): boolean {
  if (code < 0xab) return code === quote || code === apostrophe;
  if (code < 0x2018) return code === 0xab || code === 0xbb;
  if (code < 0x203b) return code < 0x2020 || code > 0x2038;
  return (code > 0x300b && code < 0x3010) || code === 0xff02;
}

/** Whether one of ascending offsets is in `[start, end)`. */
export function anyWithin(offsets: readonly number[], start: number, end: number): boolean {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return (offsets[low] ?? Infinity) < end;
}

function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58);
  return wordAtMark.test(text.charAt(at));
}
