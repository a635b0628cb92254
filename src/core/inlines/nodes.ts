import type { CitationKeyToken } from '../syntax.ts';

/** How Pandoc prints a citation: in brackets, by the author's name in the sentence, or without the author. */
export type CitationMode = 'normal' | 'authorInText' | 'suppressAuthor';

/**
 * Inline content as Pandoc reads it. It is read from the text of one block, beside the tree of CommonMark,
 * because Pandoc's rules for brackets, quotation marks and emphasis decide what belongs to a citation.
 * Offsets are into the text of the block. A `tie` is the space behind an abbreviation such as `p.`, which Pandoc
 * makes a no-break space; a `group` is no element of its own, only inlines that were read together.
 */
export type Inline =
  | {
      readonly kind: 'string' | 'code' | 'math';
      readonly text: string;
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: 'space' | 'tie' | 'softBreak' | 'lineBreak' | 'raw' | 'nothing';
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: 'group' | 'styled' | 'singleQuoted' | 'doubleQuoted' | 'link' | 'note';
      readonly children: readonly Inline[];
      readonly start: number;
      readonly end: number;
    }
  | CiteNode;

/** One citation group: `[see @a; @b]`, `@a [¶ 4]`, `@a`. */
export interface CiteNode {
  readonly kind: 'cite';
  readonly citations: readonly CiteItem[];
  /** What Pandoc prints where it does not resolve citations. */
  readonly fallback: string;
  readonly start: number;
  readonly end: number;
}

/** One work of a citation group. */
export interface CiteItem {
  readonly key: CitationKeyToken;
  readonly mode: CitationMode;
  readonly prefix: readonly Inline[];
  readonly suffix: readonly Inline[];
  /** Where the suffix begins and ends, outer space included. */
  readonly suffixStart: number;
  readonly suffixEnd: number;
}

/** What was read at one place. */
export interface Step {
  readonly node: Inline;
  readonly end: number;
  /** Whether a word ends at `end`: neither a key nor an opening quotation mark can follow directly. */
  readonly afterWord: boolean;
}

export function string(text: string, start: number, end: number): Inline {
  return { kind: 'string', text, start, end };
}
