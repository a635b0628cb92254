/** What a preview shows above a paper, in place of its citations, and at its end. */
export interface PreviewReply {
  /** The paper as it was read: a preview of another text must ask again. */
  readonly text: string;
  /** Plain text from the front matter, empty where that says nothing; null where there is no heading to show. */
  readonly heading: {
    readonly title: string;
    readonly subtitle: string;
    readonly authors: readonly string[];
    readonly date: string;
  } | null;
  readonly citations: readonly {
    readonly range: { readonly start: number; readonly end: number };
    /** Plain text, author and date. */
    readonly text: string;
    readonly tooltip: string;
    readonly unresolved: boolean;
  }[];
  /** Works cited, a line each, plain text. */
  readonly works: readonly string[];
}
