import type { RootContent } from 'mdast';
import { commonPrefix, commonSuffix } from '../../text/commonEnds.ts';
import { frontMatterEnd, pieceAt, unclosed } from './cut.ts';
import {
  candidateLabels,
  commonLabels,
  isWithoutLabels,
  noLabels,
  sameLabels,
  type Labels,
} from './labels.ts';
import { parsePart, type Reading } from './part.ts';
import { definedLabels } from './remark.ts';
import { SideTable } from '../../text/sideTable.ts';

/**
 * A stretch of a document that was parsed by itself: one top-level block with the blank lines after it, or several
 * blocks that cannot be told apart without the parser. The same object as long as it reads the same, wherever edits
 * around it move it, so that what is found in a chunk can be kept by the chunk.
 */
export interface Chunk {
  readonly text: string;
  /** Top-level nodes; offsets and lines count from the beginning of the chunk, as if it were a document. */
  readonly nodes: readonly RootContent[];
}

/** A chunk where it stands in a document: `start` is an offset, `line` a number of lines before it. */
export interface PlacedChunk {
  readonly start: number;
  readonly line: number;
  readonly chunk: Chunk;
}

/** A chunk with what it has to do with the others. */
interface ParsedChunk extends Chunk {
  readonly reading: Reading;
  /** How many line ends it holds. */
  readonly lines: number;
  readonly defines: Labels;
  /** Labels defined anywhere in the document that were given to its parser. */
  readonly uses: Labels;
}

interface Placed extends PlacedChunk {
  readonly chunk: ParsedChunk;
}

/** The chunks of a document, with the labels that they were read by. */
export interface ChunkList {
  readonly text: string;
  readonly placed: readonly Placed[];
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
  const kept = previous ? keptAround(text, previous) : { before: 0, after: 0 };
  const placed: Placed[] = old.slice(0, kept.before);
  const shift = text.length - (previous?.text.length ?? 0);
  const hasReturns = text.includes('\r');
  let next = old.length - kept.after;
  let { start, line } = endOf(placed[placed.length - 1]);
  while (start < text.length) {
    while ((old[next]?.start ?? Infinity) + shift < start) next++;
    const same = old[next];
    if (same && same.start + shift === start && same.chunk.reading.isFirst === (start === 0)) break;
    const chunk = chunkAt(text, start, hasReturns, frontEnd, edited !== undefined);
    placed.push({ start, line, chunk });
    start += chunk.text.length;
    line += chunk.lines;
  }
  const read = { from: kept.before, to: placed.length };
  if (start < text.length) appendShifted(placed, old, next, shift, line - (old[next]?.line ?? 0));
  return readByLabels({ text, placed, labels: noLabels, frontEnd }, read, previous?.labels);
}

function endOf(placed: Placed | undefined): { start: number; line: number } {
  if (!placed) return { start: 0, line: 0 };
  return { start: placed.start + placed.chunk.text.length, line: placed.line + placed.chunk.lines };
}

function appendShifted(
  to: Placed[],
  old: readonly Placed[],
  from: number,
  shift: number,
  lines: number,
): void {
  for (let index = from; index < old.length; index++) {
    const each = old[index];
    if (!each) continue;
    const { start, line, chunk } = each;
    to.push(shift === 0 && lines === 0 ? each : { start: start + shift, line: line + lines, chunk });
  }
}

/**
 * How many chunks at the beginning and the end of a document read as before. The last one before an edit is not among
 * them: what follows may belong to it now.
 */
function keptAround(text: string, { text: oldText, placed }: ChunkList): { before: number; after: number } {
  const same = commonPrefix(text, oldText);
  const before = Math.max(0, firstIndex(placed, (each) => endOf(each).start > same) - 1);
  const least = endOf(placed[before - 1]).start;
  const from = oldText.length - commonSuffix(text, oldText, Math.min(text.length, oldText.length) - least);
  const after = placed.length - firstIndex(placed, (each) => each.start >= from);
  return { before, after: Math.min(after, placed.length - before) };
}

/** The first of some sorted items of which something is true; their number where it is true of none. */
function firstIndex(placed: readonly Placed[], isTrue: (each: Placed) => boolean): number {
  let low = 0;
  let high = placed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const each = placed[middle];
    if (each && isTrue(each)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Reads the chunk that begins at `start`, for the time being as if nothing were defined outside of it. */
function chunkAt(
  text: string,
  start: number,
  hasReturns: boolean,
  frontEnd: number,
  isEdited: boolean,
): ParsedChunk {
  let atLeast = start;
  for (;;) {
    const { end } = pieceAt(text, start, hasReturns, frontEnd, atLeast);
    const reading = { isFirst: start === 0, isLast: end === text.length, isUnclosed: frontEnd === unclosed };
    const chunk = parseChunk(
      isEdited ? copyOf(text.slice(start, end)) : text.slice(start, end),
      reading,
      noLabels,
    );
    if (chunk) return chunk;
    // What was cut off may belong to it. Twice as much at a time: the sum of all attempts stays in proportion.
    atLeast = end + (end - start);
  }
}

/** A slice of a text keeps the whole text alive, which after a thousand keystrokes would be a thousand texts. */
function copyOf(slice: string): string {
  return ` ${slice}`.slice(1);
}

/** Reads a piece by itself; `undefined` where something is open at its end that what follows may belong to. */
function parseChunk(text: string, reading: Reading, labels: Labels): ParsedChunk | undefined {
  const nodes = parsePart(text, reading, labels);
  if (!nodes) return undefined;
  const defines = text.includes(']:') ? definedLabels(nodes) : noLabels;
  return { text, nodes, reading, lines: countLineEnds(text), defines, uses: labels };
}

function countLineEnds(text: string): number {
  if (text.includes('\r')) return text.split(/\r\n|\r|\n/).length - 1;
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
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
  const united = unitedLabels(list.placed);
  const labels = before && sameLabels(before, united) ? before : united;
  const isNew = labels !== before;
  if (isWithoutLabels(labels) && (!before || !isNew)) return { ...list, labels };
  const placed = [...list.placed];
  for (let index = isNew ? 0 : read.from; index < (isNew ? placed.length : read.to); index++) {
    const each = placed[index];
    if (!each) continue;
    const chunk = withLabels(each.chunk, labels);
    if (chunk !== each.chunk) placed[index] = { ...each, chunk };
  }
  return { ...list, placed, labels };
}

/** All labels that some chunks define. */
function unitedLabels(placed: readonly Placed[]): Labels {
  let links: Set<string> | undefined;
  let notes: Set<string> | undefined;
  for (const { chunk } of placed) {
    if (chunk.defines === noLabels) continue;
    for (const label of chunk.defines.links) (links ??= new Set()).add(label);
    for (const label of chunk.defines.notes) (notes ??= new Set()).add(label);
  }
  if (!links && !notes) return noLabels;
  return { links: links ?? noLabels.links, notes: notes ?? noLabels.notes };
}

/** What of a chunk might be a reference, once somebody asked. */
const candidates = new SideTable<Chunk, Labels>();

function withLabels(chunk: ParsedChunk, labels: Labels): ParsedChunk {
  if (!chunk.text.includes('[')) return chunk;
  let wanted = candidates.get(chunk);
  if (!wanted) candidates.set(chunk, (wanted = candidateLabels(chunk.text)));
  const uses = commonLabels(wanted, labels);
  if (sameLabels(uses, chunk.uses)) return chunk;
  const again = parseChunk(chunk.text, chunk.reading, uses) ?? chunk;
  candidates.set(again, wanted);
  return again;
}
