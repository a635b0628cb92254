import type { BracketStructure, Inline, Step } from './nodes.ts';

/** What the rest of the document defines for the brackets and keys of a block. */
export interface References {
  /** Labels of link definitions and headings, normalised by `referenceKey`. */
  readonly links: LabelSet;
  readonly notes: LabelSet;
  /** Labels of numbered examples, `(@label)`. */
  readonly examples: LabelSet;
}

/** Says whether something has a label. */
interface LabelSet {
  has(label: string): boolean;
}

/** The state of the reader at a position. */
export interface Context {
  /** Inside no quotation marks (0), single ones (1) or double ones (2). */
  readonly quote: 0 | 1 | 2;
  /** Whether links are recognised. They are not inside a link. */
  readonly links: boolean;
  /** Reading stops at this offset. */
  readonly limit: number;
  readonly depth: number;
}

/** An offset, and whether a word ends there. */
export interface InlinePlace {
  readonly end: number;
  readonly afterWord: boolean;
}

/** A walk over inlines up to some end. */
export interface Mode {
  readonly id: number;
  /** Whether the walk ends here, fails here, or goes on (undefined). */
  stop(reader: InlineReader, at: number, afterWord: boolean, context: Context): 'end' | 'fail' | undefined;
  /** Whether the end may be missing. The walk then ends where no further inline can be read. */
  readonly open: boolean;
}

/**
 * The parser as the functions that read one kind of inline see it. They need it because quotation marks and brackets
 * contain inlines of any kind. Offsets count from the start of the text of the block.
 */
export interface InlineReader {
  readonly text: string;
  readonly references: References;
  readonly structure: BracketStructure;
  /** Returns the character at `at`, with both halves of a surrogate pair; empty from the limit on. */
  character(at: number, context: Context): string;
  /** Reads the character at `at` as plain text. */
  symbol(at: number, context: Context): Step;
  /** Reads the inline at `at`; undefined at the limit and before markup that ends a paragraph. */
  inline(at: number, afterWord: boolean, context: Context): Step | undefined;
  /** Returns the place where a walk from `at` ends; undefined where it fails. */
  walk(mode: Mode, at: number, afterWord: boolean, context: Context): InlinePlace | undefined;
  /** Returns the inlines from `from` to `end`, the end of a walk. */
  collect(from: number, afterWord: boolean, end: number, context: Context): Inline[];
  /** The ends of the lists of citations found so far, by their start. */
  listEnds(context: Context): Map<number, number | undefined>;
  /** Reads everything between two offsets in isolation, as for the text in brackets. */
  inside(from: number, to: number, context: Context): Inline[];
}
