/** Letters, digits, `_` and combining marks; used outside ASCII. */
const wordLike = /[\p{L}\p{N}\p{M}_]/u;

/** Whether the UTF-16 unit at `i` of a comparable text is part of a word. Surrogate halves are. */
export function isWordUnit(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  if (code < 128)
    return (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58) || code === 95;
  if (code >= 0xd800 && code < 0xe000) return true;
  return code === code && wordLike.test(text.charAt(i));
}

/** Scripts written without spaces, where a quotation may start or end at every character: Thai to Khmer, kana, Han. */
function isUnspaced(code: number): boolean {
  return (
    (code >= 0x0e00 && code < 0x0f00) ||
    (code >= 0x1000 && code < 0x10a0) ||
    (code >= 0x1780 && code < 0x1800) ||
    (code >= 0x2e80 && code < 0xa000) ||
    (code >= 0xf900 && code < 0xfb00)
  );
}

function isDigit(code: number): boolean {
  return code > 47 && code < 58;
}

/**
 * Whether a quotation may start or end at offset `at` of a comparable text without cutting a word in two. `mass` is not
 * found in `masses`, `violent` not in `non-violent`, `worker` not in `worker's`, `1` not in `1,000`.
 * @param dashes offsets of every `-` that separates words
 */
export function isBoundary(text: string, at: number, dashes: { has(offset: number): boolean }): boolean {
  if (at <= 0 || at >= text.length) return true;
  const before = isWordUnit(text, at - 1);
  const behind = isWordUnit(text, at);
  if (before && behind) return isUnspaced(text.charCodeAt(at - 1)) || isUnspaced(text.charCodeAt(at));
  if (before) return !joins(text, at, dashes) || !isWordUnit(text, at + 1);
  if (behind) return !joins(text, at - 1, dashes) || !isWordUnit(text, at - 2);
  return true;
}

/** Whether the character at `i` may stand inside a word: an apostrophe, a hyphen, the point or comma of a number. */
function joins(text: string, i: number, dashes: { has(offset: number): boolean }): boolean {
  switch (text.charAt(i)) {
    case "'":
      return true;
    case '-':
      return !dashes.has(i);
    case '.':
    case ',':
      return isDigit(text.charCodeAt(i - 1)) && isDigit(text.charCodeAt(i + 1));
    default:
      return false;
  }
}
