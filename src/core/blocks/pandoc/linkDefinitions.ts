import { endOfAttributes, endOfBalanced } from '../../syntax.ts';
import type { DraftRegion } from './draftNode.ts';
import type { RegionLines } from './regionLines.ts';

/**
 * Link definitions that Pandoc reads and CommonMark does not: with attributes, `[lamp]: lamp.png {#fig}`, with spaces in the
 * address, or brackets in the label (`referenceKey` in Text.Pandoc.Readers.Markdown of Pandoc 3.10).
 */

/** Longer definitions are none: lines, and UTF-16 code units. */
const maxLines = 20;
const maxUnits = 4000;
/** So many definitions are looked through for one that CommonMark does not know. */
const maxDefinitions = 1000;

const opening = /^ {0,3}\[(?![@^])/;

/** A definition in some lines. Offsets count from the start of the first line. */
interface DefinitionReading {
  readonly label: string;
  readonly url: string;
  readonly end: number;
  /** Whether only Pandoc reads it. */
  readonly isOwn: boolean;
}

/** Reads a link definition, if it or one that follows it directly is none for CommonMark; undefined where none begins. */
export function readLinkDefinition(lines: RegionLines): DraftRegion | undefined {
  const first = definitionAt(lines, 0);
  if (!first) return undefined;
  let reading: PlacedReading | undefined = first;
  for (let count = 0; !reading.isOwn; count++) {
    reading = count < maxDefinitions ? definitionAt(lines, reading.next) : undefined;
    if (!reading) return undefined;
  }
  const { label, url, next } = first;
  const end = lines.line(next - 1)?.end ?? lines.start;
  return { node: { type: 'definition', label, url, start: lines.start, end }, next };
}

interface PlacedReading extends DefinitionReading {
  /** Index of the line after it. */
  readonly next: number;
}

function definitionAt(lines: RegionLines, at: number): PlacedReading | undefined {
  if (!opening.test(lines.content(at) ?? '')) return undefined;
  const contents: string[] = [];
  while (contents.length <= maxLines && lines.isFilled(at + contents.length))
    contents.push(lines.content(at + contents.length) ?? '');
  const text = contents.join('\n');
  const reading = text.length > maxUnits ? undefined : readDefinitionText(text);
  if (!reading) return undefined;
  let next = at;
  for (let end = -1; end < reading.end; next++) end += (contents[next - at] ?? '').length + 1;
  return { ...reading, next };
}

const titles = [/"(?!\s)(?:\\.|[^"\\])*"(?![\p{L}\p{N}])/uy, /'(?!\s)(?:\\.|[^\\])*?'(?![\p{L}\p{N}])/uy];
/** White space with at most one line end. */
const gap = /[ \t]*(?:\n[ \t]*)?/y;
const space = /[ \t]*/y;
const angled = /<((?:\\.|[^>\\])*)>/y;
const word = /(?:\\[^]|[^\s\\])+/y;

function readDefinitionText(text: string): DefinitionReading | undefined {
  const open = text.indexOf('[');
  const close = endOfBalanced(text, open);
  if (close === undefined || text.charAt(close) !== ':') return undefined;
  const label = text.slice(open + 1, close - 1);
  const from = matchEnd(gap, text, close + 1);
  if (text.charAt(from) === '[' || label.trim() === '') return undefined;
  const bracketed = matchEnd(angled, text, from);
  const urlEnd = bracketed > from ? bracketed : endOfAddress(text, from);
  const url = bracketed > from ? text.slice(from + 1, bracketed - 1) : text.slice(from, urlEnd);
  const titleEnd = endOfTitle(text, urlEnd);
  const attributes = matchEnd(gap, text, titleEnd);
  const attributesEnd = endOfAttributes(text, attributes, text.length);
  const end = attributesEnd ?? titleEnd;
  const rest = matchEnd(space, text, end);
  if (rest < text.length && text.charAt(rest) !== '\n') return undefined;
  const isOwn =
    attributesEnd !== undefined || url === '' || /[[\]]/.test(label) || isSpaced(url, bracketed > from);
  return { label, url, end, isOwn };
}

function isSpaced(url: string, isBracketed: boolean): boolean {
  return !isBracketed && /\s/.test(url);
}

/** Returns the end of an address, which may hold spaces. A title, attributes or another label end it. */
function endOfAddress(text: string, from: number): number {
  let end = from;
  for (;;) {
    const at = matchEnd(space, text, end);
    const wordEnd = matchEnd(word, text, at);
    if (wordEnd === at || endOfTitle(text, end) > end) return end;
    if (endOfAttributes(text, at, text.length) !== undefined) return end;
    if (text.charAt(at) === '[' && endOfBalanced(text, at) !== undefined) return end;
    end = wordEnd;
  }
}

/** Returns the end of a title after an address; `from` where there is none. */
function endOfTitle(text: string, from: number): number {
  const at = matchEnd(gap, text, from);
  if (text.charAt(at) === '(') return endOfBalanced(text, at) ?? from;
  for (const title of titles) {
    const end = matchEnd(title, text, at);
    if (end > at) return end;
  }
  return from;
}

/** Returns where a pattern that is sticky ends; `at` where it does not fit. */
function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
