import type { RootContent } from 'mdast';
import { readSimpleBlocks } from '../simple/blocks.ts';
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
}

/** In longer texts something may repeat itself so often that the parser takes the rest for plain text. UTF-16 code units. */
const longestSimple = 4000;

/** A chunk with what it has to do with the others. */
export class ParsedChunk implements Chunk {
  /** How many line ends it holds. */
  readonly lines: number;
  readonly defines: Labels;
  private used: Labels | undefined;
  private wanted: Labels | undefined;

  private constructor(
    readonly text: string,
    readonly reading: Reading,
    readonly blocks: readonly RootContent[],
    /** Undefined until somebody asks. */
    private read: readonly RootContent[] | undefined,
    /** Labels defined in the document, as far as they are known. */
    private labels: Labels,
  ) {
    this.lines = countLineEnds(text);
    this.defines = text.includes(']:') ? definedLabels(blocks) : noLabels;
  }

  /**
   * Reads a piece by itself, for the time being as if nothing were defined outside of it.
   * @returns undefined where something is open at its end that what follows may belong to
   */
  static parse(text: string, reading: Reading): ParsedChunk | undefined {
    const isShort = text.length <= longestSimple && !reading.isUnclosed;
    const blocks = isShort ? readSimpleBlocks(text, reading.isFirst, undefined) : undefined;
    if (blocks) return new ParsedChunk(text, reading, blocks, undefined, noLabels);
    const nodes = parsePart(text, reading, noLabels);
    return nodes && new ParsedChunk(text, reading, nodes, nodes, noLabels);
  }

  get nodes(): readonly RootContent[] {
    return (this.read ??= parsePart(this.text, this.reading, this.uses) ?? this.blocks);
  }

  /** Labels defined anywhere in the document that are given to its parser. */
  private get uses(): Labels {
    return (this.used ??= isWithoutLabels(this.labels) ? noLabels : this.usesOf(this.labels));
  }

  private usesOf(labels: Labels): Labels {
    this.wanted ??= candidateLabels(this.text);
    return commonLabels(this.wanted, labels);
  }

  /**
   * The chunk in a document that defines some labels: itself, where that reads the same.
   * @param isNew whether it was read just now, and stands in no other document
   */
  within(labels: Labels, isNew: boolean): ParsedChunk {
    if (labels === this.labels || !this.text.includes('[')) return this;
    if (isNew && !this.read) {
      this.labels = labels;
      return this;
    }
    const uses = this.usesOf(labels);
    if (sameLabels(uses, this.uses)) return this;
    const isLazy = this.blocks !== this.read;
    const nodes = isLazy ? undefined : (parsePart(this.text, this.reading, uses) ?? this.read);
    const again = new ParsedChunk(this.text, this.reading, nodes ?? this.blocks, nodes, labels);
    again.wanted = this.wanted;
    again.used = uses;
    return again;
  }
}

function countLineEnds(text: string): number {
  if (text.includes('\r')) return text.split(/\r\n|\r|\n/).length - 1;
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
