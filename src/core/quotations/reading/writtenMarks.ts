import { firstIndex, isUnspaced, quotationSigns, tableOf } from '../../text.ts';

/** A quotation mark as a paper writes it. Offsets are into its paragraph. */
export interface WrittenMark {
  readonly at: number;
  readonly end: number;
  /** The common mark that it stands for, by which marks are paired. */
  readonly mark: string;
}

/** A paragraph's text for pairing marks. */
export interface MarkText {
  readonly text: string;
  /** Whether the character at an offset may be a mark. In code and citations it may not. */
  usable(at: number): boolean;
  /** Returns the number of citations between two offsets; without it there are none. */
  citations?(start: number, end: number): number;
}

/**
 * What stands for another mark: signs that Unicode calls quotation marks, or that look like them in some typeface or script, and what
 * typewriters, TeX and plain text write. A sign that is not here stands for itself.
 */
const standsFor = tableOf<string>({
  '＇': "'",
  '׳': "'",
  '〝': '‟',
  '〞': '”',
  '〟': '”',
  '⹂': '„',
  '❝': '“',
  '❞': '”',
  '❠': '„',
  '❛': '‘',
  '❜': '’',
  '❟': '‚',
  '❮': '‹',
  '❯': '›',
  '\u{1F676}': '“',
  '\u{1F677}': '”',
  '\u{1F678}': '„',
  '｢': '「',
  '｣': '」',
  '﹁': '「',
  '﹂': '」',
  '﹃': '『',
  '﹄': '』',
  '`': '‘',
  '´': '’',
  '``': '“',
  '´´': '”',
  "''": '"',
  ',,': '„',
  '<<': '«',
  '>>': '»',
});

/** Marks that doubled apostrophes may close. */
const openingDoubles = '“„‟';
/** Marks that are two UTF-16 units long. */
const doubled = new Set(Object.keys(standsFor).filter((written) => written.length === 2));
/** What is no mark alone: the first half of a doubled one. */
const halves = ',<>\uD83D';
const halfOfAstral = 0xd83d;
/** For each UTF-16 unit, whether a mark may begin with it. */
const beginsMark = new Uint8Array(0x10000);
for (const sign of halves + quotationSigns) beginsMark[sign.charCodeAt(0)] = 1;

/** Returns the common mark that a mark stands for: itself, if it is one. */
export function commonMark(written: string): string {
  return standsFor[written] ?? written;
}

/** Returns the width of the mark at an offset, in UTF-16 units; 0 where there is none. */
export function markWidthAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (beginsMark[code] !== 1) return 0;
  // Those of the basic plane are the same unit twice.
  const mayBeTwo = text.charCodeAt(at + 1) === code || code === halfOfAstral;
  if (mayBeTwo && doubled.has(text.slice(at, at + 2))) return 2;
  return halves.includes(text.charAt(at)) ? 0 : 1;
}

/** Returns the marks of a text, in order. */
export function writtenMarks(source: MarkText): WrittenMark[] {
  const { text } = source;
  const marks: WrittenMark[] = [];
  let hasOpened = false;
  for (let at = 0; at < text.length; at++) {
    if (beginsMark[text.charCodeAt(at)] !== 1) continue;
    const found = markWidthAt(text, at);
    if (found === 0 || !source.usable(at)) continue;
    // Where nothing stands before that they could close, these are an apostrophe and a single mark, `'of the keepers''`.
    const width = text.startsWith("''", at) && !hasOpened ? 1 : found;
    const written = text.slice(at, at + width);
    const mark = commonMark(written);
    hasOpened ||= openingDoubles.includes(mark);
    marks.push({ at, end: at + width, mark });
    at += width - 1;
  }
  return marks;
}

const ampersandUnit = 0x26;
const apostrophe = 0x27;
const lessThan = 0x3c;
const backtick = 0x60;
const singleMarks = { open: 0x2018, close: 0x2019 };
const wordInCandidates = /[\p{L}\p{N}]/u;

/**
 * Returns at most `most` offsets of characters of Markdown that may become quotation marks, and of `&`, which may start a reference
 * to one, ascending, so that paragraphs without any need not be read. No mark is skipped: an apostrophe between two letters is one in
 * the words, too, because everything that Markdown hides starts and ends with a symbol. A backtick opens a quotation only where an
 * apostrophe or the like is, too.
 */
export function markCandidates(text: string, most = Infinity): number[] {
  const found: number[] = [];
  for (let at = 0; at < text.length && found.length < most; at++) {
    const code = text.charCodeAt(at);
    // Letters first, because they are the most frequent.
    if (code > backtick && code < 0xab) continue;
    if (code === ampersandUnit || (beginsMark[code] === 1 && isCandidate(text, at, code))) found.push(at);
  }
  return found;
}

function isCandidate(text: string, at: number, code: number): boolean {
  if (code === backtick) return false;
  if (code === apostrophe || code === singleMarks.open || code === singleMarks.close)
    return !isWordAt(text, at - 1) || !isWordAt(text, at + 1);
  return markWidthAt(text, at) > 0 || (code === lessThan && isQuotationTag(text, at));
}

/** Whether a tag `<q>` or `</q>`, which stands for a mark, starts here. */
function isQuotationTag(text: string, at: number): boolean {
  return /^<\/?q(?:\s|>)/iu.test(text.slice(at, at + 4));
}

/** Whether one of ascending offsets is in `[start, end)`. */
export function anyWithin(offsets: readonly number[], start: number, end: number): boolean {
  return (offsets[firstIndex(offsets, (offset) => offset >= start)] ?? Infinity) < end;
}

function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58);
  // In scripts without spaces between words, a mark between letters may be one of a quotation.
  return !isUnspaced(code) && wordInCandidates.test(text.charAt(at));
}
