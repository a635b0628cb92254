import type { Chunk, MarkdownDocument, PlacedChunk } from '../../blocks.ts';
import type { Quotation } from './quotationTypes.ts';
import { type ChunkCitations, readChunkCitations } from '../../citations.ts';
import { chunkGroups, noGroups, type ChunkGroups } from './citingGroups.ts';
import { outside, type DraftQuotation } from './draft.ts';
import { chunkOutline } from './chunkOutline.ts';
import {
  firstSentenceOf,
  lastSentenceOf,
  readPiece,
  type Edge,
  type Member,
  type PieceReading,
} from './readPiece.ts';
import { quotationOfPlace, type CitedGroup, type QuotationPlace } from './placeQuotation.ts';
import type { CitingId } from './paragraphProse.ts';
import { attributing, type CitingSentence, type FirstSentence, type LastSentence } from './sentences.ts';
import { memo, Queries } from '../../memo.ts';

/**
 * Returns the quotations of a paper with their citations, in reading order. Code, link targets, front matter and HTML are
 * skipped. Accepts any tree.
 */
export function readQuotations(document: MarkdownDocument): readonly Quotation[] {
  return quotationPlaces(document).map(quotationOfPlace);
}

/** Returns the quotations of a paper without their final offsets, for callers that need only a few of them. */
export const quotationPlaces = memo(
  'quotation places of a document',
  (document: MarkdownDocument): readonly QuotationPlace[] => new PaperReading(document).places(),
);

/** The labels of the notes that cite. */
interface CitingNotes {
  readonly notes: ReadonlySet<string>;
}

const notesQueries = new Queries<CitingNotes>(['notes']);

/** Chunks that are read together: of each its citations and its start after that of the first, and the next chunk. */
type Part = Chunk | ChunkCitations | number | undefined;

function readParts(first: Chunk, { notes }: CitingNotes, ...others: readonly Part[]): PieceReading {
  return readPiece(membersOf([first, ...others], (label) => notes.has(label)));
}

const readAlone = notesQueries.query('quotations of a chunk', readParts);
const readJoined = notesQueries.query('quotations of several chunks', readParts);

function membersOf(parts: readonly Part[], noteCites: (label: string) => boolean): Member[] {
  let firstGroup = 0;
  const members: Member[] = [];
  for (let at = 0; at < parts.length; at += 3) {
    const [chunk, citations, base] = parts.slice(at, at + 3) as [Chunk, ChunkCitations | undefined, number];
    const { groups } = citations ? chunkGroups(citations) : noGroups;
    const { text, plain } = chunk;
    members.push({
      text,
      plain,
      get nodes() {
        return chunk.nodes;
      },
      base,
      groups,
      firstGroup,
      noteCites,
    });
    firstGroup += groups.length;
  }
  return members;
}

/** A sentence of a chunk next to a block quotation. */
interface Neighbour<T> {
  readonly index: number;
  readonly sentence: T;
}

const noCitedGroups: readonly CitedGroup[] = [];

function holdsBlocks({ chunk }: PlacedChunk): boolean {
  return chunk.plain !== undefined || chunk.blocks.length > 0;
}

class PaperReading {
  private readonly chunks: readonly PlacedChunk[];
  private readonly citations: readonly (ChunkCitations | undefined)[];
  private readonly citedByNote: ReadonlyMap<string, CitedGroup>;
  readonly notes: ReadonlySet<string>;

  constructor(private readonly document: MarkdownDocument) {
    const { chunks } = document;
    const citations = readChunkCitations(document);
    const isAll = chunks.every(holdsBlocks);
    this.chunks = isAll ? chunks : chunks.filter(holdsBlocks);
    this.citations = isAll ? citations : citations.filter((_, i) => chunks[i] && holdsBlocks(chunks[i]));
    this.citedByNote = this.citingNotes();
    // Not the map: its groups are other objects after every edit, whether a note cites is not.
    this.notes = new Set(this.citedByNote.keys());
  }

  places(): QuotationPlace[] {
    const places: QuotationPlace[] = [];
    const outlines = this.chunks.map(({ chunk }) => chunkOutline(chunk));
    const lastClosing = outlines.findLastIndex(({ openHtml }) => openHtml < 0);
    let reading = this.readAlone(0);
    for (let index = 0, first = 0, openHtml = 0; index < this.chunks.length; index++) {
      const next = this.readAlone(index + 1);
      openHtml = Math.max(0, openHtml + (outlines[index]?.openHtml ?? 0));
      const isInHtml = openHtml > 0 && index < lastClosing;
      const runsOn = reading && reading.leavesOpen !== '' && reading.leavesOpen === next?.opensWith;
      if (!runsOn && !isInHtml) {
        const whole = first < index ? this.readJoined(first, index) : reading;
        for (const draft of whole?.drafts ?? [])
          places.push({
            draft,
            start: this.startOf(first),
            text: this.textOf(first, index),
            cited: this.citedBy(draft, first, index),
          });
        first = index + 1;
      }
      reading = next;
    }
    return places;
  }

