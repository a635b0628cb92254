import type { Citation } from '../citations.ts';
import type { Range } from '../text.ts';
import type { Definition, GlossaryEntry } from './entries.ts';

/** A glossary entry in its file. */
export interface TermPlace {
  readonly uri: string;
  readonly entry: GlossaryEntry;
  /** Whether it ships with Pilcrow; the study folder's own entries come before it. */
  readonly builtIn: boolean;
}

/** An alias, a `Not:` name or a related term, with where it is written. Ranges are offsets into the file at `uri`. */
export interface TermName {
  readonly name: string;
  readonly range: Range;
  readonly uri: string;
  readonly builtIn: boolean;
}

/** What a term means, in one source or in general. */
export interface TermSense {
  /** The key of the source whose sense this is; undefined where the glossary names none or several. */
  readonly key: string | undefined;
  readonly definition: Definition;
  readonly definedAt: readonly Citation[];
  readonly usedAt: readonly Citation[];
  readonly place: TermPlace;
  /** The entry, or the part of it under `### In @key`. */
  readonly range: Range;
}

/** A term as the glossaries of a study folder have it together. */
export interface Term {
  /** As the first of its entries writes it. */
  readonly name: string;
  /** The name's key (`nameKey`): the same for `Mass Line` and `mass-line`. */
  readonly key: string;
  readonly aliases: readonly TermName[];
  readonly not: readonly TermName[];
  readonly seeAlso: readonly TermName[];
  /** The study folder's own senses first, then those that ship with Pilcrow; in order of files and entries. */
  readonly senses: readonly TermSense[];
  /** Where its entries stand, own ones first. */
  readonly places: readonly TermPlace[];
  /** Whether it has no entry but what ships with Pilcrow. */
  readonly builtIn: boolean;
}

/** The senses of a term, those of the source under discussion first and otherwise in their order. */
export function sensesFor(term: Term, key: string | undefined): TermSense[] {
  const here = term.senses.filter((sense) => key !== undefined && sense.key === key);
  return [...here, ...term.senses.filter((sense) => !here.includes(sense))];
}
