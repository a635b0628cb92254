import type { Source } from '../study.ts';
import type { Citation } from '../citations.ts';
import type { Quotation } from './reading/quotationTypes.ts';
import type { DiffKind } from '../match.ts';
import type { Range } from '../text.ts';
import type { Found, PlaceLabel } from '../resolve.ts';

/**
 * The outcome for a quotation. `verbatim`: it stands where its citation says; `altered`: similar words stand there, or
 * elsewhere; `elsewhere`: it stands in one other place; `ambiguous`: in several other places; `not-found`: nothing similar
 * stands anywhere; `not-verified`: it cannot be checked; `uncited`: a long quotation without a citation that stands in a
 * source.
 */
export type QuotationStatus =
  'verbatim' | 'altered' | 'elsewhere' | 'not-found' | 'ambiguous' | 'not-verified' | 'uncited';

/** The reason why a quotation cannot be checked. */
export type NotVerified = 'unknown-key' | 'no-text' | 'too-short';

/** A stretch of a quotation, with the source's words there. */
export interface DiffPart {
  readonly kind: DiffKind;
  /** The quotation's words; empty where it has none here. */
  readonly quoted: string;
  /** The source's words as it writes them; empty where it has none here, `?` where its text is missing. */
  readonly source: string;
  /** The source's text between the previous stretch and this one: a space, or nothing. */
  readonly sourceBefore: string;
  /** Range in the paper; empty where a word was dropped. */
  readonly quotedRange: Range;
  /** Range in the source file; undefined where the words are not in it. */
  readonly sourceRange: Range | undefined;
}

/** A sign that exact words are quoted against their sense. */
export interface OutOfContext {
  /** `lead`: words before the quoted ones deny them; `behind`: words after them do. */
  readonly kind: 'lead' | 'behind';
  /** The denying words. */
  readonly words: string;
  /** The sentence or sentences of the source around the quoted words. */
  readonly sentence: string;
  /** The range of the denying words in the source file. */
  readonly sourceRange: Range | undefined;
}

/** A sign that an ellipsis or bracket in exact words reverses their sense. */
export interface SenseReversed {
  /** `omitted`: denying words were left out; `replaced`: a bracket stands for them; `added`: the bracket itself denies. */
  readonly how: 'omitted' | 'replaced' | 'added';
  /** The denying words. */
  readonly words: string;
  /** The sentence or sentences of the source around the quoted words. */
  readonly sentence: string;
  /** The range of the ellipsis or bracket in the paper. */
  readonly quotedRange: Range;
  /** The range in the source file of the words that it stands for. */
  readonly sourceRange: Range | undefined;
}

/** The result of verifying a quotation. */
export interface QuotationResult {
  readonly quotation: Quotation;
  readonly status: QuotationStatus;
  /** The source it was compared with; undefined where there is none. */
  readonly source: Source | undefined;
  /** The citation it was compared with; of several, the one that fits best. */
  readonly citation: Citation | undefined;
  readonly cited: readonly PlaceLabel[];
  readonly found: readonly PlaceLabel[];
  /** Places where it was found, best first. For `ambiguous` and `uncited` they are the choices. */
  readonly matches: readonly Found[];
  /** For `altered`, the whole quotation in parts; otherwise empty. */
  readonly diff: readonly DiffPart[];
  readonly outOfContext: OutOfContext | undefined;
  readonly senseReversed: SenseReversed | undefined;
  readonly reason: NotVerified | undefined;
  /** Whether only the edition's fingerprints verified it. They cover words and their order, but not punctuation. */
  readonly byFingerprints: boolean;
}
