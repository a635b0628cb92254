import { countWords, normaliseText } from '../../core/text.ts';
import {
  type Block,
  type MarkPlace,
  originalLineAt,
  plainOf,
  plainRuns,
  type Run,
  sliceRuns,
  textOfBlock,
  tidyRuns,
  withMarks,
} from '../blocks.ts';
import { type CopyWord, mend } from './copyWords.ts';
import type { WordClaim } from './targets.ts';

/** Words of one block that belong to no claim. */
export interface UnclaimedPiece {
  /** Range of word indices; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** Index of the block, and whether the piece is the whole block. */
  readonly block: number;
  readonly whole: boolean;
  readonly text: string;
  readonly words: number;
}

/** The pieces between the claims, in reading order. */
export function piecesBetween(
  words: readonly CopyWord[],
  claims: readonly WordClaim[],
  blocks: readonly Block[],
): UnclaimedPiece[] {
  const pieces: UnclaimedPiece[] = [];
  let from = 0;
  for (const claim of [...claims, undefined]) {
    const to = claim?.start ?? words.length;
    for (let start = from; start < to;) {
      const block = words[start]?.block ?? 0;
      let end = start + 1;
      while (end < to && words[end]?.block === block) end++;
      const whole = words[start - 1]?.block !== block && words[end]?.block !== block;
      const text = textOfBlock(blocks[block] ?? emptyBlock).slice(words[start]?.start, words[end - 1]?.end);
      pieces.push({ start, end, block, whole, text, words: countWords(normaliseText(text)) });
      start = end;
    }
    from = claim?.end ?? words.length;
  }
  return pieces;
}

const emptyBlock: Block = { kind: 'paragraph', runs: [], line: 1, endLine: 1 };

/**
 * The words of a stretch as one block. Blocks in it are joined with a space; `reading` says which numbers are note
 * marks.
 */
export function blockOfWords(
  blocks: readonly Block[],
  words: readonly CopyWord[],
  start: number,
  end: number,
  reading: StretchReading,
): Block {
  const runs: Run[] = [];
  const first = words[start];
  const last = words[end - 1];
  if (!first || !last) return emptyBlock;
  for (let index = first.block; index <= last.block; index++) {
    const block = blocks[index];
    if (!block || (words[start]?.block ?? 0) > index) continue;
    const text = textOfBlock(block);
    const from = index === first.block ? first.start : 0;
    const to = index === last.block ? last.end : text.length;
    if (runs.length > 0 && from < to) runs.push({ text: ' ' });
    for (const run of stretch(block, from, to, marksIn(words, start, end, index, from, to, reading)))
      runs.push(run);
  }
  const line = originalLineAt(blocks[first.block] ?? emptyBlock, first.start);
  const endLine = Math.max(line, lastLineOfBlock(blocks[last.block] ?? emptyBlock, last.end));
  const mended = reading.mended ? runs.map((run) => ({ ...run, text: mend(run.text) })) : runs;
  return { kind: 'paragraph', runs: tidyRuns(mended), line, endLine };
}

/** Whether typewriter signs are corrected, and which numbers in the words are marks of which notes. */
export interface StretchReading {
  readonly mended: boolean;
  readonly marks: ReadonlyMap<number, string>;
}

function marksIn(
  words: readonly CopyWord[],
  start: number,
  end: number,
  block: number,
  from: number,
  to: number,
  reading: StretchReading,
): MarkPlace[] {
  const places: MarkPlace[] = [];
  for (let i = start; i < end; i++) {
    const word = words[i];
    if (word?.block !== block || !word.mark) continue;
    const label = reading.marks.get(word.mark.number);
    if (label === undefined || word.mark.start < from || word.mark.end > to) continue;
    places.push({ start: word.mark.start - from, end: word.mark.end - from, label });
  }
  return places;
}

function stretch(block: Block, from: number, to: number, places: readonly MarkPlace[]): Run[] {
  const composite = block.items !== undefined || block.rows !== undefined;
  const runs = composite
    ? plainRuns(textOfBlock(block).slice(from, to).replace(/\n/g, ' '))
    : sliceRuns(block.runs, from, to);
  return places.length === 0 || composite ? runs : withMarks(runs, places);
}

function lastLineOfBlock(block: Block, end: number): number {
  if (end >= plainOf(block.runs).length || block.lines === undefined) return block.endLine;
  return originalLineAt(block, Math.max(0, end - 1));
}
