import type { PhrasingContent, Text } from 'mdast';
import { mayStandBeforeKey, normaliseLabel } from '../../syntax.ts';
import type { Labels } from '../chunks/labels.ts';
import { flankOf } from './emphasisFlanks.ts';
import { linkReferenceAt, specialCodes } from './linkReferences.ts';
import { pointIn, positionIn, type Segment, type SimplePiece } from './simplePiece.ts';

/**
 * Reads simple inline content: words, citation keys, clearly opened and closed emphasis, code, links with a bare address,
 * references to defined links, note marks. Where anything might mean something else, the reader gives up and leaves it to
 * the full parser. It never guesses.
 */

/** An open emphasis or link, with the nodes before it. */
interface InlineFrame {
  readonly kind: 'emphasis' | 'strong' | 'link';
  /** The emphasis marker, a code unit; 0 for a link. */
  readonly marker: number;
  readonly before: PhrasingContent[];
  readonly start: number;
  readonly segment: Segment;
  /** The end of a link's text. */
  readonly end: number;
}

const maxOpenInlines = 20;

/** Marks that mean nothing to Markdown where they are escaped, in front of whatever stands behind them. */
const escapedMarks = `,.;:'"()#`;

/**
 * Reads the lines of a paragraph or heading. If the piece is read without inline content, only checks that no line is broken
 * by blanks at its end.
 * @param segments segments of the piece's text
 * @returns nodes with positions; `undefined` where the content is not simple
 */
export function readInlines(piece: SimplePiece, segments: readonly Segment[]): PhrasingContent[] | undefined {
  const { text, labels, hasLinks } = piece;
  const [first] = segments;
  const isBroken = ({ to, lineEnd }: Segment): boolean => lineEnd - to > 1;
  if (!first || segments.slice(0, -1).some(isBroken)) return undefined;
  return labels ? new SimpleInlineReader(text, segments, first, labels, hasLinks).read() : [];
}

class SimpleInlineReader {
  private nodes: PhrasingContent[] = [];
  private readonly frames: InlineFrame[] = [];
  private at: number;
  private index = 0;
  /** The start of the text that is in no node yet. */
  private textStart: number;
  private textIndex = 0;

  constructor(
    private readonly text: string,
    private readonly segments: readonly Segment[],
    private segment: Segment,
    private readonly labels: Labels,
    private readonly hasLinks: boolean,
  ) {
    this.at = this.textStart = segment.from;
  }

  read(): PhrasingContent[] | undefined {
    for (const [index, segment] of this.segments.entries()) {
      this.index = index;
      this.segment = segment;
      this.at = segment.from;
      while (this.at < segment.to) {
        const code = this.text.charCodeAt(this.at);
        if (code > 127 || specialCodes[code] !== 1) this.at++;
        else if (!this.readSpecial(code, segment.to)) return undefined;
      }
    }
    if (this.frames.length > 0) return undefined;
    this.endText(this.at);
    return this.nodes;
  }

  /** @returns false where the content is not simple */
  private readSpecial(code: number, to: number): boolean {
    switch (code) {
      case 64: // @
        return this.readKey();
      case 91: // [
        return this.readOpeningBracket();
      case 93: // ]
        return this.readClosingBracket();
      case 42: // *
      case 95: // _
        return this.readEmphasis(code, to);
      case 96: // `
        return this.readCode(to);
      case 33: // !
        return this.text.charCodeAt(++this.at) !== 91;
      case 92: // \
        this.at += 2;
        return this.at <= to && escapedMarks.includes(this.text.charAt(this.at - 1));
      case 60: // <
      case 38: // &
        return this.readLiteral();
      default:
        return false;
    }
  }

  /**
   * `<` and `&` are literal before white space. Before anything else they may start HTML, an address or a character
   * reference.
   */
  private readLiteral(): boolean {
    const next = this.text.charCodeAt(++this.at);
    return next === 32 || next === 10;
  }

  private readKey(): boolean {
    const { text, at } = this;
    const { from } = this.segment;
    const mayStart = (key: number): boolean => key <= from || mayStandBeforeKey(text.charCodeAt(key - 1));
    const isSuppressed = at > from && text.charCodeAt(at - 1) === 45 && mayStart(at - 1);
    if (!isSuppressed && !mayStart(at)) {
      this.at++;
      return true;
    }
    const key = simpleKeyAt(text, at);
    if (!key) {
      this.at++;
      return key === '';
    }
    const start = isSuppressed ? at - 1 : at;
    const end = at + 1 + key.length;
    this.endText(start);
    this.nodes.push({
      type: 'citationKey',
      value: text.slice(start, end),
      key,
      braced: false,
      suppressAuthor: isSuppressed,
      position: positionIn(this.segment, start, this.segment, end),
    });
    this.beginText(end);
    return true;
  }

