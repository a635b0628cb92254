import { isAsciiLetterOrDigit } from '../text.ts';
/** A word or point of a comparable text. In a quotation also an ellipsis or an editorial bracket. */
export interface Token {
  readonly kind: 'word' | 'point' | 'ellipsis' | 'bracket';
  readonly text: string;
  /** The text in lower case, for distinguishing a change of case from a change of word. */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

const word = String.raw`[\p{L}\p{N}\p{M}_]+(?:'[\p{L}\p{M}]+|[.,](?=\p{N})[\p{N}]+)*`;
const sourceTokens = new RegExp(`${word}|[^\\s\\p{L}\\p{N}\\p{M}_]`, 'gu');
const quotedTokens = new RegExp(
  String.raw`\[ ?\u2026 ?\]|\( ?\u2026 ?\)|\u2026|\[[^[\]\u0001]{0,400}\]|${word}|[^\s\p{L}\p{N}\p{M}_]`,
  'gu',
);

/**
 * Splits a comparable text into words and points. Apostrophes and the points of numbers belong to words.
 * @param quotation whether ellipses and brackets are gaps, and `[sic]` is skipped
 */
export function tokensOf(text: string, quotation: boolean): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(quotation ? quotedTokens : sourceTokens)) {
    const found = match[0];
    const kind = kindOf(found, quotation);
    if (kind === 'bracket' && /^\[sic!?\]$/i.test(found)) continue;
    tokens.push({
      kind,
      text: found,
      folded: found.toLowerCase(),
      start: match.index,
      end: match.index + found.length,
    });
  }
  return tokens;
}

function kindOf(text: string, quotation: boolean): Token['kind'] {
  const first = text.charCodeAt(0);
  if (isAsciiLetterOrDigit(first)) return 'word';
  if (/^[\p{L}\p{N}\p{M}_]/u.test(text)) return 'word';
  if (!quotation) return 'point';
  if (text === '\u2026' || /^[[(] ?\u2026 ?[\])]$/u.test(text)) return 'ellipsis';
  return text.length > 1 && text.startsWith('[') ? 'bracket' : 'point';
}
