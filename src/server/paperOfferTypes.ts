import type { WireLocation } from './viewTypes.ts';

/** Requests about Markdown files that could be papers. */
export interface PaperOfferMethods {
  /**
   * What a Markdown document is to its study folder: a paper, also by a glob of `pilcrow.json`; a file whose `citations`
   * nobody checks, with its path as a paper; or null.
   */
  readonly 'pilcrow/paperOffer': {
    params: { uri: string };
    result: { isPaper: true } | { isPaper: false; citations: number; folder: string; path: string } | null;
  };
  /** Where links name a document by its ending, `.md`: what has to be another when it becomes a paper. */
  readonly 'pilcrow/linkEndings': { params: { uri: string }; result: readonly WireLocation[] };
}
