import type { RootContent } from 'mdast';
import { normaliseLabel } from '../../syntax.ts';
import { commonPrefix, commonSuffix, detach, firstIndex } from '../../text.ts';
import { type PlainParagraph, readPlainParagraph } from '../simple/plainParagraph.ts';
import { readSimpleBlocks } from '../simple/simpleBlocks.ts';
import { type CutText, frontMatterEnd, pieceAt, unclosed } from './cut.ts';
import { definedLabels, type Labels, noLabels } from './labels.ts';
import { parseWithRemark } from './remark.ts';
import { shiftNode } from './shiftNode.ts';

/** A chunk where it stands in a document: `start` is an offset, `line` a number of lines before it. */
export interface PlacedChunk {
  readonly start: number;
  readonly line: number;
  readonly chunk: Chunk;
}

interface PlacedParsedChunk extends PlacedChunk {
  readonly chunk: ParsedChunk;
}

/** The chunks of a document, with the labels that they were read by. */
export interface ChunkList {
  readonly text: string;
  readonly placed: readonly PlacedParsedChunk[];
  readonly labels: Labels;
  /** What `frontMatterEnd` says of the text. */
  readonly frontEnd: number;
}

/**
 * Cuts a document into chunks and parses each.
 * @param edited the chunks of the document before an edit: those that the edit leaves as they are are kept
 */
export function parseChunks(text: string, edited?: ChunkList): ChunkList {
  const frontEnd = frontMatterEnd(text);
  // Once front matter is closed, or no longer, nothing reads as before.
  const isAlike = (edited?.frontEnd === unclosed) === (frontEnd === unclosed);
  const previous = isAlike ? edited : undefined;
  const old = previous?.placed ?? [];
  const cut = { text, hasReturns: text.includes('\r'), frontEnd };
  const kept = previous ? unchangedAround(previous, cut) : { before: 0, after: 0 };
  const placed: PlacedParsedChunk[] = old.slice(0, kept.before);
  const shift = text.length - (previous?.text.length ?? 0);
  let next = old.length - kept.after;
  let { start, line } = endOfChunk(placed[placed.length - 1]);
  while (start < text.length) {
    while ((old[next]?.start ?? Infinity) + shift < start) next++;
    const same = old[next];
    if (same && same.start + shift === start && same.chunk.reading.isFirst === (start === 0)) break;
    const chunk = chunkAt(cut, start, edited !== undefined);
    placed.push({ start, line, chunk });
    start += chunk.text.length;
    line += chunk.lines;
  }
  const read = { from: kept.before, to: placed.length };
  const lines = line - (old[next]?.line ?? 0);
  for (const each of start < text.length ? old.slice(next) : []) {
    const isSame = shift === 0 && lines === 0;
    placed.push(isSame ? each : { start: each.start + shift, line: each.line + lines, chunk: each.chunk });
  }
  return readByLabels({ text, placed, labels: noLabels, frontEnd }, read, previous?.labels);
}

function endOfChunk(placed: PlacedParsedChunk | undefined): { start: number; line: number } {
  if (!placed) return { start: 0, line: 0 };
  return { start: placed.start + placed.chunk.text.length, line: placed.line + placed.chunk.lines };
}

/**
 * How many chunks at the beginning and the end of a document read as before. The last one before an edit is among them only
 * if it is cut off where it was: what follows may belong to it now.
 */
