import type { Citation } from '../citations.ts';
import type { DiffKind } from '../match.ts';
import type { Found, PlaceLabel } from '../resolve.ts';
import type { Source } from '../study.ts';
import type { Range } from '../text.ts';
import type { Quotation } from './reading/quotationTypes.ts';

/**
 * The outcome for a quotation. `verbatim`: it stands where its citation says; `altered`: similar words stand there, or
 * elsewhere; `elsewhere`: it stands in one other place; `ambiguous`: in several other places, or its
 * marks can be read in several ways; `not-found`: nothing similar
 * stands anywhere; `translated`: its words are those of a translation of the cited source, or of what that translates; `not-verified`: it cannot be checked; `uncited`: a long quotation without a citation that stands in a
 * source.
 */
export type QuotationStatus =
  | 'verbatim'
  | 'altered'
  | 'elsewhere'
  | 'not-found'
  | 'ambiguous'
  | 'not-verified'
  | 'translated'
  | 'uncited';

/** Why a quotation cannot be checked. `marks`: none can tell where it ends; `at-seam`: it runs over paragraphs. */
export type NotVerified = 'unknown-key' | 'no-text' | 'too-short' | 'marks' | 'at-seam' | 'translated';

/** A stretch of a quotation, with the source's words there. */
export interface DiffPart<R extends Range = Range> {
  readonly kind: DiffKind;
  /** The quotation's words; empty where it has none here. */
  readonly quoted: string;
  /** The source's words as it writes them; empty where it has none here, `?` where its text is missing. */
  readonly source: string;
  /** The source's text between the previous stretch and this one: a space, or nothing. */
  readonly sourceBefore: string;
  /** Range in the quotation's text; empty where a word was dropped. */
  readonly quotedRange: R;
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
export interface SenseReversed<R extends Range = Range> {
  /** `omitted`: denying words were left out; `replaced`: a bracket stands for them; `added`: the bracket itself denies. */
  readonly how: 'omitted' | 'replaced' | 'added';
  /** The denying words. */
  readonly words: string;
  /** The sentence or sentences of the source around the quoted words. */
  readonly sentence: string;
  /** The range of the ellipsis or bracket in the quotation's text. */
  readonly quotedRange: R;
  /** The range in the source file of the words that it stands for. */
  readonly sourceRange: Range | undefined;
}

/** A part of a quotation, between its gaps, and where it stands. */
export interface ScatteredPart {
  readonly words: string;
  readonly found: readonly PlaceLabel[];
}

/** The result of verifying a quotation. */
export interface QuotationResult<R extends Range = Range> {
  readonly quotation: Quotation<R>;
  readonly status: QuotationStatus;
  /** The source it was compared with; undefined where there is none. */
  readonly source: Source | undefined;
  /** The citation it was compared with; of several, the one that fits best. */
  readonly citation: Citation<R> | undefined;
  readonly cited: readonly PlaceLabel[];
  readonly found: readonly PlaceLabel[];
  /** Places where it was found, best first. For `ambiguous` and `uncited` they are the choices. */
  readonly matches: readonly Found[];
  /** Where the parts of a quotation with gaps stand, if all do, but not as they are quoted; otherwise empty. */
  readonly scattered: readonly ScatteredPart[];
  /** For `altered`, the whole quotation in parts; otherwise empty. */
  readonly diff: readonly DiffPart<R>[];
  readonly outOfContext: OutOfContext | undefined;
  readonly senseReversed: SenseReversed<R> | undefined;
  readonly reason: NotVerified | undefined;
  /** Whether only the edition's fingerprints verified it. They cover words and their order, but not punctuation. */
  readonly byFingerprints: boolean;
}

/** What a result has where nothing was found. */
export const noResult = {
  source: undefined,
  citation: undefined,
  cited: [],
  found: [],
  matches: [],
  scattered: [],
  diff: [],
  outOfContext: undefined,
  senseReversed: undefined,
  reason: undefined,
  byFingerprints: false,
} as const;
