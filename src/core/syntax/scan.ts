import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { characterAt, isAlphaNumeric } from './lexemes.ts';
import { tableOf } from '../text.ts';

/** Finds constructs that Pandoc reads as a whole, without reading their content. */

/**
 * Upper limit for a link target, attribute list or tag. Papers stay below it; it keeps hostile texts from being read over
 * and over.
 */
const maxScanUnits = 1024;

/** Whether the `\` at `at` escapes the next character, as it does anything but a letter or digit. */
export function isEscape(text: string, at: number, limit: number): boolean {
  return text.charAt(at) === '\\' && at + 1 < limit && !isAlphaNumeric(text.charAt(at + 1));
}

/** Whether a character has an odd number of backslashes before it. */
export function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - slashes - 1] === '\\') slashes++;
  return slashes % 2 === 1;
}

/**
 * An HTML tag, comment or processing instruction. `name` is in lower case; empty for a comment, `?` for an instruction.
 * `end` is the offset after it.
 */
export interface HtmlTag {
  readonly name: string;
  readonly kind: 'open' | 'close' | 'comment' | 'instruction';
  readonly end: number;
}

const tagPattern =
  /<(\/?)([\p{L}][\p{L}\p{N}:_-]*)((?:[ \t\n\f\r/]+[\p{L}][\p{L}\p{N}:_-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>][^\s>]*))?)*)\s*\/?>/uy;
const instructionPattern = /<\?[^>]*>/y;

/** Reads the HTML tag, comment or processing instruction at `at`; undefined where there is none. */
export function readHtmlTag(text: string, at: number, limit: number): HtmlTag | undefined {
  if (text.startsWith('<!--', at)) {
    const close = text.indexOf('-->', at + 4);
    return close < 0 || close + 3 > limit ? undefined : { name: '', kind: 'comment', end: close + 3 };
  }
  const pattern = text.charAt(at + 1) === '?' ? instructionPattern : tagPattern;
  pattern.lastIndex = 0;
  const match = pattern.exec(text.slice(at, Math.min(limit, at + maxScanUnits)));
  if (match === null || match[2]?.endsWith(':')) return undefined;
  if (pattern === instructionPattern) return { name: '?', kind: 'instruction', end: at + match[0].length };
  return {
    name: (match[2] ?? '').toLowerCase(),
    kind: match[1] === '/' ? 'close' : 'open',
    end: at + match[0].length,
  };
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

const uriPattern = /<[A-Za-z][A-Za-z0-9+.-]*:(?![*_\]])[^\s<>]+>/y;
const mailPattern = /<[\p{L}\p{N}][^\s<>@]*@[\p{L}\p{N}][^\s<>]*>/uy;

/** Returns the end of `<http://…>` or `<name@example.org>`; undefined where there is none. */
export function endOfAutolink(text: string, at: number, limit: number): number | undefined {
  const slice = text.slice(at, Math.min(limit, at + maxScanUnits));
  for (const pattern of [uriPattern, mailPattern]) {
    pattern.lastIndex = 0;
    const match = pattern.exec(slice);
    if (match !== null) return at + match[0].length;
  }
  return undefined;
}

const rawAttributePattern = /\{[ \t]*=[\p{L}\p{N}_-]+[ \t]*\}/uy;

/** Returns the end of `{=format}` at `at`; undefined where there is none. */
export function endOfRawAttribute(text: string, at: number, limit: number): number | undefined {
  const slice = text.slice(at, Math.min(limit, at + 200));
  rawAttributePattern.lastIndex = 0;
  const match = rawAttributePattern.exec(slice);
  return match === null ? undefined : at + match[0].length;
}

/** Returns the end of the `(target "title")` of a link at `at`; undefined where there is none. */
export function endOfLinkSource(text: string, at: number, limit: number): number | undefined {
  if (text.charAt(at) !== '(') return undefined;
  const slice = text.slice(at, Math.min(limit, at + maxScanUnits));
  const angle = /^\([ \t]*<(?:\\.|[^>\\])*>/.exec(slice);
  const from = angle ? angle[0].length : endOfUrl(slice);
  const rest = /^\s*(?:"(?:\\.|[^\\])*?"(?=\s*\))|'(?:\\.|[^\\])*?'(?=\s*\)))?[ \t]*\)/.exec(
    slice.slice(from),
  );
  return rest === null ? undefined : at + from + rest[0].length;
}

