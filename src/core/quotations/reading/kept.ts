import type { SideTable } from '../../text.ts';
import { memo } from '../../memo.ts';
import type { Nodes } from 'mdast';
import type { Chunk } from '../../blocks.ts';
import { markCandidates } from './candidates.ts';
import type { ChunkCitations } from '../../citations.ts';
import { chunkGroups, noGroups, sameGroups } from './chunkCitations.ts';
import type { Member } from './piece.ts';
import type { CitationGroup } from './prose.ts';
import type {} from '../../text.ts';

/** A chunk, and everything that its reading depends on except the notes that it asks about. */
export interface BareMember {
  readonly chunk: Chunk;
  /** Offset of the chunk in the chunks that are read together. */
  readonly base: number;
  readonly citations: ChunkCitations | undefined;
  readonly firstGroup: number;
}

/** A reading of chunks, with everything that it depended on besides their text. */
export interface Kept<T> {
  readonly value: T;
  readonly members: readonly BareMember[];
  /** The labels of notes that it asked about, and whether these notes cite. */
  readonly asked: ReadonlyMap<string, boolean>;
}

/** The labels of the notes that cite. */
export interface CitingNotes {
  has(label: string): boolean;
}

/** Readings by their first chunk. They are valid in every paper with the same chunks, at any place. */
export type Readings<T> = SideTable<Chunk, Kept<T>>;

/** Returns the cached reading of chunks if it is still valid; reads them otherwise. */
export function kept<T>(
  readings: Readings<T>,
  members: readonly BareMember[],
  notes: CitingNotes,
  read: (members: readonly Member[]) => T,
): T {
  const first = members[0];
  const known = first && readings.get(first.chunk);
  if (known && holds(known, members, notes)) return known.value;
  const asked = new Map<string, boolean>();
  const noteCites = (label: string): boolean => {
    const answer = notes.has(label);
    asked.set(label, answer);
    return answer;
  };
  const value = read(
    members.map(({ chunk, base, citations, firstGroup }) => ({
      text: chunk.text,
      nodes: chunk.nodes,
      base,
      groups: groupsOf(citations),
      firstGroup,
      noteCites,
    })),
  );
  if (first) readings.set(first.chunk, { value, members, asked });
  return value;
}

function groupsOf(citations: ChunkCitations | undefined): readonly CitationGroup[] {
  return citations ? chunkGroups(citations).groups : noGroups.groups;
}

function holds<T>(known: Kept<T>, members: readonly BareMember[], notes: CitingNotes): boolean {
  if (known.members.length !== members.length) return false;
  for (let i = 0; i < members.length; i++) {
    const a = known.members[i];
    const b = members[i];
    if (!a || a.chunk !== b?.chunk || a.base !== b.base) return false;
    if (a.citations !== b.citations && !sameGroups(groupsOf(a.citations), groupsOf(b.citations)))
      return false;
  }
  if (known.asked.size > 0)
    for (const [label, cites] of known.asked) if (notes.has(label) !== cites) return false;
  return true;
}

/** Facts about a chunk that depend on nothing else. */
export interface Outline {
  /** Whether no quotation can start, end or continue in it. */
  readonly quiet: boolean;
  /** Its definitions of notes. */
  readonly notes: readonly NoteSpan[];
}

interface NoteSpan {
  readonly label: string;
  /** Offsets are into the chunk. */
  readonly start: number;
  readonly end: number;
}

const plainOutline: Outline = { quiet: true, notes: [] };
const loudOutline: Outline = { quiet: false, notes: [] };

/** Returns the outline of a chunk. */
export const outlineOf = memo('quotation outline of a chunk', (chunk: Chunk): Outline => {
  const quiet =
    !(chunk.text.includes('>') && chunk.blocks.some(holdsBlock)) &&
    markCandidates(chunk.text, 1).length === 0;
  const notes = chunk.text.includes('[^') ? chunk.blocks.flatMap(notesOf) : [];
  return notes.length > 0 ? { quiet, notes } : quiet ? plainOutline : loudOutline;
});

function holdsBlock(node: Nodes): boolean {
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
