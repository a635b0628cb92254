import type { Range } from '../text.ts';
import { percentEncoded } from '../text.ts';

/** A value of JSON. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json | undefined;
}

/** `TextQuoteSelector`: the words of a note and their surroundings, as the source wrote them. */
export interface TextQuote {
  readonly exact: string;
  /** Empty where the note has no text before its words, or where the source began there. */
  readonly prefix: string;
  readonly suffix: string;
  /**
   * Whether nothing similar to the words stood anywhere else in the source when the note was made. `false`: similar words
   * stood elsewhere, with similar surroundings. Undefined: the surroundings distinguish the place.
   */
  readonly unique: boolean | undefined;
  /** The last words of a note that names only its first words, which are `exact`, and its last ones. */
  readonly through?: string;
}

/** `TextPositionSelector`: a half-open range of the source file, in Unicode code points as the model requires. */
export interface TextPosition {
  readonly start: number;
  readonly end: number;
}

/** The selectors of a note in a source. A note without any of them is about the whole source. */
export interface Selectors {
  readonly quote: TextQuote | undefined;
  readonly position: TextPosition | undefined;
  /** The types of the other selectors, where a note has no words and no position. They cannot be followed in a source. */
  readonly others?: readonly string[];
}

/** The target of a note: words of a source, or another note that it answers. */
export type AnnotationTarget =
  | { readonly kind: 'source'; readonly iri: string; readonly selectors: Selectors }
  | { readonly kind: 'note'; readonly id: string };

/**
 * A note of a reader: one `Annotation` of the W3C Web Annotation Data Model (Recommendation of 23 February 2017). The code
 * calls it annotation, since a source has notes of its own.
 */
export interface Annotation {
  readonly id: string;
  readonly target: AnnotationTarget;
  /** The first motivation, such as `questioning`; empty where there is none. */
  readonly motivation: string;
  /** Id of the kind, such as `question`; undefined where the note names none. */
  readonly kind: string | undefined;
  /** Name of the person; empty where there is none. */
  readonly author: string;
  /** As written, RFC 3339; empty where there is none. */
  readonly created: string;
  readonly modified: string;
  /** Markdown. */
  readonly text: string;
  readonly tags: readonly string[];
  readonly resolved: boolean;
  /** Id of the note of which this is another version. A merge keeps both when both had been changed. */
  readonly versionOf: string | undefined;
  /** The range of the note in its file. */
  readonly range: Range;
  /** The whole JSON of the note, with properties that Pilcrow does not know. */
  readonly json: JsonObject;
}

/** Pilcrow's own properties of a note, all in one namespace. */
export const extensions = {
  kind: 'pilcrow:kind',
  state: 'pilcrow:state',
  unique: 'pilcrow:unique',
  versionOf: 'pilcrow:versionOf',
  through: 'pilcrow:through',
  imported: 'pilcrow:imported',
} as const;

/** The contexts of a notes file: that of the model, and the meaning of `pilcrow:`. */
export const context: readonly Json[] = ['http://www.w3.org/ns/anno.jsonld', { pilcrow: 'urn:x-pilcrow:' }];

const sourcePrefix = 'urn:x-pilcrow:source:';

/**
 * Returns the IRI of a source in notes. It contains the key and no path, because each member may keep the text elsewhere.
 */
export function sourceIri(key: string): string {
  return `${sourcePrefix}${percentEncoded(key)}`;
}

/** Returns the key in the IRI of a source; undefined for other IRIs. */
export function keyOfIri(iri: string): string | undefined {
  if (!iri.startsWith(sourcePrefix)) return undefined;
  try {
    return decodeURIComponent(iri.slice(sourcePrefix.length));
  } catch {
    return undefined;
  }
}

/** Returns when a note was last changed, in milliseconds since 1970; `-Infinity` where the note has no time. */
export function timeOf({ modified, created }: Annotation): number {
  return readTime(modified) ?? readTime(created) ?? -Infinity;
}

/** Compares notes by creation time, then by id. */
export function byCreation(a: Annotation, b: Annotation): number {
  const [first, second] = [readTime(a.created) ?? 0, readTime(b.created) ?? 0];
  return first - second || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

const isoTime =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?:[Zz]|([+-])(\d\d):?(\d\d))?)?$/;

/**
 * Returns the time of an RFC 3339 text or of the model's `xsd:dateTime` or date, in milliseconds since 1970; undefined for
 * other texts. Times without a zone are taken as UTC.
 */
function readTime(text: string): number | undefined {
  const match = isoTime.exec(text.trim());
  if (!match) return undefined;
  const part = (at: number): number => Number(match[at] ?? 0);
  const zone = (match[8] === '-' ? -1 : 1) * (part(9) * 60 + part(10));
  const minutes = (daysBefore(part(1), part(2), part(3)) * 24 + part(4)) * 60 + part(5) - zone;
  return (minutes * 60 + part(6)) * 1000 + Math.floor(Number(`0.${match[7] ?? '0'}`) * 1000);
}

/** Returns the days since 1 January 1970 (Hinnant, “chrono-compatible low-level date algorithms”, days_from_civil). */
function daysBefore(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}
