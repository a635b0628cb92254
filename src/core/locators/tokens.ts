import { isPunctuation, isSpace } from '../syntax.ts';
import { flatten, type Inline, stringify } from '../inlines.ts';
import { type MappedText, MappedTextBuilder } from '../text.ts';

/** A token of a suffix: a word, one punctuation mark, a space, or an element such as emphasis. */
export interface Token {
  readonly kind: 'text' | 'space' | 'element' | 'math';
  readonly text: string;
  /** Offsets into the plain text of the suffix. */
  readonly from: number;
  readonly to: number;
}

/** A suffix as plain text, mapped to offsets of its block, and as the tokens that citeproc reads. */
export interface Suffix {
  readonly plain: MappedText;
  readonly tokens: readonly Token[];
}

/** Reads the plain text and the tokens of a suffix. */
export function readTokens(inlines: readonly Inline[]): Suffix {
  const builder = new MappedTextBuilder();
  const tokens: Token[] = [];
  let length = 0;
  let word = '';
  const push = (kind: Token['kind'], text: string): void => {
    if (kind === 'text') word += text;
    else {
      splitWords(word, length - word.length, tokens);
      word = '';
      tokens.push({ kind, text, from: length, to: length + text.length });
    }
    length += text.length;
  };
  for (const inline of flatten(inlines)) {
    const text =
      inline.kind === 'tie' ? '\u00a0' : inline.kind === 'string' ? inline.text : stringify([inline]);
    if (text.length === inline.end - inline.start) builder.appendVerbatim(text, inline.start);
    else builder.append(text, inline.start, inline.end);
    push(tokenKind(inline), text);
  }
  splitWords(word, length - word.length, tokens);
  return { plain: builder.build(), tokens };
}

function tokenKind(inline: Inline): Token['kind'] {
  switch (inline.kind) {
    case 'string':
    case 'tie':
      return 'text';
    case 'space':
    case 'softBreak':
      return 'space';
    case 'math':
      return 'math';
    default:
      return 'element';
  }
}

/** Splits a word: every space, and every punctuation mark except `:`, is a token of its own. */
function splitWords(word: string, from: number, tokens: Token[]): void {
  let start = 0;
  let at = 0;
  const push = (end: number): void => {
    if (end > start)
      tokens.push({ kind: 'text', text: word.slice(start, end), from: from + start, to: from + end });
    start = end;
  };
  for (const character of word) {
    if (isSpace(character) || (character !== ':' && isPunctuation(character))) {
      push(at);
      push(at + character.length);
    }
    at += character.length;
  }
  push(at);
}
