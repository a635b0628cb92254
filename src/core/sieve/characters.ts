/** Codes of characters that the sieve looks for. */
export const codes = {
  feed: 10,
  carriage: 13,
  space: 32,
  quote: 34,
  hash: 35,
  apostrophe: 39,
  open: 40,
  close: 41,
  asterisk: 42,
  hyphen: 45,
  point: 46,
  slash: 47,
  greater: 62,
  at: 64,
  bracket: 91,
  closing: 93,
  caret: 94,
  underscore: 95,
  brace: 123,
  pilcrow: 0xb6,
  closeSingle: 0x2019,
  openDouble: 0x201c,
  closeDouble: 0x201d,
} as const;

/** An ASCII letter. */
export function isLatin(code: number): boolean {
  return (code > 96 && code < 123) || (code > 64 && code < 91);
}

/** An ASCII digit. */
export function isDigit(code: number): boolean {
  return code > 47 && code < 58;
}

/** A letter of Latin, or what is written of the scripts next to it: surely neither white space nor a mark. */
export function isLetter(code: number): boolean {
  return isLatin(code) || (code > 0xbf && code < 0x1680);
}

/** A character that is surely no white space. */
export function isInk(code: number): boolean {
  return (code > codes.space && code < 127) || isLetter(code);
}
