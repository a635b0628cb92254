import type { WireLocation, WirePosition, WireRange } from './viewTypes.ts';

/** The requests about citing. */
export interface CitingMethods {
  /**
   * The citation of what is selected in a source: `[@masswork, ¶ 12]`, or null where nothing can be cited. `quotation` is
   * the selected words in marks, with the citation; `block` the same as a block quotation, where it is long or of several
   * `paragraphs`. Words are taken whole. It is written in the language of `paper`, in English where none is named.
   */
  readonly 'pilcrow/citationOf': {
    params: { uri: string; range: WireRange; paper?: string };
    result: { citation: string; quotation: string | null; block: string | null; paragraphs: number } | null;
  };
  /** Citations, as rows and the pick have them, in the language of a paper: `[@masswork, § 12]`. */
  readonly 'pilcrow/citationFor': { params: { uri?: string; citation: string }; result: string };
  /**
   * What citing something at a place of a paper makes of it: inside a citation that goes on, elsewhere one more is written.
   * `caret` is where the cursor goes, in the text as it is after the edit. Null where nothing can be cited there.
   */
  readonly 'pilcrow/cite': {
    params: { uri: string; position: WirePosition; citation: string };
    result: { range: WireRange; newText: string; caret: WirePosition } | null;
  };
  /**
   * What can be cited: all of it, or what answers to what is `typed`, the best first, with numbers, ranges and lists of them as
   * one. `key` asks for one source; what `position` of the paper `uri` cites comes first.
   */
  readonly 'pilcrow/citable': {
    params: { uri?: string; typed?: string; key?: string; position?: WirePosition };
    result: readonly CitableItem[];
  };
}

export interface CitableItem {
  /** `[@masswork, ¶ 12]`, in English whatever the paper. */
  readonly citation: string;
  /** Its locator in the language of the paper, `§ 12`. */
  readonly locator: string;
  /** `¶ 12` */
  readonly label: string;
  /** `masswork › (1) …` */
  readonly description: string;
  /** Gist or first words. */
  readonly detail: string;
  /** Where the passage stands, for “Go to Passage”. */
  readonly target?: WireLocation;
}
