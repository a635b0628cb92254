import type { RootContent } from 'mdast';
import { readSimpleBlocks } from '../simple/blocks.ts';
import { pieceAt } from './cut.ts';
import {
  candidateLabels,
  commonLabels,
  isWithoutLabels,
  noLabels,
  sameLabels,
  unitedLabels,
  type Labels,
} from './labels.ts';
import { definedLabels, parseWithRemark } from './remark.ts';

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
  readonly isFirst: boolean;
  readonly isLast: boolean;
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
  readonly placed: readonly Placed[];
  readonly labels: Labels;
}

/**
 * Cuts a document into chunks and parses each.
 * @param previous the chunks of the document before an edit: those that the edit leaves as they are are kept
 */
export function parseChunks(text: string, previous?: ChunkList): ChunkList {
  const kept = previous ? keptAround(text, previous.placed) : { before: 0, after: 0 };
  const old = previous?.placed ?? [];
  const placed: Placed[] = old.slice(0, kept.before);
  const shift = text.length - lengthOf(old);
  const hasReturns = text.includes('\r');
  const after = old.slice(old.length - kept.after);
  let next = 0;
  let { start, line } = endOf(placed);
  while (start < text.length) {
    while ((after[next]?.start ?? Infinity) + shift < start) next++;
    const same = after[next];
    if (same && same.start + shift === start && same.chunk.isFirst === (start === 0)) {
      appendShifted(placed, after.slice(next), shift, line - same.line);
      break;
    }
    const chunk = chunkAt(text, start, hasReturns, previous !== undefined);
    placed.push({ start, line, chunk });
    start += chunk.text.length;
    line += chunk.lines;
  }
  return readByLabels(placed, previous?.labels);
}

function endOf(placed: readonly Placed[]): { start: number; line: number } {
  const last = placed[placed.length - 1];
  return last
    ? { start: last.start + last.chunk.text.length, line: last.line + last.chunk.lines }
    : { start: 0, line: 0 };
}

function lengthOf(placed: readonly Placed[]): number {
  return endOf(placed).start;
}

function appendShifted(to: Placed[], chunks: readonly Placed[], shift: number, lines: number): void {
  for (const each of chunks)
    to.push(
      shift === 0 && lines === 0
        ? each
        : { start: each.start + shift, line: each.line + lines, chunk: each.chunk },
    );
}

/**
 * How many chunks at the beginning and the end of a document read as before. The last one before an edit is not among
 * them: what follows may belong to it now.
 */
function keptAround(text: string, old: readonly Placed[]): { before: number; after: number } {
  let before = 0;
  for (const { start, chunk } of old) {
    if (!text.startsWith(chunk.text, start)) break;
    before++;
  }
  before = Math.max(0, before - 1);
  const least = before > 0 ? endOf(old.slice(before - 1, before)).start : 0;
  let after = 0;
  for (let end = text.length; after < old.length - before; after++) {
    const chunk = old[old.length - 1 - after]?.chunk;
    const start = end - (chunk?.text.length ?? 0);
    if (!chunk || start < least || !text.startsWith(chunk.text, start)) break;
    end = start;
  }
  return { before, after };
}

/** Reads the chunk that begins at `start`, for the time being as if nothing were defined outside of it. */
function chunkAt(text: string, start: number, hasReturns: boolean, isEdited: boolean): ParsedChunk {
  let atLeast = start;
  for (;;) {
    const { end } = pieceAt(text, start, hasReturns, atLeast);
    const isLast = end === text.length;
    const chunk = parseChunk(
      isEdited ? copyOf(text.slice(start, end)) : text.slice(start, end),
      start === 0,
      isLast,
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

/** Stands behind a piece in place of what follows it there. */
const sentinel = 'x';

/** Reads a piece by itself; `undefined` where something is open at its end that what follows may belong to. */
function parseChunk(
  text: string,
  isFirst: boolean,
  isLast: boolean,
  labels: Labels,
): ParsedChunk | undefined {
  const nodes = readSimpleBlocks(text, isFirst, labels) ?? parsePart(text, isFirst, isLast, labels);
  if (!nodes) return undefined;
  const defines = text.includes(']:') ? definedLabels(nodes) : noLabels;
  return { text, nodes, isFirst, isLast, lines: countLineEnds(text), defines, uses: labels };
}

function parsePart(
  text: string,
  isFirst: boolean,
  isLast: boolean,
  labels: Labels,
): readonly RootContent[] | undefined {
  if (isLast) return parseWithRemark(text, isFirst, labels).children;
  const nodes = parseWithRemark(text + sentinel, isFirst, labels).children;
  const last = nodes.pop();
  return last?.type === 'paragraph' && last.position?.start.offset === text.length ? nodes : undefined;
}

function countLineEnds(text: string): number {
  if (text.includes('\r')) return text.split(/\r\n|\r|\n/).length - 1;
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** Reads again the chunks in which labels mean something else than they were read by. */
function readByLabels(placed: Placed[], before: Labels | undefined): ChunkList {
  const united = unitedLabels(placed.map(({ chunk }) => chunk.defines));
  const labels = before && sameLabels(before, united) ? before : united;
  if (isWithoutLabels(labels) && (!before || before === labels)) return { placed, labels };
  return {
    labels,
    placed: placed.map((each) => {
      const chunk = withLabels(each.chunk, labels);
      return chunk === each.chunk ? each : { ...each, chunk };
    }),
  };
}

/** What of a chunk might be a reference, once somebody asked. */
const candidates = new WeakMap<Chunk, Labels>();

function withLabels(chunk: ParsedChunk, labels: Labels): ParsedChunk {
  if (!chunk.text.includes('[')) return chunk;
  let wanted = candidates.get(chunk);
  if (!wanted) candidates.set(chunk, (wanted = candidateLabels(chunk.text)));
  const uses = commonLabels(wanted, labels);
  if (sameLabels(uses, chunk.uses)) return chunk;
  const again = parseChunk(chunk.text, chunk.isFirst, chunk.isLast, uses) ?? chunk;
  candidates.set(again, wanted);
  return again;
}