/** Returns the offset after the URL in `(url …`, which ends at the closing `)` or before a title. */
function endOfUrl(slice: string): number {
  let i = 1;
  let depth = 0;
  for (; i < slice.length; i++) {
    const character = slice.charAt(i);
    if (character === '\\') i++;
    else if (character === '(') depth++;
    else if (character === ')' && depth-- === 0) break;
    else if (depth === 0 && /\s/.test(character) && /^\s+["']/.test(slice.slice(i, i + 40))) break;
  }
  return Math.min(i, slice.length);
}

const texCommand = /\\[A-Za-z]+\*?/y;

/** Returns the end of a raw TeX command at `at`, with its `[…]` and `{…}` arguments; undefined where there is none. */
export function endOfTexCommand(text: string, at: number, limit: number): number | undefined {
  const slice = text.slice(at, Math.min(limit, at + maxScanUnits));
  texCommand.lastIndex = 0;
  const name = texCommand.exec(slice);
  if (name === null || /^\\(?:begin|end)$/.test(name[0])) return undefined;
  let end = name[0].length;
  while (slice.charAt(end) === '[' || slice.charAt(end) === '{') {
    const close = endOfBalanced(slice, end);
    if (close === undefined) break;
    end = close;
  }
  if (end === name[0].length) end += /^[ \t]*/.exec(slice.slice(end))?.[0].length ?? 0;
  return at + end;
}

const closers = tableOf<string>({ '[': ']', '{': '}', '(': ')' });

/** Returns the offset after the bracket that closes the one at `from`; undefined where none does. Escapes are passed over. */
export function endOfBalanced(slice: string, from: number): number | undefined {
  const open = slice.charAt(from);
  const close = closers[open];
  let depth = 0;
  for (let i = from; i < slice.length; i++) {
    const character = slice.charAt(i);
    if (character === '\\') i++;
    else if (character === open) depth++;
    else if (character === close && --depth === 0) return i + 1;
  }
  return undefined;
}

/** Returns the end of `$…$` or `$$…$$` at `at`; undefined where there is none. */
export function endOfMath(text: string, at: number, limit: number): number | undefined {
  if (text.startsWith('$$', at)) {
    const close = text.indexOf('$$', at + 3);
    if (close >= 0 && close + 2 <= limit) return close + 2;
  }
  // Inline math starts neither with a space nor with `$`.
  if (at + 1 >= limit || /[\s$]/.test(text.charAt(at + 1))) return undefined;
  for (let i = at + 1; i < limit; i++) {
    const character = text.charAt(i);
    if (character === '$') return /[0-9]/.test(text.charAt(i + 1)) ? undefined : i + 1;
    if (character === '\\') i = endOfTextInMath(text, i, limit) ?? i + 1;
    else if (/[ \t\n\r]/.test(character) && /^[ \t\n\r]+\$/.test(text.slice(i, i + 40))) return undefined;
  }
  return undefined;
}

/** Returns the offset of the last character of `\text{…}` at `at`. A `$` inside it does not end the math. */
function endOfTextInMath(text: string, at: number, limit: number): number | undefined {
  if (!text.startsWith('\\text{', at)) return undefined;
  const end = endOfBalanced(text.slice(at, Math.min(limit, at + maxScanUnits)), '\\text'.length);
  return end === undefined ? undefined : at + end - 1;
}

const characterReference = /&(?:#([0-9]{1,30})|#[xX]([0-9a-fA-F]{1,30})|([A-Za-z][A-Za-z0-9]{1,30}));/y;

/** Reads a character reference at `at`, such as `&amp;` or `&#182;`; undefined where there is none. */
export function readCharacterReference(
  text: string,
  at: number,
  limit: number,
): { readonly text: string; readonly end: number } | undefined {
  characterReference.lastIndex = at;
  const match = characterReference.exec(text);
  if (match === null || at + match[0].length > limit) return undefined;
  const code = match[1] ? parseInt(match[1], 10) : match[2] ? parseInt(match[2], 16) : undefined;
  const decoded = code === undefined ? namedCharacter(match[3] ?? '') : codePoint(code);
  return decoded === undefined ? undefined : { text: decoded, end: at + match[0].length };
}

function codePoint(code: number): string | undefined {
  if (code > 0x10ffff) return undefined;
  return code >= 0xd800 && code < 0xe000 ? '\ufffd' : String.fromCodePoint(code);
}

/** A few references stand for two characters; Pandoc takes the first. */
function namedCharacter(name: string): string | undefined {
  const decoded = decodeNamedCharacterReference(name);
  return decoded === false ? undefined : characterAt(decoded, 0);
}
