import { shiftCitation, type Citation } from './citation.ts';
import type { Chunk, MarkdownDocument, PlacedChunk } from './document.ts';
import { readBlockCitations } from './pandoc/blockCitations.ts';
import { readBlocks } from './pandoc/blockTexts.ts';
import { Definitions } from './pandoc/definitions.ts';
import { ConsultedReferences, DocumentReferences, type Answers } from './pandoc/references.ts';
import { SideTable } from '../text/sideTable.ts';

/** How citations are read. */
export interface CitationOptions {
  /** The language of locator terms (`fr`, `en-GB`); by default the `lang` of the document's front matter. */
  readonly lang?: string;
  /** Whether every block is read by the whole of Pandoc's rules, the plainest too; the citations are the same. */
  readonly thorough?: boolean;
}

/** The citations of one chunk of a document, in order. */
export interface ChunkCitations {
  /** Where the chunk stands; the offsets of the citations are those of the document. */
  readonly start: number;
  readonly citations: readonly Citation[];
  /** The same object as long as the chunk is read the same, wherever it stands. */
  readonly reading: Reading;
}

/** On what the citations of a chunk depend beside its text. */
interface Reading {
  readonly lang: string | undefined;
  readonly thorough: boolean;
  /** Whether its first block is a part of a definition list that began before it. */
  readonly continuesDefinition: boolean;
  readonly answers: Answers | undefined;
}

/**
 * The citations of a document, in document order, as Pandoc reads them. Inline content is read with Pandoc's rules
 * (`pandoc/`), blocks are those of the tree. Never throws; the time is linear in the length of the text. Chunks are read once:
 * again only where something else is said of the labels that they ask for.
 */
export function readCitations(document: MarkdownDocument, options: CitationOptions = {}): Citation[] {
  const citations: Citation[] = [];
  for (const chunk of readChunkCitations(document, options))
    if (chunk) for (const citation of chunk.citations) citations.push(citation);
  return citations;
}

/** The citations chunk by chunk; undefined for those without any. */
export function readChunkCitations(
  document: MarkdownDocument,
  options: CitationOptions = {},
): (ChunkCitations | undefined)[] {
  const { chunks, frontMatter } = document;
  if (!document.text.includes('@')) return chunks.map(() => undefined);
  const given = frontMatter.data['lang'];
  const lang = options.lang ?? (typeof given === 'string' ? given : undefined);
  const thorough = options.thorough ?? false;
  const references = new DocumentReferences(chunks);
  const definitions = new Definitions(chunks);
  return chunks.map((placed, index) => {
    if (!placed.chunk.text.includes('@')) return undefined;
    const continuesDefinition = definitions.goOnIn(index);
    return citationsOf(placed, { lang, thorough, continuesDefinition }, references);
  });
}

/** Kept where the chunk stood last. */
const kept = new SideTable<Chunk, ChunkCitations>();

type Circumstances = Omit<Reading, 'answers'>;

function citationsOf(
  placed: PlacedChunk,
  circumstances: Circumstances,
  references: DocumentReferences,
): ChunkCitations {
  const { chunk, start } = placed;
  const known = kept.get(chunk);
  if (known && holds(known.reading, circumstances, references)) {
    if (known.start === start) return known;
    // Only one copy is kept: where the chunk moved, the citations move with it.
    const citations = known.citations.map((citation) => shiftCitation(citation, start - known.start));
    const moved = { start, citations, reading: known.reading };
    kept.set(chunk, moved);
    return moved;
  }
  const read = readChunk(placed, circumstances, references);
  kept.set(chunk, read);
  return read;
}

function holds(reading: Reading, circumstances: Circumstances, references: DocumentReferences): boolean {
  return (
    reading.lang === circumstances.lang &&
    reading.thorough === circumstances.thorough &&
    reading.continuesDefinition === circumstances.continuesDefinition &&
    (reading.answers === undefined || references.gives(reading.answers))
  );
}

function readChunk(
  { chunk, start }: PlacedChunk,
  circumstances: Circumstances,
  references: DocumentReferences,
): ChunkCitations {
  const consulted = new ConsultedReferences(references);
  const { lang, thorough, continuesDefinition } = circumstances;
  const citations: Citation[] = [];
  for (const block of readBlocks(chunk.blocks, chunk.text, continuesDefinition))
    readBlockCitations(block, { origin: start, lang, thorough, references: consulted }, citations);
  citations.sort((a, b) => a.range.start - b.range.start);
  return { start, citations, reading: { ...circumstances, answers: consulted.answers } };
}
