import { memo } from '../memo.ts';
import type { Nodes } from 'mdast';
import type { Chunk, PlacedChunk } from '../blocks.ts';
import { headingRange, readLines } from './blockTexts.ts';
import type { References } from './inlineReader.ts';
import { referenceKey } from './labels.ts';
import { splitParagraph } from './paragraphs.ts';

/** The labels that a part of a document defines. */
interface Labels {
  /** Labels of link definitions and headings, normalised by `referenceKey`. */
  readonly links: Set<string>;
  readonly notes: Set<string>;
  /** Labels of numbered examples. */
  readonly examples: Set<string>;
}

/** Questions about labels, with their answers. */
export type Answers = readonly Answer[];

interface Answer {
  readonly kind: keyof Labels;
  readonly label: string;
  readonly isDefined: boolean;
}

/** The labels that a document defines. They are collected at the first question, because most papers ask none. */
export class DocumentReferences {
  private labels: Labels | undefined;

  constructor(private readonly chunks: readonly PlacedChunk[]) {}

  defines(kind: keyof Labels, label: string): boolean {
    this.labels ??= this.collect();
    return this.labels[kind].has(label);
  }

  /** Whether the document still gives the same answers. */
  gives(answers: Answers): boolean {
    for (const { kind, label, isDefined } of answers)
      if (this.defines(kind, label) !== isDefined) return false;
    return true;
  }

  private collect(): Labels {
    const all = noLabels();
    for (const { chunk } of this.chunks) {
      const labels = labelsOf(chunk);
      if (labels === none) continue;
      for (const kind of kinds) for (const label of labels[kind]) all[kind].add(label);
    }
    return all;
  }
}

const kinds = ['links', 'notes', 'examples'] as const;

function noLabels(): Labels {
  return { links: new Set(), notes: new Set(), examples: new Set() };
}

/**
 * The references of a document, with a record of all questions. A result that was read with them stays valid as long as the
 * answers do.
 */
export class ConsultedReferences implements References {
  /** By kind and label. */
  private readonly asked = new Map<string, Answer>();

  constructor(private readonly references: DocumentReferences) {}

  /** The questions so far, with their answers; undefined where there are none. */
  get answers(): Answers | undefined {
    return this.asked.size > 0 ? [...this.asked.values()] : undefined;
  }

  isLink(label: string): boolean {
    return this.ask('links', label);
  }

  isNote(label: string): boolean {
    return this.ask('notes', label);
  }

  isExample(label: string): boolean {
    return this.ask('examples', label);
  }

  private ask(kind: keyof Labels, label: string): boolean {
    const isDefined = this.references.defines(kind, label);
    this.asked.set(`${kind} ${label}`, { kind, label, isDefined });
    return isDefined;
  }
}

/** A document that defines no labels. */
export const noReferences: References = {
  isLink: () => false,
  isNote: () => false,
  isExample: () => false,
};

/** The labels of a chunk that defines none. */
const none = noLabels();

const labelsOf = memo('labels of a chunk', ({ text, blocks }: Chunk): Labels => {
  const labels = noLabels();
  const returns = text.includes('\r');
  const visit = (node: Nodes, quotes: number): void => {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (node.type === 'definition' && node.label) labels.links.add(referenceKey(node.label));
    if (node.type === 'footnoteDefinition') labels.notes.add(node.label ?? node.identifier);
    if (start !== undefined && end !== undefined) {
      if (node.type === 'heading') {
        const range = headingRange({ start, end }, text);
        labels.links.add(referenceKey(text.slice(range.start, range.end)));
      } else if (node.type === 'paragraph' && text.slice(start, end).includes('@'))
        splitParagraph(text, readLines(text, { start, end }, quotes, returns), labels.examples);
    }
    if (isContainer(node))
      for (const child of node.children) visit(child, quotes + (node.type === 'blockquote' ? 1 : 0));
  };
  for (const node of blocks) visit(node, 0);
  return kinds.every((kind) => labels[kind].size === 0) ? none : labels;
});

/** Whether a node is a block that contains blocks. */
function isContainer(
  node: Nodes,
): node is Nodes & { type: 'blockquote' | 'list' | 'listItem' | 'footnoteDefinition' } {
  return ['blockquote', 'list', 'listItem', 'footnoteDefinition'].includes(node.type);
}
