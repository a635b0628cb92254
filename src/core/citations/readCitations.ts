import { locatorTerms } from '../locators.ts';
import { shiftCitation, type Citation } from './citationTypes.ts';
import { type Chunk, languageOf, type MarkdownDocument } from '../blocks.ts';
import { readBlockCitations } from './blockCitations.ts';
import {
  type Answers,
  ConsultedReferences,
  Definitions,
  DocumentReferences,
  readBlocks,
} from '../inlines.ts';
import { appendAll, SideTable } from '../text.ts';

/** Options for reading citations. */
export interface CitationOptions {
  /** The language of locator terms (`fr`, `en-GB`); by default the `lang` of the document's front matter. */
  readonly lang?: string;
  /** Whether to read every block with the complete rules of Pandoc, without the shortcut. The citations are the same. */
  readonly thorough?: boolean;
}

/** The citations of one chunk, in order. Cached by chunk: the same object while the chunk is read the same. */
export interface ChunkCitations {
  /** Offsets are into the chunk. */
  readonly citations: readonly Citation[];
  /** What they depend on besides the text of the chunk. */
  readonly reading: Reading;
}

interface Reading {
  readonly lang: string | undefined;
  readonly thorough: boolean;
  /** Whether its first block continues a definition list; undefined where it cannot. */
  readonly continuesDefinition: boolean | undefined;
  readonly answers: Answers | undefined;
}

/**
 * Returns the citations of a document, in document order. Inline content is read by Pandoc's rules (`shortcut/`,
 * `inlines/`); blocks are those of the tree. Never throws. Takes linear time. Chunks are cached, and read again only if the
 * labels that they refer to change their meaning.
 */
export function readCitations(document: MarkdownDocument, options?: CitationOptions): readonly Citation[] {
  const citations: Citation[] = [];
  const take = (chunk: ChunkCitations, start: number): void =>
    appendAll(citations, placedCitations(chunk, start));
  eachCiting(document, take, options);
  return citations;
}

/** Calls `take` with the citations of each chunk that has any, and with the start of the chunk. */
export function eachCiting(
  document: MarkdownDocument,
  take: (chunk: ChunkCitations, start: number) => void,
  options?: CitationOptions,
): void {
  readChunkCitations(document, options).forEach((chunk, index) => {
    if (chunk) take(chunk, document.chunks[index]?.start ?? 0);
  });
}

const whole = new SideTable<MarkdownDocument, readonly (ChunkCitations | undefined)[]>();

/** Returns the citations chunk by chunk; undefined for a chunk without any. */
export function readChunkCitations(
  document: MarkdownDocument,
  options?: CitationOptions,
): readonly (ChunkCitations | undefined)[] {
  const known = options ? undefined : whole.get(document);
  if (known) return known;
  const read = readEachChunk(document, options ?? {});
  if (!options) whole.set(document, read);
  return read;
}

function readEachChunk(
  { chunks, frontMatter, text }: MarkdownDocument,
  options: CitationOptions,
): (ChunkCitations | undefined)[] {
  if (!text.includes('@')) return chunks.map(() => undefined);
  const lang = options.lang ?? languageOf({ frontMatter });
  const thorough = options.thorough ?? false;
  const references = new DocumentReferences(chunks);
  const definitions = new Definitions(chunks);
  return chunks.map(({ chunk }, index) => {
    const known = kept.get(chunk);
    if (known === nothing) return undefined;
    if (known && holds(known.reading, lang, thorough, references)) {
      const { continuesDefinition } = known.reading;
      if (continuesDefinition === undefined || continuesDefinition === definitions.goOnIn(index))
        return known;
    }
    const read = chunk.text.includes('@')
      ? readChunk(chunk, { lang, thorough, continuesDefinition: definitions.goOnIn(index) }, references)
      : nothing;
    kept.set(chunk, read);
    return read === nothing ? undefined : read;
  });
}

const kept = new SideTable<Chunk, ChunkCitations>();
/** The citations of a chunk without any, with all options. */
const nothing: ChunkCitations = {
  citations: [],
  reading: { lang: undefined, thorough: false, continuesDefinition: undefined, answers: undefined },
};

function holds(
  reading: Reading,
  lang: string | undefined,
  thorough: boolean,
  references: DocumentReferences,
): boolean {
  return (
    reading.lang === lang &&
    reading.thorough === thorough &&
    (reading.answers === undefined || references.gives(reading.answers))
  );
}

function readChunk(
  chunk: Chunk,
  circumstances: Omit<Reading, 'answers'>,
  references: DocumentReferences,
): ChunkCitations {
  const consulted = new ConsultedReferences(references);
  const { lang, thorough, continuesDefinition = false } = circumstances;
  const citations: Citation[] = [];
  for (const block of readBlocks(chunk.blocks, chunk.text, continuesDefinition))
    readBlockCitations(block, { terms: locatorTerms(lang), thorough, references: consulted }, citations);
  citations.sort((a, b) => a.range.start - b.range.start);
  return { citations, reading: { ...circumstances, answers: consulted.answers } };
}

interface Placed {
  readonly start: number;
  readonly citations: readonly Citation[];
}

/** The place where a chunk's citations were last asked for. */
const placed = new SideTable<ChunkCitations, Placed>();

/**
 * Returns the citations of a chunk that starts at `start`, with offsets of the document. They are the same objects as the
 * last time if the chunk has not moved.
 */
export function placedCitations(chunk: ChunkCitations, start: number): readonly Citation[] {
  const known = placed.get(chunk);
  if (known?.start === start) return known.citations;
  const citations =
    start === 0 ? chunk.citations : chunk.citations.map((citation) => shiftCitation(citation, start));
  placed.set(chunk, { start, citations });
  return citations;
}
