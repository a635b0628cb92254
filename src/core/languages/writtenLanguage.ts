import type { PaperBodies } from './paperBodies.ts';

/** What stands before and after quoted words, with the space that a language sets inside. */
export type MarkPair = readonly [opening: string, closing: string];

/** What Pilcrow writes, or offers to write, in papers of one language. English stands in for what is undefined. */
export interface WrittenLanguage {
  /** The primary subtag of BCP 47: two letters, in lower case. */
  readonly tag: string;
  /** The marks around quotations, and those around quotations within quotations. */
  readonly quotationMarks: { readonly outer: MarkPair; readonly inner: MarkPair };
  /** The headings of the lists at the end of a paper that goes out. */
  readonly listHeadings?: { readonly works: string; readonly passages: string };
  /** Words before a key, which completion offers. */
  readonly citationPrefixes?: readonly string[];
  /** What a writer says behind a citation of words that are the writer's own translation. */
  readonly ownTranslation?: string;
  /** The built-in templates of papers. */
  readonly templates?: PaperBodies;
}
