import { memo } from '../../memo.ts';
import type { Nodes } from 'mdast';
import type { Chunk } from '../../blocks.ts';
import { isHtmlQuotation, openQuotationsOf } from './htmlQuotations.ts';
import { markCandidates } from './markCandidates.ts';

/** Facts about a chunk that depend on nothing else. */
export interface ChunkOutline {
  /** Whether no quotation can start, end or continue in it. */
  readonly quiet: boolean;
  /** Its definitions of notes. */
  readonly notes: readonly NoteSpan[];
  /** How many more quotations in HTML it opens than it closes. */
  readonly openHtml: number;
}

interface NoteSpan {
  readonly label: string;
  /** Offsets are into the chunk. */
  readonly start: number;
  readonly end: number;
}

const plainOutline: ChunkOutline = { quiet: true, notes: [], openHtml: 0 };
const loudOutline: ChunkOutline = { quiet: false, notes: [], openHtml: 0 };

/** Returns the outline of a chunk. */
export const chunkOutline = memo('quotation outline of a chunk', (chunk: Chunk): ChunkOutline => {
  if (chunk.plain) return markCandidates(chunk.text, 1).length === 0 ? plainOutline : loudOutline;
  const quiet =
    !(chunk.text.includes('>') && chunk.blocks.some(holdsBlock)) &&
    markCandidates(chunk.text, 1).length === 0;
  const notes = chunk.text.includes('[^') ? chunk.blocks.flatMap(notesOf) : [];
  const openHtml = quiet ? 0 : openQuotationsOf(chunk.blocks);
  return notes.length > 0 || openHtml !== 0 ? { quiet, notes, openHtml } : quiet ? plainOutline : loudOutline;
});

function holdsBlock(node: Nodes): boolean {
  if (node.type === 'html') return isHtmlQuotation(node);
  if (node.type === 'paragraph' || node.type === 'heading' || !('children' in node)) return false;
  return node.type === 'blockquote' || node.children.some(holdsBlock);
}

function notesOf(node: Nodes): NoteSpan[] {
  if (node.type === 'footnoteDefinition') {
    const start = node.position?.start.offset ?? 0;
    return [{ label: node.identifier, start, end: node.position?.end.offset ?? start }];
  }
  if (node.type === 'paragraph' || node.type === 'heading' || !('children' in node)) return [];
  return node.children.flatMap(notesOf);
}
