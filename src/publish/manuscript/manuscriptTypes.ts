import type { CitedItem } from '../../core/bibliography.ts';
import type { Share } from '../../core/present/passages.ts';
import type { CitationMode } from '../../core/inlines.ts';
import type { LocatorLabel } from '../../core/locators.ts';
import type { Message } from '../../core/messages.ts';
import type { StyledRun } from '../../core/styles.ts';
import type { Range } from '../../core/text.ts';

/**
 * A paper as it goes out: its text as a tree with its citations resolved, and nothing else of the study folder but what a reader
 * of the paper is to see. Plain data, which every writer turns into a format. Offsets are into the text of the paper.
 */
export interface Manuscript {
  /** Empty where the paper has none. */
  readonly title: readonly ManuscriptInline[];
  readonly subtitle: readonly ManuscriptInline[];
  readonly authors: readonly string[];
  /** As written, in any form; empty where the paper has none. */
  readonly date: string;
  /** The tag of the paper's language, `fr` or `en-GB`; `en` where it names none. */
  readonly lang: string;
  readonly abstract: readonly ManuscriptBlock[];
  /** With the headings and the places of the works and passages cited at the end, in the language of the paper. */
  readonly blocks: readonly ManuscriptBlock[];
  /** The footnotes in the order of their marks; those that a note style makes of citations are among them. */
  readonly footnotes: readonly Footnote[];
  /** The citations in document order: those of a footnote where its mark stands. */
  readonly citations: readonly ManuscriptCitation[];
  /** Every work and source that the paper cites, in the order of their keys. */
  readonly works: readonly CitedItem[];
  /** The works cited as the citation style has them, in its order. */
  readonly bibliography: readonly BibliographyEntry[];
  /** Whether further lines of an entry of the bibliography are indented. */
  readonly hangingIndent: boolean;
  /** The passages cited, source by source, in the order in which the sources are first cited. */
  readonly passages: readonly PassagesOfSource[];
  /** The remarks that were asked for, in the order of their places. */
  readonly remarks: readonly Remark[];
  /** What was left out or could not be resolved. */
  readonly problems: readonly ExportProblem[];
}

/** What `{#id .class key=value}` says. */
export interface ElementAttributes {
  /** Unique in the manuscript; empty where there is none. */
  readonly id: string;
  readonly classes: readonly string[];
  /** Pairs in the order in which they stand. */
  readonly values: readonly (readonly [name: string, value: string])[];
}

/** A block. */
export type ManuscriptBlock =
  | {
      readonly kind: 'heading';
      /** 1 to 6. */
      readonly level: number;
      readonly attributes: ElementAttributes;
      readonly children: readonly ManuscriptInline[];
    }
  | { readonly kind: 'paragraph'; readonly children: readonly ManuscriptInline[] }
  | { readonly kind: 'quote'; readonly children: readonly ManuscriptBlock[] }
  | {
      readonly kind: 'list';
      /** The number of the first item; undefined for a list with bullets. */
      readonly start: number | undefined;
      readonly numbering: ListNumbering;
      /** Whether no space stands between its items. */
      readonly isTight: boolean;
      readonly items: readonly ManuscriptItem[];
    }
  | { readonly kind: 'definitions'; readonly entries: readonly DefinitionEntry[] }
  | { readonly kind: 'code'; readonly attributes: ElementAttributes; readonly text: string }
  | { readonly kind: 'verse'; readonly lines: readonly (readonly ManuscriptInline[])[] }
  | ManuscriptTable
  | {
      readonly kind: 'figure';
      readonly image: ManuscriptImage;
      readonly caption: readonly ManuscriptInline[];
    }
  | { readonly kind: 'rule' }
  | {
      readonly kind: 'div';
      readonly attributes: ElementAttributes;
      readonly children: readonly ManuscriptBlock[];
    }
  /** Where `Manuscript.bibliography` stands. There is at most one. */
  | { readonly kind: 'works' }
  /** Where `Manuscript.passages` stands. There is at most one. */
  | { readonly kind: 'passages' };

/** How the items of a list are numbered. */
export interface ListNumbering {
  readonly digits: 'decimal' | 'lowerAlpha' | 'upperAlpha' | 'lowerRoman' | 'upperRoman';
  /** What stands around the number: `1.`, `1)` or `(1)`. */
  readonly delimiter: 'period' | 'parenthesis' | 'parentheses';
}

export interface ManuscriptItem {
  /** Whether a box before the item is ticked; undefined where it has no box. */
  readonly isChecked: boolean | undefined;
  readonly children: readonly ManuscriptBlock[];
}

export interface DefinitionEntry {
  readonly term: readonly ManuscriptInline[];
  readonly definitions: readonly (readonly ManuscriptBlock[])[];
}

export interface ManuscriptTable {
  readonly kind: 'table';
  readonly caption: readonly ManuscriptInline[];
  /** One for each column; undefined where nothing is said. */
  readonly alignments: readonly ('left' | 'right' | 'center' | undefined)[];
  /** The rows of the head, mostly one; empty where it has none. */
  readonly head: readonly TableRow[];
  readonly rows: readonly TableRow[];
  /** The cells that take several columns or rows. What they cover is empty. */
  readonly spans?: readonly CellSpan[];
}

/** Where a cell of a table stands, and how many columns and rows it takes. */
export interface CellSpan {
  /** Counted from the first row of the head. */
  readonly row: number;
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
}

/** The cells of a row. Each holds blocks; one of plain words is a single paragraph, an empty one is empty. */
export type TableRow = readonly (readonly ManuscriptBlock[])[];

