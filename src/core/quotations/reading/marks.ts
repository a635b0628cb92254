import { isMarkCode } from './candidates.ts';

/** An opening and a closing quotation mark that belong together; offsets of the marks. */
export interface MarkPair {
  readonly open: number;
  readonly close: number;
}

/** An opening mark that nothing closes in its paragraph. */
export interface OpenMark {
  readonly at: number;
  readonly mark: string;
}

/** Which marks close a quotation that a mark opens, in English, German, French, Swedish, Polish and Japanese manner. */
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
/** Marks that open wherever they stand, unless they close. */
const plainOpeners = new Set([...'“„‟«‹‘‚‛「『']);
const singles = new Set([..."'’‘"]);
const opening = /[\s([{<\u2013\u2014\u2015\-/\u2026“„‟«»‹›‘‚‛"'「『¿¡|]/u;
const wordLike = /[\p{L}\p{N}]/u;
/** What an apostrophe at the start of a word stands in: ’90s, ’tis, rock ’n’ roll. */
const elision = /^(?:\d0s|\d\d(?!\p{N})|t(?:is|was|were)(?!\p{L})|em(?!\p{L})|til(?!\p{L})|n(?!\p{L}))/iu;

/** The mark that closes what a mark opens; the commoner one where there are two. */
export function closingMarkOf(open: string): string {
  return closersOf[open]?.charAt(0) ?? '';
}

/** Whether a mark can close what another opens. */
export function closesMark(open: string, mark: string): boolean {
  return mark !== '' && (closersOf[open] ?? '').includes(mark);
}

/** A paragraph's text as the reader of marks sees it. */
export interface MarkText {
  readonly text: string;
  /** Whether the character at an offset may be a mark: code and citations are passed over. */
  usable(at: number): boolean;
}

/** More marks are not left open by a person; it bounds the time that a hostile paragraph takes. */
const deepest = 50;
/** How far a closing mark is looked for behind what may be a possessive. */
const farthest = 1500;

interface Open extends OpenMark {
  readonly closers: string;
}

/**
 * Pairs the quotation marks of one paragraph. Apostrophes are told from closing single marks by the letters around them.
 * @returns all pairs, inner ones included, by place of their opening; and the marks left open at the end
 */
export function pairMarks(source: MarkText): { pairs: MarkPair[]; open: OpenMark[] } {
  const { text } = source;
  const stack: Open[] = [];
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
      if (stack.length > deepest) stack.shift();
    }
  }
  pairs.sort((a, b) => a.open - b.open);
  return { pairs, open: stack };
}

/** Index in the stack of the mark that the one at `at` closes; -1 where it closes none. */
function partnerOf(source: MarkText, at: number, stack: readonly Open[]): number {
  const { text } = source;
  const mark = text.charAt(at);
  const partner = stack.findLastIndex((open) => open.closers.includes(mark));
  const opener = stack[partner];
  if (!opener || opener.at === at - 1) return -1;
  const spaced = /\s/u.test(text.charAt(at - 1));
  const next = text.charAt(at + 1);
  if (spaced && !'»›'.includes(mark) && (mark !== '”' || wordLike.test(next))) return -1;
  const before = text.charAt(at - 1);
  if (wordLike.test(next) && opening.test(before) && mark in closersOf) return -1;
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
  return at === 0 || opening.test(text.charAt(at - 1));
}

function isApostrophe(text: string, at: number): boolean {
  if (!singles.has(text.charAt(at))) return false;
  const before = text.charAt(at - 1);
  const behind = text.charAt(at + 1);
  if (wordLike.test(before) && wordLike.test(behind)) return true;
  return (at === 0 || opening.test(before)) && elision.test(text.slice(at + 1, at + 6));
}

/**
 * Whether `workers’ state` rather than `‘… workers’` stands here: the mark follows an s, a word follows, and a mark that can
 * only close stands further on, before the next one opens.
 */
function isPossessive(source: MarkText, at: number, opener: Open): boolean {
  const { text } = source;
  if (!/[szx]/iu.test(text.charAt(at - 1)) || !/^\s+\p{L}/u.test(text.slice(at + 1, at + 4))) return false;
  for (let i = at + 1; i < Math.min(text.length, at + farthest); i++) {
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

/** The pairs that no other pair encloses. */
export function outermost(pairs: readonly MarkPair[]): MarkPair[] {
  const kept: MarkPair[] = [];
  for (const pair of pairs) {
    const last = kept.at(-1);
    if (!last || pair.open > last.close) kept.push(pair);
  }
  return kept;
}
