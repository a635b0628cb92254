import type { LocatorLabel } from '../locators.ts';

/** A stretch of text with its looks. Quotation marks are already those of the language, and nothing in it is markup. */
export interface StyledRun {
  readonly text: string;
  readonly italic?: boolean;
  readonly bold?: boolean;
  readonly smallCaps?: boolean;
  readonly underline?: boolean;
  readonly vertical?: 'superscript' | 'subscript';
  /** The address that it leads to. */
  readonly link?: string;
  /** In a citation: the index, in the list that was given, of the citation that it stands for. Undefined for what stands between. */
  readonly citation?: number;
}

/** One cited key with what stands around it: what CSL calls a cite. */
export interface CitationToFormat {
  /** The `id` of a work. */
  readonly id: string;
  readonly locator?: { readonly label: LocatorLabel; readonly value: string };
  /** What stands before the key in the brackets, without space at its end: “see”. */
  readonly prefix?: readonly StyledRun[];
  /** What stands after the key and its locator, as written, with its comma or space: “, my emphasis”. */
  readonly suffix?: readonly StyledRun[];
  /** `suppressAuthor`: `[-@key]`. `inText`: `@key [¶ 3]`, whose author is part of the sentence. */
  readonly mode?: 'normal' | 'suppressAuthor' | 'inText';
}

/** The citations of one pair of brackets, or one in the text: what CSL calls a citation. */
export interface GroupToFormat {
  readonly citations: readonly CitationToFormat[];
  /** The number of the footnote that it stands in, counted from 1 on among those of the paper; undefined in the text. */
  readonly footnote?: number;
  /** Whether the footnote is one paragraph and begins with the group: then a style of notes needs no parentheses. */
  readonly beginsFootnote?: boolean;
  /** Whether nothing follows the group in its footnote, or a word with a capital: then one in the text keeps its full stop. */
  readonly endsFootnote?: boolean;
}

/** A group of citations as it is printed. */
export interface FormattedGroup {
  /**
   * What stands at its place: “(Quill 1970, ¶ 3)”; for a style of notes at most the author of a citation in the text. Where it
   * ends in a full stop, one that follows is too much.
   */
  readonly runs: readonly StyledRun[];
  /**
   * The content of a footnote whose mark follows `runs`: after punctuation that stands there, and without a space before it. Only
   * in a style of notes, and for no group that stands in a footnote.
   */
  readonly note?: readonly StyledRun[];
}

/** A work in the list of works cited. */
export interface FormattedEntry {
  readonly id: string;
  readonly runs: readonly StyledRun[];
}

/** What a style makes of a paper. */
export interface FormattedWorks {
  /** In the order of the groups that were given. */
  readonly groups: readonly FormattedGroup[];
  /** In the order of the list. Empty for a style that prints none. */
  readonly entries: readonly FormattedEntry[];
  /** Ids that were cited and that no work has. They are printed as `id?`, in bold. */
  readonly missing: readonly string[];
  /** Whether further lines of an entry are indented. */
  readonly hangingIndent: boolean;
}
