/** Pilcrow's requests about a text and its translations and other printings. */
import type { Location, Position, Range } from 'vscode-languageserver';
import type { AlignmentReview, TextPair } from '../core/present/sources.ts';

export type { AlignmentReview, TextPair };

/** The requests by name, a part of `PilcrowMethods`. */
export interface AlignmentMethods {
  /** The sources with passages, each with the keys of its other printings. */
  readonly 'pilcrow/printings': {
    params: { uri?: string };
    result: readonly {
      readonly key: string;
      readonly title: string;
      readonly printings: readonly string[];
    }[];
  };
  /** What citations of one source are as citations of another printing. Null where there is no such pair. */
  readonly 'pilcrow/moveCitations': {
    params: { uri?: string; old: string; now: string };
    result: CitationMoves | null;
  };
  /** The texts that name a base which is there, each with it. */
  readonly 'pilcrow/textPairs': { params: { uri?: string }; result: readonly TextPair[] };
  /** Computes which paragraphs of two texts correspond; the client writes what comes of it. */
  readonly 'pilcrow/alignTexts': {
    params: { uri?: string; base: string; text: string };
    result: AlignmentWriting | { problem: string };
  };
  /** Two texts side by side, and the file that says so; null where they have not been aligned, a problem where it cannot be read. */
  readonly 'pilcrow/alignmentReview': {
    params: { uri?: string; base: string; text: string };
    result: (AlignmentReview & { readonly uri: string }) | { problem: string } | null;
  };
  /**
   * What a person says of some paragraphs, which the client writes. `by` is who says so, or empty; `content` what the file of the two
   * texts holds now, of which the server may not have heard yet.
   */
  readonly 'pilcrow/confirmGroups': {
    params: {
      uri?: string;
      base: string;
      text: string;
      groups: readonly { readonly base: readonly number[]; readonly text: readonly number[] }[];
      by: string;
      content: string;
    };
    result: AlignmentWriting | { problem: string };
  };
  /** The other texts that a source has been put side by side with, those alone that are there. */
  readonly 'pilcrow/textsBeside': {
    params: { uri: string };
    result: readonly { readonly uri: string; readonly title: string }[];
  };
  /** What the texts beside a source have for the paragraph at a place in it; empty where nothing is known. */
  readonly 'pilcrow/counterpartsAt': {
    params: { uri: string; position: Position };
    result: readonly CounterpartPlace[];
  };
}

/** A file of alignments as it is to be written, and how much of it is certain, open and confirmed. */
export interface AlignmentWriting {
  readonly uri: string;
  readonly newText: string;
  readonly certain: number;
  readonly open: number;
  readonly confirmed: number;
}

/** What another text has for a paragraph. */
export interface CounterpartPlace {
  readonly uri: string;
  readonly title: string;
  /** Where it stands; empty where a person confirmed that there is nothing. */
  readonly ranges: readonly Range[];
  /** Whether it is certain. What is not may be there, and no more. */
  readonly isCertain: boolean;
}

/** Edits that move citations to another printing of a text, and the citations that stay because they are not certain. */
export interface CitationMoves {
  readonly files: readonly {
    readonly uri: string;
    readonly edits: readonly { readonly range: Range; readonly newText: string }[];
  }[];
  /** How many citations the edits move. */
  readonly moved: number;
  readonly stays: readonly Location[];
}
