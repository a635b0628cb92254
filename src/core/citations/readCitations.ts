import { locatorTerms } from '../locators.ts';
import { shiftCitation, type Citation } from './citationTypes.ts';
import { type Chunk, languageOf, type MarkdownDocument } from '../blocks.ts';
import { readBlockCitations } from './blockCitations.ts';
import { type DefinedLabels, Definitions, labelsIn, readBlocks, referencesOf } from '../inlines.ts';
import { memo, Queries } from '../memo.ts';
import { appendAll } from '../text.ts';

/** Options for reading citations. */
export interface CitationOptions {
  /** The language of locator terms (`fr`, `en-GB`); by default the `lang` of the document's front matter. */
  readonly lang?: string;
  /** Whether to read every block with the complete rules of Pandoc, without the shortcut. The citations are the same. */
  readonly thorough?: boolean;
}

/** The citations of one chunk, in order: the same object while the chunk is read the same. */
export interface ChunkCitations {
  /** Offsets are into the chunk. */
  readonly citations: readonly Citation[];
}

/** What the citations of a chunk depend on besides its text. */
interface Surroundings extends DefinedLabels {
  readonly lang: string | undefined;
  readonly thorough: boolean;
  /** Whether the first block of the chunk continues a definition list. */
  readonly continuesDefinition: boolean;
}

/**
 * Returns the citations of a document, in document order. Inline content is read by Pandoc's rules (`shortcut/`,
 * `inlines/`); blocks are those of the tree. Never throws. Takes linear time. A chunk is read again only if the labels that it
 * refers to change their meaning.
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

const citationsOfDocument = memo('citations of a document', (document: MarkdownDocument) =>
  readEachChunk(document, {}),
);

/** Returns the citations chunk by chunk; undefined for a chunk without any. */
export function readChunkCitations(
  document: MarkdownDocument,
  options?: CitationOptions,
): readonly (ChunkCitations | undefined)[] {
  return options ? readEachChunk(document, options) : citationsOfDocument(document);
}

function readEachChunk(
  { chunks, frontMatter, text }: MarkdownDocument,
  { lang = languageOf({ frontMatter }), thorough = false }: CitationOptions,
): (ChunkCitations | undefined)[] {
  if (!text.includes('@')) return chunks.map(() => undefined);
  const alone: Surroundings = { ...labelsIn(chunks), lang, thorough, continuesDefinition: false };
  const continuing = { ...alone, continuesDefinition: true };
  const definitions = new Definitions(chunks);
  return chunks.map(({ chunk }, index) =>
    chunk.text.includes('@')
      ? citationsOfChunk(chunk, definitions.goOnIn(index) ? continuing : alone)
      : undefined,
  );
}

const citationsOfChunk = new Queries<Surroundings>(['links', 'notes', 'examples']).query(
  'citations of a chunk',
  (chunk: Chunk, surroundings): ChunkCitations => {
    const { lang, thorough, continuesDefinition } = surroundings;
    const reading = { terms: locatorTerms(lang), thorough, references: referencesOf(surroundings) };
    const citations: Citation[] = [];
    for (const block of readBlocks(chunk.blocks, chunk.text, continuesDefinition))
      readBlockCitations(block, reading, citations);
    return { citations: citations.sort((a, b) => a.range.start - b.range.start) };
  },
);

/** Returns the citations of a chunk that starts at `start`, with offsets of the document. */
export function placedCitations({ citations }: ChunkCitations, start: number): readonly Citation[] {
  return start === 0 ? citations : citations.map((citation) => shiftCitation(citation, start));
}
