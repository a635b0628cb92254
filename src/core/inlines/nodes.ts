import type { CitationKeyToken } from '../syntax.ts';

/** How Pandoc prints a citation: in brackets, with the author's name in the sentence, or without the author. */
export type CitationMode = 'normal' | 'authorInText' | 'suppressAuthor';

/**
 * Inline content as Pandoc reads it. It is read from the text of one block, in addition to CommonMark's tree, because
 * Pandoc's rules for brackets, quotation marks and emphasis decide what belongs to a citation. Offsets are into the text of
 * the block. A `tie` is the space after an abbreviation such as `p.`, which Pandoc makes a no-break space. A `group` is not
 * an element; it holds inlines that were read together.
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
  /** The text that Pandoc prints where it does not resolve citations. */
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
  /** The bounds of the suffix, with leading and trailing space. */
  readonly suffixStart: number;
  readonly suffixEnd: number;
}

/** An inline that was read, and where it ends. */
export interface Step {
  readonly node: Inline;
  readonly end: number;
  /** Whether a word ends at `end`. No key and no opening quotation mark can follow it directly. */
  readonly afterWord: boolean;
}

export function string(text: string, start: number, end: number): Inline {
  return { kind: 'string', text, start, end };
}
