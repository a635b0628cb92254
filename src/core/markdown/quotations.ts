import type { Citation } from './citation.ts';
import type { MarkdownDocument, PlacedChunk } from './document.ts';
import type { Quotation } from './quotation.ts';
import { chunkGroups, noGroups, type ChunkGroups } from './quotations/chunkCitations.ts';
import { outside, type DraftQuotation } from './quotations/draft.ts';
import { kept, outlineOf, type BareMember, type Readings } from './quotations/kept.ts';
import {
  firstSentenceOf,
  lastSentenceOf,
  readPiece,
  type Edge,
  type PieceReading,
} from './quotations/piece.ts';
import { place, type Placing } from './quotations/placed.ts';
import type { Citing } from './quotations/prose.ts';
import {
  attributing,
  type CitingSentence,
  type FirstSentence,
  type LastSentence,
} from './quotations/surroundings.ts';
import { SideTable } from '../text/sideTable.ts';
import { appendAll } from '../text/appendAll.ts';

/**
 * Reads the quotations of a paper with the citations they are attributed to, in reading order. Nothing is read in code,
 * link targets, front matter or HTML. Total: any tree gives a list. What was read from a chunk is kept as long as the
 * chunk is, and a quotation stays the same object as long as neither its place nor its citations change.
 * @param citations all citations of the document, by position
 */
export function readQuotations(document: MarkdownDocument, citations: readonly Citation[]): Quotation[] {
  return new PaperReading(document, citations).quotations();
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

class PaperReading {
  private readonly chunks: readonly PlacedChunk[];
  private readonly groups: (ChunkGroups | undefined)[] = [];
  private readonly notes: ReadonlyMap<string, readonly Citation[]>;

  constructor(
    { chunks }: MarkdownDocument,
    private readonly citations: readonly Citation[],
  ) {
    this.chunks = chunks.every(({ chunk }) => chunk.blocks.length > 0)
      ? chunks
      : chunks.filter(({ chunk }) => chunk.blocks.length > 0);
    this.notes = this.citingNotes();
  }

  quotations(): Quotation[] {
    const found: Quotation[] = [];
    let before: PieceReading | undefined;
    for (let index = 0, first = 0; index < this.chunks.length; index++) {
      const reading = this.readAlone(index);
      const next = this.readAlone(index + 1);
      const runsOn = reading && reading.leavesOpen !== '' && reading.leavesOpen === next?.opensWith;
      before = reading;
      if (runsOn) continue;
      if (before) this.take(first === index ? before : this.readJoined(first, index), first, index, found);
      first = index + 1;
    }
    return found;
  }

  /** The citations of each note that cites, by label; of notes with the same label the first one counts. */
  private citingNotes(): ReadonlyMap<string, readonly Citation[]> {
    const notes = new Map<string, readonly Citation[]>();
    this.chunks.forEach(({ chunk }, index) => {
      for (const { label, start, end } of outlineOf(chunk).notes) {
        const { groups, citations } = this.groupsOf(index);
        const inside = citations[groups.findIndex((group) => group.start >= start && group.end <= end)];
        if (inside && !notes.has(label)) notes.set(label, inside);
      }
    });
    return notes;
  }

  private groupsOf(index: number): ChunkGroups {
    const placed = this.chunks[index];
    return (this.groups[index] ??= placed ? chunkGroups(placed, this.citations) : noGroups);
  }

  private member(index: number, first: number, firstGroup: number): BareMember[] {
    const placed = this.chunks[index];
    if (!placed) return [];
    const base = placed.start - (this.chunks[first]?.start ?? 0);
    return [{ chunk: placed.chunk, base, groups: this.groupsOf(index).groups, firstGroup }];
  }

  /** What a chunk says by itself; undefined where it holds no quotation marks. */
  private readAlone(index: number): PieceReading | undefined {
    const placed = this.chunks[index];
    if (!placed || outlineOf(placed.chunk).quiet) return undefined;
    return kept(alone, this.member(index, index, 0), this.notes, (members) => readPiece(members));
  }

  /** What several chunks say that a quotation may run over. */
  private readJoined(first: number, last: number): PieceReading {
    const members: BareMember[] = [];
    let groups = 0;
    for (let index = first; index <= last; index++) {
      appendAll(members, this.member(index, first, groups));
      groups += this.groupsOf(index).groups.length;
    }
    return kept(joined, members, this.notes, (all) => readPiece(all));
  }

  /** Puts the quotations of a reading in their places. */
  private take(reading: PieceReading, first: number, last: number, found: Quotation[]): void {
    if (reading.drafts.length === 0) return;
    const placing: Placing = {
      start: this.chunks[first]?.start ?? 0,
      citations: (draft) => this.citationsOf(draft, first, last),
    };
    appendAll(found, place(reading, placing));
  }

  private citationsOf(draft: DraftQuotation, first: number, last: number): readonly Citation[] {
    const { citing, around } = draft;
    if (!around) {
      const only = citing[0];
      return only !== undefined && citing.length === 1
        ? this.cited(only, first, last)
        : citing.flatMap((one) => [...this.cited(one, first, last)]);
    }
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
    if (!chosen || from === undefined) return [];
    return this.cited(from, chosen.index, chosen.index === first ? last : chosen.index);
  }

  /** The citations that stand somewhere in what was read from one chunk to another. */
  private cited(citing: Citing, first: number, last: number): readonly Citation[] {
    if (typeof citing === 'string') return this.notes.get(citing) ?? [];
    let number = citing;
    for (let index = first; index <= last; index++) {
      const { citations } = this.groupsOf(index);
      if (number < citations.length) return citations[number] ?? [];
      number -= citations.length;
    }
    return [];
  }

  /** The sentence next to a chunk, comments passed over. */
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