function unchangedAround(
  { text: oldText, placed }: ChunkList,
  cut: CutText,
): { before: number; after: number } {
  const { text } = cut;
  const endOf = (each: PlacedParsedChunk | undefined): number => endOfChunk(each).start;
  const same = commonPrefix(text, oldText);
  const whole = firstIndex(placed, (each) => endOf(each) > same);
  const last = placed[whole - 1];
  const end = endOf(last);
  const isCutAlike =
    last?.chunk.reading.isLast === false &&
    end < text.length &&
    pieceAt(cut, last.start, last.start).end === end;
  const alike = isCutAlike ? whole : Math.max(0, whole - 1);
  // What a chunk that an edit is behind of looked for may stand in the text now.
  const longer = placed.findIndex(
    (each, index) =>
      index < alike &&
      each.chunk.reading.looksAhead &&
      pieceAt(cut, each.start, endOf(each)).end !== endOf(each),
  );
  const before = longer < 0 ? alike : longer;
  const least = endOf(placed[before - 1]);
  const from = oldText.length - commonSuffix(text, oldText, Math.min(text.length, oldText.length) - least);
  const after = placed.length - firstIndex(placed, (each) => each.start >= from);
  return { before, after: Math.min(after, placed.length - before) };
}

/** Reads the chunk that begins at `start`, for the time being as if nothing were defined outside of it. */
function chunkAt(cut: CutText, start: number, isEdited: boolean): ParsedChunk {
  const { text, frontEnd } = cut;
  let atLeast = start;
  for (;;) {
    const { end, looksAhead } = pieceAt(cut, start, atLeast);
    const reading = sharedReading({
      isFirst: start === 0,
      isLast: end === text.length,
      isUnclosed: frontEnd === unclosed,
      looksAhead,
      isOfMany: text.length > maxKeptUnits,
    });
    // A slice keeps the whole text alive, which after a thousand keystrokes would be a thousand texts.
    const piece = isEdited ? detach(text.slice(start, end)) : text.slice(start, end);
    const chunk = ParsedChunk.parse(piece, reading);
    if (chunk) return chunk;
    // What was cut off may belong to it. Twice as much at a time: the sum of all attempts stays in proportion.
    atLeast = end + (end - start);
  }
}

/**
 * Reads again the chunks in which labels mean something else than they were read by.
 * @param read the chunks that were read just now, as if nothing were defined
 * @param before what was defined before
 */
function readByLabels(
  list: ChunkList,
  read: { readonly from: number; readonly to: number },
  before: Labels | undefined,
): ChunkList {
  const defining = list.placed.flatMap(({ chunk }) => (chunk.defines === noLabels ? [] : [chunk.defines]));
  const united =
    defining.length === 0
      ? noLabels
      : {
          links: new Set(defining.flatMap(({ links }) => [...links])),
          notes: new Set(defining.flatMap(({ notes }) => [...notes])),
        };
  const labels = before && sameLabels(before, united) ? before : united;
  const isNew = labels !== before;
  if (labels === noLabels && (!before || !isNew)) return { ...list, labels };
  const placed = [...list.placed];
  for (let index = isNew ? 0 : read.from; index < (isNew ? placed.length : read.to); index++) {
    const each = placed[index];
    if (!each) continue;
    const chunk = each.chunk.within(labels, read.from <= index && index < read.to);
    if (chunk !== each.chunk) placed[index] = { ...each, chunk };
  }
  return { ...list, placed, labels };
}

function sameLabels(a: Labels, b: Labels): boolean {
  if (a === b) return true;
  if (a.links.size !== b.links.size || a.notes.size !== b.notes.size) return false;
  return (
    [...a.links].every((label) => b.links.has(label)) && [...a.notes].every((label) => b.notes.has(label))
  );
}

/**
 * A stretch of a document that was parsed by itself: one top-level block with the blank lines after it, or several
 * blocks that cannot be told apart without the parser. The same object as long as it reads the same, wherever edits
 * around it move it, so that what is found in a chunk can be kept by the chunk.
 */
export interface Chunk {
  readonly text: string;
  /**
   * Top-level nodes; offsets and lines count from the beginning of the chunk, as if it were a document. Read at the first
   * use: most chunks are never asked for more than their blocks.
   */
  readonly nodes: readonly RootContent[];
  /** The same nodes, but that paragraphs and headings may be without children, and without what these take to be read. */
  readonly blocks: readonly RootContent[];
  /** What it is, where it is nothing but a plain paragraph: then most of what is asked needs no nodes. */
  readonly plain: PlainParagraph | undefined;
}

