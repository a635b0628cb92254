import type { MappedText, Range } from '../../text.ts';
import type { Citation } from '../../citations.ts';

/** Words in a paper that are presented as the source's own. `R` says from where its offsets count. */
export interface Quotation<R extends Range = Range> {
  readonly kind: 'block' | 'inline';
  /** From the first to the last quoted character, without marks. */
  readonly range: R;
  /** The range with its marks; for a block quotation the whole block. */
  readonly outer: R;
  /**
   * The words as people see them, without citations and note marks, mapped to the paper. Paragraphs are separated by `\n`.
   */
  readonly words: MappedText;
  /** Offsets in `words` where a new paragraph starts. */
  readonly breaks: readonly number[];
  /** The marks around it, empty where one is missing; undefined for a block quotation without marks. */
  readonly marks: { readonly open: string; readonly close: string } | undefined;
  /** Whether its marks can be read in several ways, of which this is the one with the most words. */
  readonly unsure: boolean;
  /** Whether one of its two marks is missing, so that nobody can tell where it begins, or ends. */
  readonly isHalf: boolean;
  /** Whether it stands in the brackets of a citation, where titles and terms stand in marks, too. */
  readonly isInCitation: boolean;
  /** Its citations, from one bracket or of one author; empty where there are none. */
  readonly citations: readonly Citation<R>[];
  /** The words of the sentence before the quotation; empty for a block quotation. */
  readonly lead: string;
}
