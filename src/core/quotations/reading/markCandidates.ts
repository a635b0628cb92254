import { isUnspaced } from '../../text.ts';

/**
 * Searches the Markdown of a paper quickly for characters that may become quotation marks, so that paragraphs without any
 * need not be read. It never skips a mark: an apostrophe between two letters is one in the words, too, because everything
 * that Markdown hides starts and ends with a symbol.
 */

const quote = 0x22;
const ampersandUnit = 0x26;
const apostrophe = 0x27;
const lessThan = 0x3c;
const gershayim = 0x5f4;
const singleMarks = { open: 0x2018, close: 0x2019 };
const wordInCandidates = /[\p{L}\p{N}]/u;

/** Returns at most `most` offsets of quotation marks, and of `&`, which may start a reference to one, ascending. */
export function markCandidates(text: string, most = Infinity): number[] {
  const found: number[] = [];
  for (let at = 0; at < text.length && found.length < most; at++) {
    const code = text.charCodeAt(at);
    // Letters and digits first, because they are the most frequent.
    if ((code > lessThan && code < 0xab) || code < quote) continue;
    if (code > apostrophe && code < lessThan) continue;
    if (code === quote || code === ampersandUnit) found.push(at);
    else if (code === lessThan) {
      if (isQuotationTag(text, at)) found.push(at);
    } else if (code === apostrophe || code === singleMarks.open || code === singleMarks.close) {
      if (!isWordAt(text, at - 1) || !isWordAt(text, at + 1)) found.push(at);
    } else if (isMarkCode(code)) found.push(at);
  }
  return found;
}

/** Whether a tag `<q>` or `</q>`, which stands for a mark, starts here. */
function isQuotationTag(text: string, at: number): boolean {
  return /^<\/?q(?:\s|>)/iu.test(text.slice(at, at + 4));
}

/** Whether a UTF-16 unit is a quotation mark that `pairMarks` pairs. */
export function isMarkCode(code: number): boolean {
  if (code < 0xab) return code === quote || code === apostrophe;
  if (code < 0x2018) return code === 0xab || code === 0xbb || code === gershayim;
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
  // In scripts without spaces between words, a mark between letters may be one of a quotation.
  return !isUnspaced(code) && wordInCandidates.test(text.charAt(at));
}
