import { readCharacterReference } from '../../core/syntax.ts';

/** Where a link leads, and what is shown when one points at it. */
export interface WrittenTarget {
  /** Without escapes; a space is `%20`. */
  readonly address: string;
  readonly title: string;
}

/**
 * Reads `(address "title")`, of which Pandoc's rules have found the end.
 * @param written from the opening bracket to the closing one
 */
export function readLinkTarget(written: string): WrittenTarget {
  const inside = written.slice(1, -1).trim();
  const angle = /^<((?:\\.|[^>\\])*)>\s*/su.exec(inside);
  const title = /(?:^|\s)(?:"((?:\\.|[^\\])*)"|'((?:\\.|[^\\])*)')$/su;
  if (angle) {
    const rest = title.exec(` ${inside.slice(angle[0].length)}`);
    return { address: addressOf(angle[1] ?? ''), title: unescaped(rest?.[1] ?? rest?.[2] ?? '') };
  }
  const found = titleAfterAddress(inside);
  return { address: addressOf(inside.slice(0, found.at)), title: unescaped(found.title) };
}

/** A title begins with the first quotation mark after a space, as in Pandoc. */
function titleAfterAddress(inside: string): { readonly at: number; readonly title: string } {
  const opening = /(?:^|\s+)(["'])/u.exec(inside);
  const mark = opening?.[1] ?? '';
  if (!opening || inside.length < opening.index + opening[0].length + 1 || !inside.endsWith(mark))
    return { at: inside.length, title: '' };
  return { at: opening.index, title: inside.slice(opening.index + opening[0].length, -1) };
}

function addressOf(written: string): string {
  return unescaped(written.trim()).replace(/\s+/gu, '%20');
}

/** Returns a text without backslashes before punctuation and with the characters that references name. */
export function unescaped(text: string): string {
  if (!/[\\&]/.test(text)) return text;
  return text.replace(/\\([!-/:-@[-`{-~])|&[#\w]{1,40};/gu, (whole, escaped?: string) => {
    if (escaped !== undefined) return escaped;
    return readCharacterReference(whole, 0, whole.length)?.text ?? whole;
  });
}

/** Addresses that may go out: of the web and for mail. All others name a place on somebody's machine, or run something. */
export function isPublicAddress(address: string): boolean {
  return /^(?:https?:\/\/[^\s/]|mailto:[^\s])/iu.test(address);
}
