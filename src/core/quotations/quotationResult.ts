import type { Source } from '../study.ts';
import type { Citation } from '../citations.ts';
import type { Quotation } from './reading/quotationTypes.ts';
import type { DiffKind } from '../match.ts';
import type { Range } from '../text.ts';
import type { Found, PlaceLabel } from '../resolve.ts';

/**
 * What became of a quotation. `verbatim`: it stands where its citation says; `altered`: like words stand there, or elsewhere;
 * `elsewhere`: it stands in one other place; `ambiguous`: in several other places; `not-found`: nothing like it stands
 * anywhere; `not-verified`: it could not be told; `uncited`: a long one without citation that does stand in a source.
 */
export type QuotationStatus =
  'verbatim' | 'altered' | 'elsewhere' | 'not-found' | 'ambiguous' | 'not-verified' | 'uncited';

/** Why a quotation could not be verified. */
export type NotVerified = 'unknown-key' | 'no-text' | 'too-short';

/** A stretch of a quotation and what the source has there. */
export interface DiffPart {
  readonly kind: DiffKind;
  /** The quotation's words; empty where it has none here. */
  readonly quoted: string;
  /** The source's words as it writes them; empty where it has none here, `?` where its text is not present. */
  readonly source: string;
  /** What the source has between the stretch before and this one: a space, or nothing. */
  readonly sourceBefore: string;
  /** In the paper; empty where a word was dropped. */
  readonly quotedRange: Range;
  /** In the source file; undefined where the words do not stand in it. */
  readonly sourceRange: Range | undefined;
}

/** A sign that exact words are quoted against their sense. */
export interface OutOfContext {
  /** `lead`: what stands before them denies them; `behind`: what follows does. */
  readonly kind: 'lead' | 'behind';
  /** The words that deny. */
  readonly words: string;
  /** The sentence or sentences of the source around the quoted words. */
  readonly sentence: string;
  /** The words that deny, in the source file. */
  readonly sourceRange: Range | undefined;
}

/** What was left out of exact words, or put in brackets, turns their sense round. */
export interface SenseReversed {
  /** `omitted`: words that deny were left out; `replaced`: a bracket stands for them; `added`: a bracket denies. */
  readonly how: 'omitted' | 'replaced' | 'added';
  /** The words that deny. */
  readonly words: string;
  /** The sentence or sentences of the source around the quoted words. */
  readonly sentence: string;
  /** The ellipsis or bracket in the paper. */
  readonly quotedRange: Range;
  /** What it stands for in the source file. */
  readonly sourceRange: Range | undefined;
}

/** What is known of a quotation. */
export interface QuotationResult {
  readonly quotation: Quotation;
  readonly status: QuotationStatus;
  /** The source it was measured against; undefined where there is none. */
  readonly source: Source | undefined;
  /** The citation it was measured against: of several, the one it fits. */
  readonly citation: Citation | undefined;
  readonly cited: readonly PlaceLabel[];
  readonly found: readonly PlaceLabel[];
  /** Where it was found, best first; for `ambiguous` and `uncited` what there is to choose from. */
  readonly matches: readonly Found[];
  /** For `altered`: the whole quotation in parts. Otherwise empty. */
  readonly diff: readonly DiffPart[];
  readonly outOfContext: OutOfContext | undefined;
  readonly senseReversed: SenseReversed | undefined;
  readonly reason: NotVerified | undefined;
  /** Whether it was verified by the edition's fingerprints alone: words and their order, not points. */
  readonly byFingerprints: boolean;
}
