import type { Citation } from '../citations.ts';
import type { Range } from '../text.ts';
import type { Definition, GlossaryEntry } from './entries.ts';

/** A glossary entry in its file. */
export interface TermPlace {
  readonly uri: string;
  readonly entry: GlossaryEntry;
  /** Whether it is built in. The study folder's own entries come first. */
  readonly builtIn: boolean;
}

/** An alias, a `Not:` name or a related term, with its place. Ranges are offsets into the file at `uri`. */
export interface TermName {
  readonly name: string;
  readonly range: Range;
  readonly uri: string;
  readonly builtIn: boolean;
}

/** The meaning of a term, in one source or in general. */
export interface TermSense {
  /** The key of the source that has this sense; undefined where the glossary names none or several. */
  readonly key: string | undefined;
  readonly definition: Definition;
  readonly definedAt: readonly Citation[];
  readonly usedAt: readonly Citation[];
  readonly place: TermPlace;
  /** The range of the entry, or of its part under `### In @key`. */
  readonly range: Range;
}

/** A term, as combined from all glossaries of a study folder. */
export interface Term {
  /** As written in the first of its entries. */
  readonly name: string;
  /** The key of the name (`nameKey`): equal for `Mass Line` and `mass-line`. */
  readonly key: string;
  readonly aliases: readonly TermName[];
  readonly not: readonly TermName[];
  readonly seeAlso: readonly TermName[];
  /** The study folder's own senses, then the built-in ones, in the order of files and entries. */
  readonly senses: readonly TermSense[];
  /** The places of its entries, own ones first. */
  readonly places: readonly TermPlace[];
  /** Whether all its entries are built in. */
  readonly builtIn: boolean;
}

/** Returns the senses of a term, those of the source under discussion first, otherwise in their order. */
export function sensesFor(term: Term, key: string | undefined): TermSense[] {
  const here = term.senses.filter((sense) => key !== undefined && sense.key === key);
  return [...here, ...term.senses.filter((sense) => !here.includes(sense))];
}
