/** Paragraphs of two texts, by number, that say the same, or of which one side has nothing that the other says. */
export interface AlignedGroup {
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** Whether both methods say so. Never where a side is empty. */
  readonly isCertain: boolean;
  /** Where it is not: the paragraphs of each text that one of the methods takes for a counterpart of one in the group. */
  readonly candidates: { readonly a: readonly number[]; readonly b: readonly number[] };
}