/**
 * In longer texts nodes are read each time that somebody asks: kept, they take ten times as much memory as what they were read from.
 * UTF-16 code units.
 */
const maxKeptUnits = 8_000_000;

/** In longer texts something may repeat itself so often that the parser takes the rest for plain text. UTF-16 code units. */
const maxSimpleUnits = 4000;

/** A chunk with what it has to do with the others. */
class ParsedChunk implements Chunk {
  /** How many line ends it holds. */
  readonly lines: number;
  readonly defines: Labels;
  private used: Labels | undefined;
  private wanted: Labels | undefined;

  private constructor(
    readonly text: string,
    readonly reading: PartReading,
    /** The nodes without inline content; undefined until somebody asks. */
    private outline: readonly RootContent[] | undefined,
    /** Undefined until somebody asks. */
    private read: readonly RootContent[] | undefined,
    /** Labels defined in the document, as far as they are known. */
    private labels: Labels,
    public plain: PlainParagraph | undefined,
  ) {
    this.lines = countLineEnds(text);
    this.defines = !plain && text.includes(']:') ? definedLabels(this.blocks) : noLabels;
  }

  /**
   * Reads a piece by itself, for the time being as if nothing were defined outside of it.
   * @returns undefined where something is open at its end that what follows may belong to
   */
  static parse(text: string, reading: PartReading): ParsedChunk | undefined {
    const isShort = text.length <= maxSimpleUnits && !reading.isUnclosed;
    const plain = isShort ? readPlainParagraph(text) : undefined;
    if (plain) return new ParsedChunk(text, reading, undefined, undefined, noLabels, plain);
    const blocks = isShort ? readSimpleBlocks(text, reading, undefined) : undefined;
    const nodes = blocks ? undefined : parsePart(text, reading, noLabels);
    if (!blocks && !nodes) return undefined;
    const [outline, read] = reading.isOfMany ? [] : [blocks ?? nodes, nodes];
    return new ParsedChunk(text, reading, outline, read, noLabels, undefined);
  }

  get blocks(): readonly RootContent[] {
    if (this.outline) return this.outline;
    const { isUnclosed, isOfMany } = this.reading;
    if (isOfMany)
      return (isUnclosed ? undefined : readSimpleBlocks(this.text, this.reading, undefined)) ?? this.nodes;
    return (this.outline = readSimpleBlocks(this.text, this.reading, undefined) ?? this.nodes);
  }

  get nodes(): readonly RootContent[] {
    if (this.read) return this.read;
    const nodes = parsePart(this.text, this.reading, this.usesOf(this.labels)) ?? this.outline ?? [];
    if (!this.reading.isOfMany) this.read = nodes;
    return nodes;
  }

  /** Those of some labels defined in the document that are given to its parser. */
  private usesOf(labels: Labels): Labels {
    if (labels === this.labels && this.used) return this.used;
    if (labels === noLabels) return noLabels;
    // Most papers define notes alone.
    if (labels.links.size === 0 && !this.text.includes('[^')) return noLabels;
    const wanted = (this.wanted ??= candidateLabels(this.text));
    const links = new Set([...wanted.links].filter((label) => labels.links.has(label)));
    const notes = new Set([...wanted.notes].filter((label) => labels.notes.has(label)));
    const uses = links.size + notes.size === 0 ? noLabels : { links, notes };
    if (labels === this.labels) this.used = uses;
    return uses;
  }

