import { isUnspaced } from '../../text.ts';
import { markWidthAt, mayBeginMark } from './writtenMarks.ts';

/**
 * Searches the Markdown of a paper quickly for characters that may become quotation marks, so that paragraphs without any
 * need not be read. It never skips a mark: an apostrophe between two letters is one in the words, too, because everything
 * that Markdown hides starts and ends with a symbol. A backtick opens a quotation only where an apostrophe or the like is, too.
 */

const ampersandUnit = 0x26;
const apostrophe = 0x27;
const lessThan = 0x3c;
const backtick = 0x60;
const singleMarks = { open: 0x2018, close: 0x2019 };
const wordInCandidates = /[\p{L}\p{N}]/u;

/** Returns at most `most` offsets of quotation marks, and of `&`, which may start a reference to one, ascending. */
export function markCandidates(text: string, most = Infinity): number[] {
  const found: number[] = [];
  for (let at = 0; at < text.length && found.length < most; at++) {
    const code = text.charCodeAt(at);
    // Letters first, because they are the most frequent.
    if (code > backtick && code < 0xab) continue;
    if (code === ampersandUnit || (mayBeginMark(code) && isCandidate(text, at, code))) found.push(at);
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
  // In scripts without spaces between words, a mark between letters may be one of a quotation.
  return !isUnspaced(code) && wordInCandidates.test(text.charAt(at));
}
