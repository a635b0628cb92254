import type { Range } from '../text.ts';
import { readTime } from './time.ts';

/** A value of JSON. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json | undefined;
}

/** `TextQuoteSelector`: the words a note is about and what stood around them, as the source wrote them. */
export interface TextQuote {
  readonly exact: string;
  /** Empty where the note says nothing of what stood before, or the text began there. */
  readonly prefix: string;
  readonly suffix: string;
  /**
   * Whether the note says that nothing like its words stood anywhere else in the source when it was made; `false` where the
   * same stood elsewhere with surroundings much like its own, undefined where the surroundings tell it apart.
   */
  readonly unique: boolean | undefined;
}

/** `TextPositionSelector`: a half-open stretch of the source file, in Unicode code points as the model demands. */
export interface TextPosition {
  readonly start: number;
  readonly end: number;
}

/** What says where in a source a note belongs. A note without a quote and a position is about the whole source. */
export interface Selectors {
  readonly quote: TextQuote | undefined;
  readonly position: TextPosition | undefined;
}

/** What a note is about: words of a source, or another note that it answers. */
export type Target =
  | { readonly kind: 'source'; readonly iri: string; readonly selectors: Selectors }
  | { readonly kind: 'note'; readonly id: string };

/**
 * A note of a reader: one `Annotation` of the W3C Web Annotation Data Model (Recommendation of 23 February 2017). Called
 * annotation in the code, since a source has notes of its own.
 */
export interface Annotation {
  readonly id: string;
  readonly target: Target;
  /** The first motivation, such as `questioning`; empty where none is given. */
  readonly motivation: string;
  /** Id of the kind where the note names one: `question`. */
  readonly kind: string | undefined;
  /** Name of the person; empty where none is given. */
  readonly author: string;
  /** As written, RFC 3339; empty where not given. */
  readonly created: string;
  readonly modified: string;
  /** Markdown. */
  readonly text: string;
  readonly tags: readonly string[];
  readonly resolved: boolean;
  /** Id of the note of which this is another version, kept by a merge because both had been changed. */
  readonly versionOf: string | undefined;
  /** Where it stands in its file. */
  readonly range: Range;
  /** Everything that the file says of it. */
  readonly json: JsonObject;
}

/** Names of what Pilcrow says of a note besides the model, all in a namespace of their own. */
export const extensions = {
  kind: 'pilcrow:kind',
  state: 'pilcrow:state',
  unique: 'pilcrow:unique',
  versionOf: 'pilcrow:versionOf',
} as const;

/** The contexts of a notes file: the model's own, and what `pilcrow:` stands for. */
export const context: readonly Json[] = ['http://www.w3.org/ns/anno.jsonld', { pilcrow: 'urn:x-pilcrow:' }];

const sourcePrefix = 'urn:x-pilcrow:source:';

/** The IRI by which notes name a source: by its key, since every member's copy of the text may lie elsewhere. */
export function sourceIri(key: string): string {
  return `${sourcePrefix}${encodeURIComponent(key)}`;
}

/** The key in the IRI of a source; undefined for other IRIs. */
export function keyOfIri(iri: string): string | undefined {
  if (!iri.startsWith(sourcePrefix)) return undefined;
  try {
    return decodeURIComponent(iri.slice(sourcePrefix.length));
  } catch {
    return undefined;
  }
}

/** When a note was last changed, in milliseconds since 1970; before everything where it does not say. */
export function timeOf({ modified, created }: Annotation): number {
  return readTime(modified) ?? readTime(created) ?? -Infinity;
}

/** Order of notes: by when they were made, then by id. */
export function byCreation(a: Annotation, b: Annotation): number {
  const [first, second] = [readTime(a.created) ?? 0, readTime(b.created) ?? 0];
  return first - second || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