  private readOpeningBracket(): boolean {
    const { text, at, segments } = this;
    const reference = noteReferenceAt(text, at, this.labels);
    if (reference) return this.readNoteReference(reference.label, reference.end);
    if (this.labels.links.size > 0) {
      const read = this.readLinkReference();
      if (read !== null) return read;
    }
    const limit = segments[segments.length - 1]?.to ?? text.length;
    const end = this.hasLinks ? endOfLinkText(text, at, limit) : -1;
    if (end === undefined || (end >= 0 && this.isInLink())) return false;
    if (end >= 0) this.open('link', 0, at + 1, end);
    else this.at++;
    return true;
  }

  /** @returns null where there is none, false where that is uncertain */
  private readLinkReference(): boolean | null {
    const { text, at, segment, segments, labels } = this;
    const stretch = { start: at, end: segment.to };
    const reference = linkReferenceAt(text, stretch, segment === segments[segments.length - 1], labels.links);
    if (!reference) return reference === null ? null : false;
    if (this.isInLink()) return false;
    const { label, textEnd, end, referenceType } = reference;
    this.endText(at);
    const position = positionIn(segment, at + 1, segment, textEnd);
    this.nodes.push({
      type: 'linkReference',
      identifier: normaliseLabel(label).toLowerCase(),
      label,
      referenceType,
      children: [{ type: 'text', value: text.slice(at + 1, textEnd), position }],
      position: positionIn(segment, at, segment, end),
    });
    this.beginText(end);
    return true;
  }

  private isInLink(): boolean {
    return this.frames.some(({ kind }) => kind === 'link');
  }

  private readNoteReference(label: string, end: number): boolean {
    if (this.isInLink() || this.text.charCodeAt(end) === 40) return false;
    this.endText(this.at);
    this.nodes.push({
      type: 'footnoteReference',
      identifier: normaliseLabel(label).toLowerCase(),
      label,
      position: positionIn(this.segment, this.at, this.segment, end),
    });
    this.beginText(end);
    return true;
  }

  private readClosingBracket(): boolean {
    const { text, at, frames } = this;
    if (!frames.some(({ kind, end }) => kind === 'link' && end === at)) {
      this.at++;
      return true;
    }
    const frame = frames.pop();
    const address = addressAt(text, at);
    if (frame?.kind !== 'link' || !address) return false;
    this.endText(at);
    const children = this.nodes;
    this.nodes = frame.before;
    const position = positionIn(frame.segment, frame.start, this.segment, address.end);
    this.nodes.push({ type: 'link', title: null, url: address.url, children, position });
    this.beginText(address.end);
    return true;
  }

  private readEmphasis(marker: number, to: number): boolean {
    const { text, at } = this;
    let end = at;
    while (end < to && text.charCodeAt(end) === marker) end++;
    const before = at > this.segment.from ? text.charCodeAt(at - 1) : NaN;
    const { open, close } = flankOf(marker, before, end < to ? text.charCodeAt(end) : NaN);
    if (!open && !close) {
      this.at = end;
      return true;
    }
    if (end - at > 2 || (open && close)) return false;
    const kind = end - at === 2 ? 'strong' : 'emphasis';
    if (close) return this.closeEmphasis(kind, marker, end);
    this.open(kind, marker, end, -1);
    return this.frames.length < maxOpenInlines;
  }

  private closeEmphasis(kind: 'emphasis' | 'strong', marker: number, end: number): boolean {
    const frame = this.frames.pop();
    this.endText(this.at);
    if (frame?.kind !== kind || frame.marker !== marker || this.nodes.length === 0) return false;
    const children = this.nodes;
    this.nodes = frame.before;
    this.nodes.push({
      type: kind,
      children,
      position: positionIn(frame.segment, frame.start, this.segment, end),
    });
    this.beginText(end);
    return true;
  }

  private readCode(to: number): boolean {
    const { text, at } = this;
    const closing = text.indexOf('`', at + 1);
    const isSingle = closing > at + 1 && text.charCodeAt(closing + 1) !== 96;
    if (!isSingle || closing >= to) return false;
    const inside = text.slice(at + 1, closing);
    const isPadded = inside.startsWith(' ') && inside.endsWith(' ') && inside.trim() !== '';
    this.endText(at);
    this.nodes.push({
      type: 'inlineCode',
      value: isPadded ? inside.slice(1, -1) : inside,
      position: positionIn(this.segment, at, this.segment, closing + 1),
    });
    this.beginText(closing + 1);
    return true;
  }

  private open(kind: InlineFrame['kind'], marker: number, contentStart: number, end: number): void {
    this.endText(this.at);
    this.frames.push({ kind, marker, before: this.nodes, start: this.at, segment: this.segment, end });
    this.nodes = [];
    this.beginText(contentStart);
  }

