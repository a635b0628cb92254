import { isAsciiLetterOrDigit } from '../text.ts';

/** Character classes as Pandoc (Haskell's Data.Char) defines them. Each function takes one code point as a string. */

const alphaNumeric = /^[\p{L}\p{N}]$/u;
const punctuationCharacter = /^\p{P}$/u;
const pandocSpace = /^[\p{Zs}\t-\r]$/u;

/** Data.Char.isAlphaNum: letters and numbers of every kind, but no combining marks. */
export function isAlphaNumeric(character: string): boolean {
  if (character.length === 1) {
    const code = character.charCodeAt(0);
    if (code < 128) return isAsciiLetterOrDigit(code);
  }
  return alphaNumeric.test(character);
}

/** Data.Char.isPunctuation: the Unicode categories P*. Symbols such as `$`, `+` and `=` do not count. */
export function isPunctuation(character: string): boolean {
  return punctuationCharacter.test(character);
}

/** Data.Char.isSpace: the Unicode category Zs, tab, line feed and similar. */
export function isSpace(character: string): boolean {
  return pandocSpace.test(character);
}

/** Whether a citation key may begin with this character. Pandoc also allows `*`, which is handled by the key reader. */
export function isKeyCharacter(character: string): boolean {
  return character === '_' || isAlphaNumeric(character);
}

/** Returns the whole character at `offset`, with both halves of a surrogate pair; empty at the end of the text. */
export function characterAt(text: string, offset: number): string {
  const code = text.charCodeAt(offset);
  if (code >= 0xd800 && code < 0xdc00) {
    const low = text.charCodeAt(offset + 1);
    if (low >= 0xdc00 && low < 0xe000) return text.slice(offset, offset + 2);
  }
  return text.charAt(offset);
}

/** Whether a UTF-16 code unit is a space or tab. */
export function isSpaceOrTab(code: number): boolean {
  return code === 32 || code === 9;
}

/** HTML (and DocBook) elements that end a paragraph in Pandoc. */
const blockTags = new Set(
  `address article aside blockquote body canvas caption center col colgroup dd details dir div dl dt fieldset
  figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html isindex main menu meta noframes nav ol
  output p pre section summary table tbody textarea thead tfoot ul frameset li td th tr script style calloutlist
  bibliolist glosslist itemizedlist orderedlist segmentedlist simplelist variablelist caution important note tip
  warning literallayout programlisting programlistingco screen screenco screenshot synopsis example informalexample
  informalfigure informaltable para simpara formalpara equation informalequation mediaobject qandaset procedure task
  cmdsynopsis funcsynopsis classsynopsis epigraph msgset sidebar title case switch default`.split(/\s+/),
);
const verbatimTags = new Set(['pre', 'style', 'script', 'textarea']);

/** Whether an element ends a paragraph in Pandoc. */
export function isBlockTag(name: string): boolean {
  return blockTags.has(name);
}

/** Whether the content of an element is not Markdown. */
export function isVerbatimTag(name: string): boolean {
  return verbatimTags.has(name);
}
