import type { MappedText, Range } from '../../text.ts';
import type { Citation } from '../../citations.ts';

/** Words in a paper that claim to be the source's own. All ranges are offsets into the paper, UTF-16 units. */
export interface Quotation {
  readonly kind: 'block' | 'inline';
  /** From the first to the last quoted character, without marks. */
  readonly range: Range;
  /** With the marks; the whole block of a block quotation. */
  readonly outer: Range;
  /** The words as a reader sees them, without citations and note marks, mapped to the paper. Paragraphs are parted by `\n`. */
  readonly words: MappedText;
  /** Offsets in `words` at which a new paragraph begins. */
  readonly breaks: readonly number[];
  /** The marks around it; undefined for a block quotation without. */
  readonly marks: { readonly open: string; readonly close: string } | undefined;
  /** The citations it is attributed to, one bracket's or one author's; empty where there is none. */
  readonly citations: readonly Citation[];
  /** What the sentence says before the quotation; empty for a block quotation. */
  readonly lead: string;
  /**
   * The same object as long as the quotation reads the same, wherever edits around it move it: by it can be kept what its
   * words alone decide.
   */
  readonly identity: object;
}