  private beginText(at: number): void {
    this.at = this.textStart = at;
    this.textIndex = this.index;
  }

  /** Adds a node for the text before `end`, unless it is empty. */
  private endText(end: number): void {
    const run = { start: this.textStart, end, first: this.textIndex, last: this.index };
    const node = textNode(this.text, this.segments, run);
    if (node) this.nodes.push(node);
  }
}

const simpleTarget = /\]\(([^\s()<>\\&[\]`\u0000-\u0020\u007f]*)\)/y;
const noteCall = /\[\^([^ \t\r\n[\]\\]+)\]/y;

/**
 * Returns the bare address of a link whose text ends at `at`, and the end of the link; undefined where it is not simple.
 */
function addressAt(text: string, at: number): { url: string; end: number } | undefined {
  simpleTarget.lastIndex = at;
  const found = simpleTarget.exec(text);
  return found ? { url: found[1] ?? '', end: at + found[0].length } : undefined;
}

/**
 * Returns the end of the link text that opens at `at`; -1 where none opens, `undefined` where that is uncertain.
 * @param limit the end of the paragraph
 */
function endOfLinkText(text: string, at: number, limit: number): number | undefined {
  let depth = 0;
  for (let i = at; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 96 || code === 92 || code === 60) return undefined;
    if (code === 91 && ++depth > 10) return undefined;
    if (code === 93 && --depth === 0) {
      if (text.charCodeAt(i + 1) !== 40) return -1;
      return addressAt(text, i) ? i : undefined;
    }
  }
  return -1;
}

/** Returns the label of the note mark at `at`, and its end. The document must define the note. */
function noteReferenceAt(
  text: string,
  at: number,
  { notes }: Labels,
): { label: string; end: number } | undefined {
  if (notes.size === 0 || text.charCodeAt(at + 1) !== 94) return undefined;
  noteCall.lastIndex = at;
  const [whole, label] = noteCall.exec(text) ?? [];
  if (whole === undefined || label === undefined || !notes.has(normaliseLabel(label))) return undefined;
  return { label, end: at + whole.length };
}

/** A run of plain text that starts in one segment and ends in the same or a later one. */
export interface TextRun {
  readonly start: number;
  readonly end: number;
  /** The indexes of its first and last segment. */
  readonly first: number;
  readonly last: number;
}

/** Returns the text node of a run; undefined where it is empty. */
function textNode(text: string, segments: readonly Segment[], run: TextRun): Text | undefined {
  const first = segments[run.first];
  const last = segments[run.last];
  if (!first || !last || (run.first === run.last && run.start >= run.end)) return undefined;
  const { from, line, column } = last;
  // Text that ends with a line end ends there, before the white space or marks of the next line.
  const isInLast = run.end > from || run.first === run.last;
  const end = isInLast ? pointIn(last, run.end) : { line, column: 1, offset: from - column + 1 };
  return {
    type: 'text',
    value: valueOfRun(text, segments, run),
    // What begins with a line end begins there, behind the blank before it.
    position: { start: pointIn(first, run.start < first.to ? run.start : first.lineEnd), end },
  };
}

function valueOfRun(text: string, segments: readonly Segment[], run: TextRun): string {
  if (run.first === run.last) return withoutEscapes(text.slice(run.start, run.end));
  let value = '';
  segments.slice(run.first, run.last + 1).forEach(({ from, to, lineEnd }, index, all) => {
    const isLast = index === all.length - 1;
    value += text.slice(index === 0 ? run.start : from, isLast ? run.end : to);
    if (!isLast) value += text.charCodeAt(lineEnd) === 13 ? '\r\n' : '\n';
  });
  return withoutEscapes(value);
}

/** A backslash that does not escape a mark is none of simple text. */
function withoutEscapes(text: string): string {
  return text.includes('\\') ? text.replaceAll('\\', '') : text;
}

/** A key that is certain: ASCII, with marks only between letters and digits. */
const simpleKey = /[A-Za-z0-9_]+(?:[:.#$%&+?<>~-][A-Za-z0-9_]+)*/y;
/** Characters after which such a key certainly ends. */
const end = /[\s,;!)\]’”"'»*]|[.?:](?:[\s,;)\]’”"'»*]|$)|$/y;

/** Returns the citation key after the `@` at `at`; empty where there is none, `undefined` where that is uncertain. */
function simpleKeyAt(text: string, at: number): string | undefined {
  simpleKey.lastIndex = at + 1;
  const found = simpleKey.exec(text)?.[0];
  if (found === undefined) return at + 1 === text.length || /\s/.test(text.charAt(at + 1)) ? '' : undefined;
  end.lastIndex = at + 1 + found.length;
  return end.test(text) ? found : undefined;
}
