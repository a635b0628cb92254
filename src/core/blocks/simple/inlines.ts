import { isSpaceOrTab, mayStandBeforeKey } from '../../syntax.ts';
import type { PhrasingContent } from 'mdast';
import { normaliseLabel, type Labels } from '../chunks/labels.ts';
import { flankOf } from './emphasis.ts';
import { simpleKeyAt } from './keys.ts';
import { addressAt, endOfLinkText, noteReferenceAt } from './links.ts';
import type { Piece } from './piece.ts';
import { positionIn, type Segment } from './place.ts';
import { textOf } from './textRuns.ts';

/**
 * Reads simple inline content: words, citation keys, clearly opened and closed emphasis, code, links with a bare address,
 * note marks. Where anything might mean something else, the reader gives up and leaves it to the full parser. It never
 * guesses.
 */

/** An open emphasis or link, with the nodes before it. */
interface Frame {
  readonly kind: 'emphasis' | 'strong' | 'link';
  /** The emphasis marker, a code unit; 0 for a link. */
  readonly marker: number;
  readonly before: PhrasingContent[];
  readonly start: number;
  readonly segment: Segment;
  /** The end of a link's text. */
  readonly end: number;
}

const deepest = 20;

/** Characters that need a closer look, by code unit. */
const special = new Uint8Array(128);
for (const character of '[]*_`<&\\@!~\t\r') special[character.charCodeAt(0)] = 1;

/**
 * Reads the lines of a paragraph or heading. If the piece is read without inline content, only checks that no line ends in
 * white space.
 * @param segments segments of the piece's text; the piece has nothing that could refer to a defined link
 * @returns nodes with positions; `undefined` where the content is not simple
 */
export function readInlines(piece: Piece, segments: readonly Segment[]): PhrasingContent[] | undefined {
  const { text, labels, hasLinks } = piece;
  const [first] = segments;
  if (!first || segments.some(({ to }) => isSpaceOrTab(text.charCodeAt(to - 1)))) return undefined;
  return labels ? new InlineReader(text, segments, first, labels, hasLinks).read() : [];
}

class InlineReader {
  private nodes: PhrasingContent[] = [];
  private readonly frames: Frame[] = [];
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
      if (!this.readLine(segment.to)) return undefined;
    }
    if (this.frames.length > 0) return undefined;
    this.endText(this.at);
    return this.nodes;
  }

  private readLine(to: number): boolean {
    const { text } = this;
    while (this.at < to) {
      const code = text.charCodeAt(this.at);
      if (code < 128 && special[code] === 1) {
        if (!this.readSpecial(code, to)) return false;
      } else this.at++;
    }
    return true;
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
    this.add({
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
    const limit = segments[segments.length - 1]?.to ?? text.length;
    const end = this.hasLinks ? endOfLinkText(text, at, limit) : -1;
    if (end === undefined || (end >= 0 && this.isInLink())) return false;
    if (end >= 0) this.open('link', 0, at + 1, end);
    else this.at++;
    return true;
  }

  private isInLink(): boolean {
    return this.frames.some(({ kind }) => kind === 'link');
  }

  private readNoteReference(label: string, end: number): boolean {
    if (this.isInLink() || this.text.charCodeAt(end) === 40) return false;
    this.endText(this.at);
    this.add({
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
    this.add({ type: 'link', title: null, url: address.url, children, position });
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
    return this.frames.length < deepest;
  }

  private closeEmphasis(kind: 'emphasis' | 'strong', marker: number, end: number): boolean {
    const frame = this.frames.pop();
    this.endText(this.at);
    if (frame?.kind !== kind || frame.marker !== marker || this.nodes.length === 0) return false;
    const children = this.nodes;
    this.nodes = frame.before;
    this.add({ type: kind, children, position: positionIn(frame.segment, frame.start, this.segment, end) });
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
    this.add({
      type: 'inlineCode',
      value: isPadded ? inside.slice(1, -1) : inside,
      position: positionIn(this.segment, at, this.segment, closing + 1),
    });
    this.beginText(closing + 1);
    return true;
  }

  private open(kind: Frame['kind'], marker: number, contentStart: number, end: number): void {
    this.endText(this.at);
    this.frames.push({ kind, marker, before: this.nodes, start: this.at, segment: this.segment, end });
    this.nodes = [];
    this.beginText(contentStart);
  }

  private add(node: PhrasingContent): void {
    this.nodes.push(node);
  }

  private beginText(at: number): void {
    this.at = this.textStart = at;
    this.textIndex = this.index;
  }

  /** Adds a node for the text before `end`, unless it is empty. */
  private endText(end: number): void {
    const run = { start: this.textStart, end, first: this.textIndex, last: this.index };
    const node = textOf(this.text, this.segments, run);
    if (node) this.add(node);
  }
}
