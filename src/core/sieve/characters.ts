import { codes } from '../markdown/pandoc/shortcut/characters.ts';

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
