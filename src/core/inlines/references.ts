import { memo } from '../memo.ts';
import type { Nodes } from 'mdast';
import { type Chunk, type PlacedChunk, rangeOf } from '../blocks.ts';
import { headingRange } from './blockTexts.ts';
import type { References } from './inlineReader.ts';
import { referenceKey } from './referenceKeys.ts';

/** The labels that a part of a document defines. */
type LabelSets = Record<keyof References, Set<string>>;

/** Returns the labels that chunks define. They are collected at the first question, because most papers ask none. */
export function labelsInNodes(chunks: readonly PlacedChunk[]): References {
  let all: LabelSets | undefined;
  const ofKind = (kind: keyof LabelSets) => ({
    has: (label: string): boolean => (all ??= collectLabels(chunks))[kind].has(label),
  });
  return { links: ofKind('links'), notes: ofKind('notes'), examples: ofKind('examples') };
}

function collectLabels(chunks: readonly PlacedChunk[]): LabelSets {
  const all = emptyLabels();
  for (const { chunk } of chunks) {
    const labels = labelsOf(chunk);
    if (labels === noDefinedLabels) continue;
    for (const kind of labelKinds) for (const label of labels[kind]) all[kind].add(label);
  }
  return all;
}

const labelKinds = ['links', 'notes', 'examples'] as const;

function emptyLabels(): LabelSets {
  return { links: new Set(), notes: new Set(), examples: new Set() };
}

/** The labels of a chunk that defines none. */
const noDefinedLabels = emptyLabels();

/** What a document defines that defines no labels. */
export const noReferences: References = noDefinedLabels;

const labelsOf = memo('labels of a chunk', ({ text, blocks }: Chunk): LabelSets => {
  const labels = emptyLabels();
  const visit = (node: Nodes): void => {
    if (node.type === 'definition' && node.label) labels.links.add(referenceKey(node.label));
    if (node.type === 'footnoteDefinition') labels.notes.add(node.label ?? node.identifier);
    if (node.type === 'heading' && node.position) {
      const { start, end } = headingRange(rangeOf(node), text);
      labels.links.add(referenceKey(text.slice(start, end)));
    }
    const exampleLabel = node.data?.pandoc?.exampleLabel;
    if (exampleLabel !== undefined) labels.examples.add(exampleLabel);
    if (isContainer(node)) node.children.forEach(visit);
  };
  blocks.forEach(visit);
  return labelKinds.every((kind) => labels[kind].size === 0) ? noDefinedLabels : labels;
});

/** Whether a node is a block that contains blocks. */
function isContainer(node: Nodes): node is Nodes & {
  type:
    'blockquote' | 'list' | 'listItem' | 'footnoteDefinition' | 'definitionList' | 'definitionDescription';
} {
  return containers.has(node.type);
}

const containers = new Set([
  'blockquote',
  'list',
  'listItem',
  'footnoteDefinition',
  'definitionList',
  'definitionDescription',
]);
