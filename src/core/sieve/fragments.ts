import { codes, kind, kindOf } from '../markdown/pandoc/shortcut/characters.ts';
import { isMarkCode } from '../markdown/quotations/candidates.ts';

/** So few words in marks claim to be nobody's (`longQuotation`). */
const fewWords = 5;

const plain = Uint8Array.from({ length: 128 }, (_, code) => (kindOf(code) === kind.plain ? 1 : 0));

/** Behind the characters that mean nothing but themselves: nearly all of a text, so that this loop is all that it takes. */
export function behindPlain(text: string, from: number, end: number): number {
  let at = from;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code < 128 ? plain[code] === 0 : kindOf(code) !== kind.plain || isMarkCode(code)) break;
  }
  return at;
}

/** Longer brackets are none that are looked at: UTF-16 code units. */
const longestBrackets = 1000;

/** Where brackets close that open at an offset; -1 where that is not within reach. */
export function closingBracket(text: string, open: number, end: number): number {
  const limit = Math.min(end, open + longestBrackets);
  for (let at = open; at < limit; at++) if (text.charCodeAt(at) === codes.closing) return at;
  return -1;
}

const behindQuotations = codesOf(' \n\r),.:;');
const behindSentences = codesOf('.!?;');

function codesOf(characters: string): ReadonlySet<number> {
  return new Set([...characters].map((character) => character.charCodeAt(0)));
}

/** Whether a closing mark surely closes in front of a character; its code, NaN at the end. */
export function endsQuotation(code: number): boolean {
  return Number.isNaN(code) || behindQuotations.has(code);
}

/**
 * Whether a citation between a quotation that ends in a full stop and a character belongs to the sentence of the quotation
 * (`sentences.ts`).
 */
export function isBehindSentence(code: number): boolean {
  return Number.isNaN(code) || behindSentences.has(code);
}

/** A few words in marks, which are fine where nothing is cited. */
export function isShort(words: string): boolean {
  return /^[\x20-\x7e\u00c0-\u024f]{0,60}$/u.test(words) && words.split(/[^\p{L}\p{N}]+/u).length <= fewWords;
}

/** Whether brackets, written out, hold nothing but words. */
export function isWords(written: string): boolean {
  for (let at = 1; at < written.length - 1; at++) {
    const code = written.charCodeAt(at);
    if (kindOf(code) !== kind.plain || isMarkCode(code)) return false;
  }
  return true;
}