  /**
   * The chunk in a document that defines some labels: itself, where that reads the same.
   * @param isNew whether it was read just now, and stands in no other document
   */
  within(labels: Labels, isNew: boolean): ParsedChunk {
    if (labels === this.labels || !this.text.includes('[')) return this;
    if (isNew && !this.read) {
      this.labels = labels;
      this.used = undefined;
      if (this.plain && this.usesOf(labels) !== noLabels) this.plain = undefined;
      return this;
    }
    const uses = this.usesOf(labels);
    if (sameLabels(uses, this.usesOf(this.labels))) return this;
    const isWhole = this.read !== undefined && this.outline === this.read;
    const nodes = isWhole ? (parsePart(this.text, this.reading, uses) ?? this.read) : undefined;
    // What was not read as a whole is short and simple.
    const plain = uses === noLabels && !isWhole ? readPlainParagraph(this.text) : undefined;
    const again = new ParsedChunk(this.text, this.reading, nodes ?? this.outline, nodes, labels, plain);
    again.wanted = this.wanted;
    again.used = uses;
    return again;
  }
}

const bracketedLabel = /\[(?=((?:[^[\]\\]|\\[^])*)\])/g;

/** Everything in a text that would be a reference if its label were defined, and perhaps more. */
function candidateLabels(text: string): Labels {
  const links = new Set<string>();
  const notes = new Set<string>();
  for (const [, inside = ''] of text.matchAll(bracketedLabel)) {
    links.add(normaliseLabel(inside));
    if (inside.startsWith('^')) notes.add(normaliseLabel(inside.slice(1)));
  }
  return { links, notes };
}

function countLineEnds(text: string): number {
  if (text.includes('\r')) return text.split(/\r\n|\r|\n/).length - 1;
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** How a stretch of a document is read: as it would be read where it stands. */
export interface PartReading {
  /** Whether it begins the document, which may have front matter. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /**
   * Whether it stands behind front matter that nothing closes. The parser believes itself in that until the document ends,
   * and looks for no list, quotation or note in it.
   */
  readonly isUnclosed: boolean;
  /** Whether an edit of the text behind it, however far, may make it longer. */
  readonly looksAhead: boolean;
  /** Whether the document is so long that nodes are not kept. */
  readonly isOfMany: boolean;
}

/** Every reading that there is: a long document has tens of thousands of chunks, and few readings. */
const partReadings = Array.from({ length: 32 }, (_, bits): PartReading => ({
  isFirst: (bits & 1) > 0,
  isLast: (bits & 2) > 0,
  isUnclosed: (bits & 4) > 0,
  looksAhead: (bits & 8) > 0,
  isOfMany: (bits & 16) > 0,
}));

/** The one object of those that say the same. */
function sharedReading(reading: PartReading): PartReading {
  const { isFirst, isLast, isUnclosed, looksAhead, isOfMany } = reading;
  const bits = +isFirst + 2 * +isLast + 4 * +isUnclosed + 8 * +looksAhead + 16 * +isOfMany;
  return partReadings[bits] ?? reading;
}

/** Stands behind a piece in place of what follows it there. */
const sentinel = 'x';
/** Stands before a piece in place of front matter that nothing closes: a thematic break, in the end. */
const breakInPlace = { text: '---\n\n', lines: 2 };

/** Reads a piece by itself; `undefined` where something is open at its end that what follows may belong to. */
function parsePart(text: string, reading: PartReading, labels: Labels): readonly RootContent[] | undefined {
  const { isFirst, isLast, isUnclosed } = reading;
  const simple = readSimpleBlocks(text, reading, labels);
  if (simple && !(isUnclosed && simple.some(isContainerNode))) return simple;
  const before = isUnclosed && !isFirst ? breakInPlace.text : '';
  const whole = isLast ? before + text : before + text + sentinel;
  const nodes = parseWithRemark(whole, isFirst || before !== '', labels).children;
  if (!isLast) {
    const last = nodes.pop();
    if (last?.type !== 'paragraph' || last.position?.start.offset !== before.length + text.length)
      return undefined;
  }
  if (before === '') return nodes;
  return nodes.slice(1).map((node) => shiftNode(node, -before.length, -breakInPlace.lines));
}

function isContainerNode({ type }: RootContent): boolean {
  return type === 'list' || type === 'blockquote' || type === 'footnoteDefinition';
}
