import { isAsciiLetterOrDigit } from '../text.ts';
import { type CiteNode, type Inline, string } from './nodes.ts';
import type { Context, InlineReader, References } from './inlineReader.ts';
import { InlineParser } from './inlineParser.ts';
import { trimInlines } from './stringify.ts';
import { isVerbatimTag } from '../syntax.ts';

/** Returns the citation groups of a block. A group comes before those in its prefixes and suffixes. */
export function readCites(text: string, references: References): CiteNode[] {
  const cites: CiteNode[] = [];
  eachInline(text, references, (inline) => {
    gather(inline, false, cites);
  });
  return cites;
}

/** Returns all inlines of a block. What ends a paragraph in Pandoc, tags of blocks and TeX environments, is raw. */
export function readInlines(text: string, references: References): readonly Inline[] {
  const inlines: Inline[] = [];
  eachInline(text, references, (inline) => inlines.push(inline));
  return trimInlines(inlines);
}

function eachInline(text: string, references: References, take: (inline: Inline) => void): void {
  const reader = new InlineParser(text, references);
  for (let at = 0; at < text.length;) {
    const limit = endOfRun(text, at);
    at = readRun(reader, at, limit, take);
  }
}

const blankLineBetween = /\n[ \t]*(?=\n)/g;

/** Returns the offset of the next blank line outside comments. */
function endOfRun(text: string, from: number): number {
  let at = from;
  for (;;) {
    blankLineBetween.lastIndex = at;
    const blank = blankLineBetween.exec(text)?.index ?? text.length;
    const comment = text.slice(at, blank).indexOf('<!--');
    const close = comment < 0 ? -1 : text.indexOf('-->', at + comment + 4);
    if (close < 0) return blank;
    at = close + 3;
  }
}

/** Reads up to the limit. Steps over constructs that end a paragraph: HTML blocks and TeX environments. */
function readRun(reader: InlineReader, from: number, limit: number, take: (inline: Inline) => void): number {
  const context: Context = { quote: 0, links: true, limit, depth: 0 };
  let at = from;
  let afterWord = false;
  while (at < limit) {
    const words = asciiWords(reader.text, at, limit);
    if (words) {
      take(words);
      afterWord = true;
      at = words.end;
      continue;
    }
    const step = reader.inline(at, afterWord, context);
    const node = step?.node ?? { kind: 'raw', start: at, end: endOfBlockMarkup(reader, at) };
    take(node);
    afterWord = step?.afterWord ?? false;
    at = step?.end ?? node.end;
  }
  return Math.max(at, limit, from + 1);
}

/**
 * Words with single spaces between. The last one stands before no full stop, which may be that of an abbreviation, before no colon,
 * which may be that of an address, and before no other letter. They are no more than 64, as a pattern notes each place that it may
 * have to go back to.
 */
const wordsInARow = /(?:[A-Za-z0-9]+ ){0,63}[A-Za-z0-9]+(?![A-Za-z0-9.:\u0080-\uFFFF])/y;

/** Reads words in which every character is itself as one string: they are most of a text. */
function asciiWords(text: string, at: number, limit: number): Inline | undefined {
  if (!isAsciiLetterOrDigit(text.charCodeAt(at))) return undefined;
  wordsInARow.lastIndex = at;
  if (!wordsInARow.test(text) || wordsInARow.lastIndex > limit) return undefined;
  const end = wordsInARow.lastIndex;
  return string(text.slice(at, end), at, end);
}

/** Returns the offset after the HTML tag or TeX environment at `at`, including its content where that is not Markdown. */
function endOfBlockMarkup(reader: InlineReader, at: number): number {
  const { text } = reader;
  const environment = /^\\begin\{([^{}]*)\}/.exec(text.slice(at, at + 100));
  if (environment) {
    const end = `\\end{${environment[1] ?? ''}}`;
    const close = text.indexOf(end, at);
    return close < 0 ? at + 1 : close + end.length;
  }
  const tag = reader.structure.tag(at, text.length);
  if (tag === undefined) return at + 1;
  if (tag.kind !== 'open' || !isVerbatimTag(tag.name)) return tag.end;
  const closing = new RegExp(`</${tag.name}\\s*>`, 'giu');
  closing.lastIndex = tag.end;
  const match = closing.exec(text);
  return match === null ? tag.end : match.index + match[0].length;
}

/**
 * Collects the citations of an inline. The text of an image is prose. In that of a link only brackets of their own cite: a
 * bare key there, `[@key](url)`, is the name of what the link leads to.
 */
function gather(inline: Inline, isInLink: boolean, cites: CiteNode[]): void {
  if (inline.kind === 'cite') {
    if (!isInLink || hasBrackets(inline)) cites.push(inline);
    for (const item of inline.citations) {
      for (const child of item.prefix) gather(child, isInLink, cites);
      for (const child of item.suffix) gather(child, isInLink, cites);
    }
  } else if ('children' in inline) {
    const isLinkText =
      inline.kind === 'link' || (isInLink && inline.kind !== 'image' && inline.kind !== 'note');
    for (const child of inline.children) gather(child, isLinkText, cites);
  }
}

/** Whether a citation is more than a bare key: `[@key]`, `@key [¶ 4]`. */
function hasBrackets({ citations: [first], end }: CiteNode): boolean {
  return first !== undefined && end > first.key.end;
}
