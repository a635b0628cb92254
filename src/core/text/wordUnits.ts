/** Letters, digits, `_` and combining marks; used outside ASCII. */
const wordUnit = /[\p{L}\p{N}\p{M}_]/u;

/** Whether a UTF-16 code unit is one of A–Z, a–z and 0–9. */
export function isAsciiLetterOrDigit(code: number): boolean {
  return (code > 96 && code < 123) || (code > 47 && code < 58) || (code > 64 && code < 91);
}

/** Whether the UTF-16 unit at `i` of a text is part of a word. Surrogate halves are. */
export function isWordUnit(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  if (code < 128) return isAsciiLetterOrDigit(code) || code === 95;
  if (code >= 0xd800 && code < 0xe000) return true;
  return code === code && wordUnit.test(text.charAt(i));
}

/** Scripts written without spaces, where a word boundary may be anywhere: Thai to Khmer, kana, Han. */
export function isUnspaced(code: number): boolean {
  return (
    (code >= 0x0e00 && code < 0x0f00) ||
    (code >= 0x1000 && code < 0x10a0) ||
    (code >= 0x1780 && code < 0x1800) ||
    (code >= 0x2e80 && code < 0xa000) ||
    (code >= 0xf900 && code < 0xfb00)
  );
}
