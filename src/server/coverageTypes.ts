/** What goes over the wire about coverage; part of the protocol (src/server/protocol.ts). */

/** What counts: URIs of papers, names of authors, first and last day (`2026-11-23`, `2026-11` or `2026`). */
export interface CoverageFilter {
  readonly papers?: readonly string[];
  readonly authors?: readonly string[];
  readonly since?: string;
  readonly until?: string;
}

export interface CoverageReply {
  readonly key: string;
  readonly title: string;
  /** “Title”, by Author (year). */
  readonly line: string;
  readonly outlineName: string;
  /** Null where the client has it. */
  readonly outline: {
    readonly groups: readonly {
      readonly name: string;
      readonly depth: number;
      readonly isNotes: boolean;
      readonly cells: readonly {
        readonly number: number;
        /** `¶ 12` */
        readonly label: string;
        /** Gist or first words. */
        readonly text: string;
        /** The sections around. */
        readonly trail: string;
      }[];
    }[];
  } | null;
  /** Of the cells that anything was said of, in order; `cell` counts from 0 over all groups. */
  readonly figures: readonly CoverageFigure[];
  /** What is said of the other cells. */
  readonly noFigures: string;
  /** A line on each group. */
  readonly groups: readonly string[];
  /** A line on the whole. */
  readonly totals: string;
  /** What to say where there is nothing to see. */
  readonly empty: string | null;
  /** What can be filtered by, whatever is filtered by now. */
  readonly papers: readonly {
    readonly uri: string;
    readonly title: string;
    readonly by: string;
    readonly date: string | null;
  }[];
  readonly authors: readonly string[];
  readonly sources: readonly { readonly key: string; readonly title: string }[];
}

export interface CoverageFigure {
  readonly cell: number;
  readonly counts: {
    readonly citations: number;
    /** Of these, those that name its section and not itself. */
    readonly bySection: number;
    readonly quotations: number;
    readonly notes: number;
  };
  /** Places in `papers`. */
  readonly papers: readonly number[];
  /** `cited twice in 1 paper; quoted once` */
  readonly words: string;
}
