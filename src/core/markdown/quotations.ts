import type { Blockquote, Nodes, Parents, PhrasingContent } from 'mdast';
import type { Citation } from './citation.ts';
import type { MarkdownDocument } from './document.ts';
import type { Quotation } from './quotation.ts';
import { readBlockQuotation, type Surroundings } from './quotations/blocks.ts';
import { readInlineQuotations, type Paragraph } from './quotations/inline.ts';
import { readProse, type CitationGroups } from './quotations/prose.ts';

/**
 * Reads the quotations of a paper with the citations they are attributed to, in reading order. Nothing is read in code,
 * link targets, front matter or HTML. Total: any tree gives a list.
 * @param citations all citations of the document
 */
export function readQuotations(document: MarkdownDocument, citations: readonly Citation[]): Quotation[] {
  const groups = groupCitations(document, citations);
  const found: Quotation[] = [];
  visit(document.tree, { document, groups, found });
  return found.sort((a, b) => a.range.start - b.range.start);
}

interface Reading {
  readonly document: MarkdownDocument;
  readonly groups: CitationGroups;
  readonly found: Quotation[];
}

/** Puts together what stands in one bracket, and finds the notes that cite. */
function groupCitations(document: MarkdownDocument, citations: readonly Citation[]): CitationGroups {
  const byStart = new Map<number, { range: Citation['group']; citations: Citation[] }>();
  for (const citation of citations) {
    const kept = byStart.get(citation.group.start);
    if (kept) kept.citations.push(citation);
    else byStart.set(citation.group.start, { range: citation.group, citations: [citation] });
  }
  const groups = [...byStart.values()].sort((a, b) => a.range.start - b.range.start);
  const notes = new Map<string, Citation[]>();
  for (const node of notesOf(document.tree)) {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? start;
    const inside = groups.filter((group) => group.range.start >= start && group.range.end <= end);
    const first = inside[0];
    if (node.type === 'footnoteDefinition' && first && !notes.has(node.identifier))
      notes.set(node.identifier, first.citations);
  }
  return { groups, notes };
}

function notesOf(node: Nodes): Nodes[] {
  if (node.type === 'footnoteDefinition') return [node];
  return 'children' in node ? node.children.flatMap((child) => notesOf(child)) : [];
}

/** Blocks that hold prose; paragraphs that follow one another may share a quotation. */
function visit(parent: Parents, reading: Reading): void {
  let run: Paragraph[] = [];
  const flush = (): void => {
    reading.found.push(...readInlineQuotations(run));
    run = [];
  };
  parent.children.forEach((node, index) => {
    if (node.type === 'paragraph') return void run.push(paragraphOf(node.children, reading));
    flush();
    if (node.type === 'heading' || node.type === 'tableCell')
      reading.found.push(...readInlineQuotations([paragraphOf(node.children, reading)]));
    else if (node.type === 'blockquote') visitBlockQuotation(node, parent, index, reading);
    else if ('children' in node) visit(node, reading);
  });
  flush();
}

function paragraphOf(nodes: readonly PhrasingContent[], reading: Reading): Paragraph {
  return { prose: readProse(nodes, reading.document.text, reading.groups) };
}

function visitBlockQuotation(node: Blockquote, parent: Parents, index: number, reading: Reading): void {
  const { document, groups } = reading;
  if (isCallout(node, document.text)) return visit(node, reading);
  const proseOf = (sibling: Nodes | undefined) =>
    sibling?.type === 'paragraph' ? readProse(sibling.children, document.text, groups) : undefined;
  const around: Surroundings = {
    before: proseOf(neighbour(parent, index, -1)),
    behind: proseOf(neighbour(parent, index, 1)),
  };
  const quotation = readBlockQuotation(node, document.text, groups, around);
  if (quotation) reading.found.push(quotation);
}

/** The next sibling that is no comment. */
function neighbour(parent: Parents, index: number, step: 1 | -1): Nodes | undefined {
  let at = index + step;
  while (parent.children[at]?.type === 'html') at += step;
  return parent.children[at];
}

/** `> [!NOTE]` is the writer's own box. */
function isCallout(node: Blockquote, text: string): boolean {
  const start = node.position?.start.offset ?? 0;
  return /^>[ \t]?\[![\p{L}-]{1,40}\]/u.test(text.slice(start, start + 60));
}
