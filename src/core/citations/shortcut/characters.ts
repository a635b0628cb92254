import { isSpaceOrTab } from '../../syntax.ts';

/** The effect that a character may have on the citations around it. */
export const kind = {
  /** Nothing. */
  plain: 0,
  /** Code, math, TeX, HTML, escapes and similar, which only the full reader can read. */
  unusual: 1,
  /** `*` and `_`. */
  emphasis: 2,
  quote: 3,
  open: 4,
  close: 5,
  at: 6,
  ampersand: 7,
  exclamation: 8,
  lineFeed: 9,
  semicolon: 10,
} as const;

const marks: Readonly<Record<string, number>> = {
  ...Object.fromEntries([...'`$<\\~^\r\u0000'].map((mark) => [mark, kind.unusual])),
  '*': kind.emphasis,
  _: kind.emphasis,
  '"': kind.quote,
  "'": kind.quote,
  '[': kind.open,
  ']': kind.close,
  '@': kind.at,
  '&': kind.ampersand,
  '!': kind.exclamation,
  '\n': kind.lineFeed,
  ';': kind.semicolon,
};

const ascii = Uint8Array.from({ length: 128 }, (_, code) => marks[String.fromCharCode(code)] ?? kind.plain);

/** Returns one of `kind` for a UTF-16 code unit. */
export function kindOf(code: number): number {
  if (code < 128) return ascii[code] ?? kind.plain;
  if (code === 0x2019 || code === 0x201d || code === 0x201c || code === 0x2018) return kind.quote;
  // Quotation marks of Windows, which Pandoc accepts at the end of a quotation.
  return code === 0x92 || code === 0x94 ? kind.unusual : kind.plain;
}

/** Codes of characters with a name. */
export const codes = {
  tab: 9,
  lineFeed: 10,
  carriageReturn: 13,
  space: 32,
  doubleQuote: 34,
  hash: 35,
  apostrophe: 39,
  parenthesis: 40,
  closingParenthesis: 41,
  asterisk: 42,
  comma: 44,
  hyphen: 45,
  point: 46,
  colon: 58,
  semicolon: 59,
  greater: 62,
  at: 64,
  bracket: 91,
  closing: 93,
  caret: 94,
  underscore: 95,
  brace: 123,
  pilcrow: 0xb6,
  enDash: 0x2013,
  emDash: 0x2014,
  openSingle: 0x2018,
  closeSingle: 0x2019,
  openDouble: 0x201c,
  closeDouble: 0x201d,
} as const;

/** Whether a key may follow a character, because certainly no word ends there. */
export function isPlainBeforeKey(code: number): boolean {
  return (
    Number.isNaN(code) ||
    isSpaceOrTab(code) ||
    code === codes.lineFeed ||
    code === codes.parenthesis ||
    code === codes.hyphen ||
    code === codes.enDash ||
    code === codes.emDash
  );
}
