import { itemMarkAt } from '../blockLines.ts';
import { isMatch, type SimplePiece } from './simplePiece.ts';

const orderedStart = /[0-9]{1,9}[.)](?:\s|$)/y;
const emphasisOpening = /[*_]{1,2}[^\s*_]/y;

/** ASCII characters that start nothing but a paragraph, by code unit. Characters of other alphabets do so, too. */
const plainStarts = new Uint8Array(128);
for (const character of 'abcdefghijklmnopqrstuvwxyz"\'(@$%.,;?!/{}^)]')
  for (const variant of [character, character.toUpperCase()]) plainStarts[variant.charCodeAt(0)] = 1;

/**
 * Whether a line that starts at `at` is part of a paragraph in any context.
 * @param isFirst whether the paragraph starts here
 */
export function isPlainStart({ text, hasDefinitions }: SimplePiece, at: number, isFirst: boolean): boolean {
  const code = text.charCodeAt(at);
  if (isFirst && code < 128 && itemMarkAt(text, at, text.length)) return false;
  if (code > 127 || plainStarts[code] === 1) return true;
  if (code > 47 && code < 58) return !isMatch(orderedStart, text, at);
  const next = text.charCodeAt(at + 1);
  if (code === 91) return next !== 94 && (!isFirst || !hasDefinitions);
  if (code === 45) return next === 64;
  if (code === 96) return next !== 96;
  return (code === 42 || code === 95) && isMatch(emphasisOpening, text, at);
}