/** Inline content. `range` says where it stands in the paper; it is undefined for what Pilcrow adds. */
export type ManuscriptInline =
  /** Curly marks and dashes as Pandoc makes them. A line end is a space. */
  | { readonly kind: 'text'; readonly text: string; readonly range?: Range }
  | { readonly kind: TextStyle; readonly children: readonly ManuscriptInline[] }
  | { readonly kind: 'code'; readonly text: string; readonly range?: Range }
  /** TeX as written, without its dollars. */
  | { readonly kind: 'math'; readonly tex: string; readonly isDisplay: boolean; readonly range?: Range }
  | {
      readonly kind: 'link';
      /** An address of the web or for mail, or `#id` of something in the manuscript. */
      readonly target: string;
      readonly title: string;
      readonly children: readonly ManuscriptInline[];
    }
  /** A link to another file of the study folder. What writes the paper alone writes the words without a link. */
  | {
      readonly kind: 'fileLink';
      /** Relative to the study folder, with `/`. */
      readonly path: string;
      /** What stands after `#`; empty where nothing does. */
      readonly fragment: string;
      readonly children: readonly ManuscriptInline[];
    }
  | ManuscriptImage
  | { readonly kind: 'footnote'; /** Index in `footnotes`. */ readonly footnote: number }
  | { readonly kind: 'cite'; /** Index in `citations`. */ readonly citation: number }
  | {
      readonly kind: 'span';
      readonly attributes: ElementAttributes;
      readonly children: readonly ManuscriptInline[];
    }
  | { readonly kind: 'break' }
  /** Where a remark begins and ends. Both stand in one paragraph, in this order. */
  | {
      readonly kind: 'remarkStart' | 'remarkEnd';
      /** Index in `remarks`. */ readonly remark: number;
    };

export type TextStyle =
  'emphasis' | 'strong' | 'strikeout' | 'superscript' | 'subscript' | 'underline' | 'smallCaps';

/** An image whose file is in the study folder. */
export interface ManuscriptImage {
  readonly kind: 'image';
  /** Relative to the study folder, with `/`. */
  readonly path: string;
  /** Words for those who do not see it. */
  readonly alt: string;
  /** The same words with their markup. Those of a figure stand below it. */
  readonly caption: readonly ManuscriptInline[];
  readonly title: string;
  /** As written: `50%`, `3cm`, `200`; empty where nothing is said. */
  readonly width: string;
  readonly height: string;
}

export interface Footnote {
  readonly children: readonly ManuscriptBlock[];
  /** Where the paper has its mark, or the note itself where that stands in the text; undefined for one that a style makes. */
  readonly mark?: Range;
}

/** Citations in one bracket, or one in the sentence. */
export interface ManuscriptCitation {
  readonly range: Range;
  /** As written, on one line. A writer shows this, marked, where `isResolved` is false. */
  readonly written: string;
  /** Whether every item has a work. */
  readonly isResolved: boolean;
  /** What the citation style prints; what is written where `isResolved` is false. Items are linked by `StyledRun.citation`. */
  readonly text: readonly StyledRun[];
  readonly items: readonly ManuscriptCiteItem[];
  /** Index of the footnote in which it stands; undefined for one in the text. */
  readonly footnote: number | undefined;
  /** Unique in the manuscript, `cite-1`. A link back from a passage leads here. */
  readonly id: string;
}

/** One cited work. */
export interface ManuscriptCiteItem {
  readonly key: string;
  readonly mode: CitationMode;
  readonly prefix: readonly StyledRun[];
  /** What follows the locator, with its comma. */
  readonly suffix: readonly StyledRun[];
  readonly locator: CitedLocator | undefined;
  /** Where it leads in the text; undefined for a work without text, and where nothing is there. */
  readonly target: CitedTarget | undefined;
  /** The id of the first entry of `Manuscript.passages` that it leads to; undefined where it leads to none. */
  readonly entry: string | undefined;
}

export interface CitedLocator {
  readonly label: LocatorLabel;
  /** The numbers as written, `12-14`. */
  readonly value: string;
}

export interface CitedTarget {
  /** The key of the source. */
  readonly source: string;
  /** Running numbers, ascending. */
  readonly passages: readonly number[];
  /** The title or label of the section that the locator names. */
  readonly section: string | undefined;
  /** The number of the note that the locator names. */
  readonly note: number | undefined;
}

export interface BibliographyEntry {
  readonly key: string;
  /** Unique in the manuscript, `ref-key`. */
  readonly id: string;
  readonly text: readonly StyledRun[];
}

/** The passages of one source that the paper cites. */
export interface PassagesOfSource {
  readonly key: string;
  /** Unique in the manuscript. A citation without a locator leads here. */
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly share: Share;
  /** Sections cited as a whole, passages and notes, in the order of the source. */
  readonly entries: readonly PassageEntry[];
}

export interface PassageEntry {
  /** Unique in the manuscript. */
  readonly id: string;
  /** The name of the place in its source, whatever paper cites it: `p12`, `n3`, `s2-8`. */
  readonly place: string;
  /** `¶ 12` with a no-break space, `n. 3`, `sec. 2 (¶¶ 12–20)`. */
  readonly label: string;
  /** The sections that it stands in, outermost first. */
  readonly sections: readonly string[];
  /** Its words or gist, as far as the source shares them; empty otherwise. */
  readonly shown: string;
  readonly kind: 'words' | 'gist' | 'none';
  /** Indexes in `Manuscript.citations` of those that lead here, ascending. */
  readonly citedBy: readonly number[];
}

/** A remark in the margin: a comment of the paper, a reader's note, the state of a quotation. */
export interface Remark {
  /** Empty where none is to be told. */
  readonly author: string;
  readonly text: string;
}

/** Something that did not go out as it is written. */
export interface ExportProblem {
  readonly kind: 'unresolved' | 'image' | 'link' | 'math' | 'raw';
  readonly range: Range;
  readonly message: Message;
}