  private startOf(index: number): number {
    return this.chunks[index]?.start ?? 0;
  }

  private textOf(first: number, last: number): string {
    const { chunk, start = 0 } = this.chunks[last] ?? {};
    if (first === last) return chunk?.text ?? '';
    return this.document.text.slice(this.startOf(first), start + (chunk?.text.length ?? 0));
  }

  /** Returns the citations of each note that cites, by label. Of notes with the same label the first counts. */
  private citingNotes(): ReadonlyMap<string, CitedGroup> {
    const notes = new Map<string, CitedGroup>();
    this.chunks.forEach(({ chunk, start: origin }, index) => {
      for (const { label, start, end } of chunkOutline(chunk).notes) {
        const { groups, citations } = this.groupsOf(index);
        const inside = citations[groups.findIndex((group) => group.start >= start && group.end <= end)];
        if (inside && !notes.has(label)) notes.set(label, { start: origin, citations: inside });
      }
    });
    return notes;
  }

  private groupsOf(index: number): ChunkGroups {
    const citations = this.citations[index];
    return citations ? chunkGroups(citations) : noGroups;
  }

  private partsOf(first: number, last: number): Part[] {
    return this.chunks
      .slice(first, last + 1)
      .flatMap(({ chunk, start }, at): Part[] => [
        chunk,
        this.citations[first + at],
        start - this.startOf(first),
      ]);
  }

  /** Reads a chunk by itself; undefined where it has no quotation marks. */
  private readAlone(index: number): PieceReading | undefined {
    const { chunk } = this.chunks[index] ?? {};
    if (!chunk || chunkOutline(chunk).quiet) return undefined;
    return readAlone(chunk, this, this.citations[index], 0);
  }

  /** Reads several chunks that a quotation may run over. */
  private readJoined(first: number, last: number): PieceReading | undefined {
    const { chunk } = this.chunks[first] ?? {};
    return chunk && readJoined(chunk, this, ...this.partsOf(first, last).slice(1));
  }

  private citedBy(draft: DraftQuotation, first: number, last: number): readonly CitedGroup[] {
    const { citing, around } = draft;
    if (!around) return citing.flatMap((one) => this.cited(one, first, last));
    const before: Neighbour<LastSentence> | undefined =
      around.before === outside
        ? this.neighbour(first, -1, lastSentenceOf)
        : around.before && { index: first, sentence: around.before };
    const behind: Neighbour<FirstSentence> | undefined =
      around.behind === outside
        ? this.neighbour(last, 1, firstSentenceOf)
        : around.behind && { index: first, sentence: around.behind };
    const side = attributing(before?.sentence, behind?.sentence);
    const chosen: Neighbour<CitingSentence> | undefined =
      side === 'before' ? before : side === 'behind' ? behind : undefined;
    const from = chosen?.sentence.place?.citing;
    if (!chosen || from === undefined) return citing.flatMap((one) => this.cited(one, first, last));
    return this.cited(from, chosen.index, chosen.index === first ? last : chosen.index);
  }

  /** Returns the citations at a place in the chunks `first` to `last`. */
  private cited(citing: CitingId, first: number, last: number): readonly CitedGroup[] {
    if (typeof citing === 'string') {
      const note = this.citedByNote.get(citing);
      return note ? [note] : noCitedGroups;
    }
    let number = citing;
    for (let index = first; index <= last; index++) {
      const { citations } = this.groupsOf(index);
      const group = citations[number];
      if (group) return [{ start: this.startOf(index), citations: group }];
      number -= citations.length;
    }
    return noCitedGroups;
  }

  /** Returns the sentence next to a chunk, ignoring comments. */
  private neighbour<T>(
    from: number,
    step: 1 | -1,
    read: (member: Member) => Edge<T>,
  ): Neighbour<T> | undefined {
    for (let index = from + step; index >= 0 && index < this.chunks.length; index += step) {
      const [member] = membersOf(this.partsOf(index, index), (label) => this.notes.has(label));
      const sentence = member && read(member);
      if (sentence !== outside) return sentence && { index, sentence };
    }
    return undefined;
  }
}
