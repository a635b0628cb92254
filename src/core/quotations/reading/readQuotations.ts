import type { MarkdownDocument, PlacedChunk } from '../../blocks.ts';
import type { Quotation } from './quotationTypes.ts';
import { type ChunkCitations, readChunkCitations } from '../../citations.ts';
import { chunkGroups, noGroups, type ChunkGroups } from './chunkCitations.ts';
import { outside, type DraftQuotation } from './draft.ts';
import { kept, outlineOf, type BareMember, type Readings } from './kept.ts';
import { firstSentenceOf, lastSentenceOf, readPiece, type Edge, type PieceReading } from './piece.ts';
import { quotationAt, type CitedGroup, type QuotationPlace } from './placed.ts';
import type { Citing } from './prose.ts';
import { attributing, type CitingSentence, type FirstSentence, type LastSentence } from './surroundings.ts';
import { appendAll, SideTable } from '../../text.ts';

/**
 * Returns the quotations of a paper with their citations, in reading order. Code, link targets, front matter and HTML are
 * skipped. Accepts any tree. Readings are cached by chunk, and a quotation stays the same object until its place or its
 * citations change.
 */
export function readQuotations(document: MarkdownDocument): readonly Quotation[] {
  return quotationPlaces(document).map(quotationAt);
}

const found = new SideTable<MarkdownDocument, readonly QuotationPlace[]>();

/** Returns the quotations of a paper without their final offsets, for callers that need only a few of them. */
export function quotationPlaces(document: MarkdownDocument): readonly QuotationPlace[] {
  let places = found.get(document);
  if (places === undefined) found.set(document, (places = new PaperReading(document).places()));
  return places;
}

const alone: Readings<PieceReading> = new SideTable();
const joined: Readings<PieceReading> = new SideTable();
const firsts: Readings<Edge<FirstSentence>> = new SideTable();
const lasts: Readings<Edge<LastSentence>> = new SideTable();

/** A sentence of a chunk next to a block quotation. */
interface Neighbour<T> {
  readonly index: number;
  readonly sentence: T;
}

const nothing: readonly CitedGroup[] = [];

function holdsBlocks({ chunk }: PlacedChunk): boolean {
  return chunk.blocks.length > 0;
}

class PaperReading {
  private readonly chunks: readonly PlacedChunk[];
  private readonly citations: readonly (ChunkCitations | undefined)[];
  private readonly notes: ReadonlyMap<string, CitedGroup>;

  constructor(document: MarkdownDocument) {
    const { chunks } = document;
    const citations = readChunkCitations(document);
    const isAll = chunks.every(holdsBlocks);
    this.chunks = isAll ? chunks : chunks.filter(holdsBlocks);
    this.citations = isAll ? citations : citations.filter((_, i) => chunks[i] && holdsBlocks(chunks[i]));
    this.notes = this.citingNotes();
  }

  places(): QuotationPlace[] {
    const places: QuotationPlace[] = [];
    let reading = this.readAlone(0);
    for (let index = 0, first = 0; index < this.chunks.length; index++) {
      const next = this.readAlone(index + 1);
      const runsOn = reading && reading.leavesOpen !== '' && reading.leavesOpen === next?.opensWith;
      if (!runsOn) {
        const whole = reading && first < index ? this.readJoined(first, index) : reading;
        for (const draft of whole?.drafts ?? [])
          places.push({ draft, start: this.startOf(first), cited: this.citedBy(draft, first, index) });
        first = index + 1;
      }
      reading = next;
    }
    return places;
  }

  private startOf(index: number): number {
    return this.chunks[index]?.start ?? 0;
  }

  /** Returns the citations of each note that cites, by label. Of notes with the same label the first counts. */
  private citingNotes(): ReadonlyMap<string, CitedGroup> {
    const notes = new Map<string, CitedGroup>();
    this.chunks.forEach(({ chunk, start: origin }, index) => {
      for (const { label, start, end } of outlineOf(chunk).notes) {
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

  private member(index: number, first: number, firstGroup: number): BareMember[] {
    const placed = this.chunks[index];
    if (!placed) return [];
    const base = placed.start - this.startOf(first);
    return [{ chunk: placed.chunk, base, citations: this.citations[index], firstGroup }];
  }

  /** Reads a chunk by itself; undefined where it has no quotation marks. */
  private readAlone(index: number): PieceReading | undefined {
    const placed = this.chunks[index];
    if (!placed || outlineOf(placed.chunk).quiet) return undefined;
    return kept(alone, this.member(index, index, 0), this.notes, (members) => readPiece(members));
  }

  /** Reads several chunks that a quotation may span. */
  private readJoined(first: number, last: number): PieceReading {
    const members: BareMember[] = [];
    let groups = 0;
    for (let index = first; index <= last; index++) {
      appendAll(members, this.member(index, first, groups));
      groups += this.groupsOf(index).groups.length;
    }
    return kept(joined, members, this.notes, (all) => readPiece(all));
  }

  private citedBy(draft: DraftQuotation, first: number, last: number): readonly CitedGroup[] {
    const { citing, around } = draft;
    if (!around) return citing.flatMap((one) => this.cited(one, first, last));
    const before: Neighbour<LastSentence> | undefined =
      around.before === outside
        ? this.neighbour(first, -1, lasts, lastSentenceOf)
        : around.before && { index: first, sentence: around.before };
    const behind: Neighbour<FirstSentence> | undefined =
      around.behind === outside
        ? this.neighbour(last, 1, firsts, firstSentenceOf)
        : around.behind && { index: first, sentence: around.behind };
    const side = attributing(before?.sentence, behind?.sentence);
    const chosen: Neighbour<CitingSentence> | undefined =
      side === 'before' ? before : side === 'behind' ? behind : undefined;
    const from = chosen?.sentence.place?.citing;
    if (!chosen || from === undefined) return nothing;
    return this.cited(from, chosen.index, chosen.index === first ? last : chosen.index);
  }

  /** Returns the citations at a place in the chunks `first` to `last`. */
  private cited(citing: Citing, first: number, last: number): readonly CitedGroup[] {
    if (typeof citing === 'string') {
      const note = this.notes.get(citing);
      return note ? [note] : nothing;
    }
    let number = citing;
    for (let index = first; index <= last; index++) {
      const { citations } = this.groupsOf(index);
      const group = citations[number];
      if (group) return [{ start: this.startOf(index), citations: group }];
      number -= citations.length;
    }
    return nothing;
  }

  /** Returns the sentence next to a chunk, ignoring comments. */
  private neighbour<T>(
    from: number,
    step: 1 | -1,
    readings: Readings<Edge<T>>,
    read: (member: Parameters<typeof firstSentenceOf>[0]) => Edge<T>,
  ): Neighbour<T> | undefined {
    for (let index = from + step; index >= 0 && index < this.chunks.length; index += step) {
      const sentence = kept(readings, this.member(index, index, 0), this.notes, ([member]) =>
        member ? read(member) : undefined,
      );
      if (sentence !== outside) return sentence && { index, sentence };
    }
    return undefined;
  }
}
