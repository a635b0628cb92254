import type { PhrasingContent, RootContent } from 'mdast';
import type { Node, Parent } from 'unist';
import type { BlockLine } from '../blockLines.ts';

/** A line block, `| verse`: its lines, which are shown as they stand. */
export interface LineBlockNode extends Parent {
  type: 'lineBlock';
  children: VerseLineNode[];
}

export interface VerseLineNode extends Parent {
  type: 'verseLine';
  children: PhrasingContent[];
}

/** A definition list: terms, and what defines them, in the order in which they stand. */
export interface DefinitionListNode extends Parent {
  type: 'definitionList';
  children: (DefinitionTermNode | DefinitionDescriptionNode)[];
}

export interface DefinitionTermNode extends Parent {
  type: 'definitionTerm';
  children: PhrasingContent[];
}

export interface DefinitionDescriptionNode extends Parent {
  type: 'definitionDescription';
  children: RootContent[];
}

/** Facts that nodes of Pandoc's blocks have besides those of Markdown. */
export interface PandocFacts {
  /**
   * The lines of the content of a block that stands in a part of a table, definition or item. Its range may hold parts of
   * other blocks, too. Offsets are those of the node.
   */
  lines?: readonly BlockLine[];
  /** The label of a numbered example. */
  exampleLabel?: string;
  /** Whether a row of a table is its caption. */
  isCaption?: boolean;
  /** The text of an image in running text. That of a figure stands beside it. Offsets are those of the image. */
  imageText?: readonly PhrasingContent[];
}

declare module 'unist' {
  interface Data {
    pandoc?: PandocFacts;
  }
}

declare module 'mdast' {
  interface BlockContentMap {
    lineBlock: LineBlockNode;
    definitionList: DefinitionListNode;
  }
  interface RootContentMap {
    lineBlock: LineBlockNode;
    verseLine: VerseLineNode;
    definitionList: DefinitionListNode;
    definitionTerm: DefinitionTermNode;
    definitionDescription: DefinitionDescriptionNode;
  }
}

/** Returns what a node of Pandoc's blocks is known by besides its text; empty for other nodes. */
export function pandocFactsOf(node: Node): PandocFacts {
  return node.data?.pandoc ?? {};
}
