import type { Nodes } from 'mdast';
import { type Chunk, type MarkdownDocument, type PlacedChunk, rangeOf } from '../blocks.ts';
import {
  type ChunkCitations,
  type Citation,
  isInText,
  readChunkCitations,
  shiftCitation,
} from '../citations.ts';
import { memo, Queries } from '../memo.ts';
import { contextQueries, type Paper, type StudyContext } from '../study.ts';
import { appendTo, type ChunkRange, encloses, type FileRange, inFile, type Range, touches } from '../text.ts';
import { type DraftQuotation, outside } from './reading/draft.ts';
import { isHtmlQuotation, openQuotationsOf } from './reading/htmlQuotations.ts';
import { markCandidates } from './reading/writtenMarks.ts';
import type { CitationGroup, CitingId } from './reading/paragraphProse.ts';
import type { Quotation } from './reading/quotationTypes.ts';
import {
  type Edge,
  firstSentenceOf,
  lastSentenceOf,
  type Member,
  type PieceReading,
  readPiece,
} from './reading/readPiece.ts';
import {
  attributing,
  attributingParagraph,
  type CitingSentence,
  type FirstSentence,
  type LastSentence,
} from './reading/sentences.ts';
import { type QuotationResult, resolveQuotation } from './resolveQuotation.ts';

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

/** The citations of one group, and the start of their chunk. */
interface CitedGroup {
  /** Start of the chunk in the paper. */
  readonly start: number;
  /** The list is the same while the chunk is read the same. */
  readonly citations: readonly Citation<ChunkRange>[];
}

/** A quotation with its place and its citations, which is all that `quotationOfPlace` needs. */
export interface QuotationPlace {
  readonly draft: DraftQuotation;
  /** Start in the paper of the chunks that were read together. */
  readonly start: number;
  /** What was read, from `start` on. */
  readonly text: string;
  readonly cited: readonly CitedGroup[];
}

/** Returns the quotation of a place, with offsets into the paper. */
function quotationOfPlace({ draft, start, cited }: Omit<QuotationPlace, 'text'>): Quotation<FileRange> {
  const { kind, breaks, marks, unsure, isHalf, isInCitation, lead } = draft;
  return {
    kind,
    range: inFile(draft.range, start),
    outer: inFile(draft.outer, start),
    words: draft.words.moved(start),
    breaks,
    marks,
    unsure,
    isHalf,
    isInCitation,
    citations: cited.flatMap((group) =>
      group.citations.map((citation) => shiftCitation(citation, group.start)),
    ),
    lead,
  };
}

/**
 * Returns the result of a quotation, with offsets from the beginning of what it was read in: edits elsewhere in the paper move
 * it and verify nothing again. Undefined where there is nothing to report.
 */
export function verified(
  { draft, start, cited }: QuotationPlace,
  study: StudyContext,
): QuotationResult<ChunkRange> | undefined {
  return verification(draft, study, ...cited.flatMap((group) => [group.start - start, group.citations]));
}

const verification = contextQueries.query(
  'verification of a quotation',
  (
    draft: DraftQuotation,
    study,
    ...cited: readonly (number | readonly Citation[])[]
  ): QuotationResult<ChunkRange> | undefined =>
    resolveQuotation(quotationOfPlace({ draft, start: 0, cited: groupsOf(cited) }), study),
);

/** @param cited starts and citations of groups, by turns */
function groupsOf(cited: readonly (number | readonly Citation[])[]): CitedGroup[] {
  return cited.flatMap((start, at) => {
    const citations = cited[at + 1];
    return typeof start === 'number' && typeof citations === 'object' ? [{ start, citations }] : [];
  });
}

function movedResult(
  result: QuotationResult<ChunkRange>,
  quotation: Quotation<FileRange>,
): QuotationResult<FileRange> {
  const by = quotation.range.start - result.quotation.range.start;
  const { diff, senseReversed, citation } = result;
  return {
    ...result,
    quotation,
    citation: citation && quotation.citations[result.quotation.citations.indexOf(citation)],
    diff: diff.map((part) => ({ ...part, quotedRange: inFile(part.quotedRange, by) })),
    senseReversed: senseReversed && {
      ...senseReversed,
      quotedRange: inFile(senseReversed.quotedRange, by),
    },
  };
}

/** Returns the result of a quotation at its place in the paper; undefined where there is nothing to report. */
export function resultAt(place: QuotationPlace, study: StudyContext): QuotationResult<FileRange> | undefined {
  const result = verified(place, study);
  return result && movedResult(result, quotationOfPlace(place));
}

/** Returns the verified quotations of a paper in reading order. */
export function quotationsIn(paper: Paper, study: StudyContext): readonly QuotationResult<FileRange>[] {
  return quotationPlaces(paper.document).flatMap((place) => resultAt(place, study) ?? []);
}

/** Returns the verified quotations of a paper at an offset. Other quotations are not verified. */
export function quotationsNear(
  paper: Paper,
  offset: number,
  study: StudyContext,
): readonly QuotationResult<FileRange>[] {
  return quotationPlaces(paper.document)
    .filter(({ draft, start }) => touches(draft.range, offset - start))
    .flatMap((place) => resultAt(place, study) ?? []);
}

/** The labels of the notes that cite. */
interface CitingNotes {
  readonly notes: ReadonlySet<string>;
}

const notesQueries = new Queries<CitingNotes>(['notes']);

/** Chunks that are read together: of each its citations and its start after that of the first, and the next chunk. */
type PartRead = Chunk | ChunkCitations | number | undefined;

function readParts(first: Chunk, { notes }: CitingNotes, ...others: readonly PartRead[]): PieceReading {
  return readPiece(membersOf([first, ...others], (label) => notes.has(label)));
}

const readAlone = notesQueries.query('quotations of a chunk', readParts);
const readJoined = notesQueries.query('quotations of several chunks', readParts);

function membersOf(parts: readonly PartRead[], noteCites: (label: string) => boolean): Member[] {
  let firstGroup = 0;
  const members: Member[] = [];
  for (let at = 0; at < parts.length; at += 3) {
    const [chunk, citations, base] = parts.slice(at, at + 3) as [Chunk, ChunkCitations | undefined, number];
    const groups = citations ? chunkGroups(citations) : noGroups;
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

/** A chunk with blocks, and what is known of it before its quotations are read. */
interface CitingChunk extends PlacedChunk {
  readonly outline: ChunkOutline;
  readonly cites: ChunkCitations | undefined;
  readonly groups: readonly CitedBracket[];
}

class PaperReading {
  private readonly chunks: readonly CitingChunk[];
  /** Of notes with the same label the first counts. */
  private readonly citedByNote = new Map<string, CitedGroup>();
  readonly notes: ReadonlySet<string>;
  /** By the chunk that they precede: one may introduce a list of many quotations. */
  private readonly sentencesBefore = new Map<number, Neighbour<LastSentence> | undefined>();

  /** The chunk that says nothing but where the last block quotation before it is from. */
  private takenSentence: number | undefined;

  constructor(private readonly document: MarkdownDocument) {
    const citations = readChunkCitations(document);
    this.chunks = document.chunks.flatMap(({ chunk, start, line }, at): CitingChunk[] => {
      const cites = citations[at];
      const groups = cites ? chunkGroups(cites) : noGroups;
      return !chunk.plain && chunk.blocks.length === 0
        ? []
        : [{ chunk, start, line, outline: chunkOutline(chunk), cites, groups }];
    });
    for (const { start, outline, groups } of this.chunks)
      for (const note of outline.notes) {
        const inside = groups.find((group) => encloses(note, group));
        if (inside && !this.citedByNote.has(note.label))
          this.citedByNote.set(note.label, { start, citations: inside.citations });
      }
    // Not the map: its groups are other objects after every edit, whether a note cites is not.
    this.notes = new Set(this.citedByNote.keys());
  }

  places(): QuotationPlace[] {
    const places: QuotationPlace[] = [];
    const readings = this.chunks.map(({ chunk, outline, cites }) =>
      outline.quiet ? undefined : readAlone(chunk, this, cites, 0),
    );
    const lastClosing = this.chunks.findLastIndex(({ outline }) => outline.openHtml < 0);
    let [first, openHtml] = [0, 0];
    for (const [index, { chunk, start, outline }] of this.chunks.entries()) {
      const reading = readings[index];
      openHtml = Math.max(0, openHtml + outline.openHtml);
      const isInHtml = openHtml > 0 && index < lastClosing;
      const runsOn =
        reading && reading.leavesOpen !== '' && reading.leavesOpen === readings[index + 1]?.opensWith;
      if (runsOn || isInHtml) continue;
      const opening = this.chunks[first] ?? { chunk, start };
      const isJoined = first < index;
      const whole = isJoined
        ? readJoined(opening.chunk, this, ...this.partsOf(first, index).slice(1))
        : reading;
      for (const draft of whole?.drafts ?? [])
        places.push({
          draft,
          start: opening.start,
          text: isJoined ? this.document.text.slice(opening.start, start + chunk.text.length) : chunk.text,
          cited: this.citedBy(draft, first, index),
        });
      first = index + 1;
    }
    return places;
  }

  private partsOf(first: number, last: number): PartRead[] {
    const { start: origin = 0 } = this.chunks[first] ?? {};
    return this.chunks
      .slice(first, last + 1)
      .flatMap(({ chunk, start, cites }): PartRead[] => [chunk, cites, start - origin]);
  }

  private citedBy(draft: DraftQuotation, first: number, last: number): readonly CitedGroup[] {
    const { citing, around } = draft;
    if (!around) return citing.flatMap((one) => this.cited(one, first, last));
    const before: Neighbour<LastSentence> | undefined =
      around.before === outside
        ? this.sentenceBefore(first)
        : around.before && { index: first, sentence: around.before };
    const behind: Neighbour<FirstSentence> | undefined =
      around.behind === outside
        ? this.neighbour(last, 1, firstSentenceOf)
        : around.behind && { index: first, sentence: around.behind };
    const isTaken = before !== undefined && before.index === this.takenSentence;
    const side =
      draft.kind === 'inline'
        ? attributingParagraph(before?.sentence, behind?.sentence)
        : attributing(before?.sentence, behind?.sentence, isTaken);
    if (side === 'behind' && behind?.sentence.isAlone) this.takenSentence = behind.index;
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
      const { start = 0, groups = noGroups } = this.chunks[index] ?? {};
      const group = groups[number];
      if (group) return [{ start, citations: group.citations }];
      number -= groups.length;
    }
    return noCitedGroups;
  }

  private sentenceBefore(index: number): Neighbour<LastSentence> | undefined {
    if (!this.sentencesBefore.has(index))
      this.sentencesBefore.set(index, this.neighbour(index, -1, lastSentenceOf));
    return this.sentencesBefore.get(index);
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

interface CitedBracket extends CitationGroup {
  readonly citations: readonly Citation[];
}

const noGroups: readonly CitedBracket[] = [];

/** Returns the citations of one chunk by group, in order of position. Offsets are into the chunk. */
const chunkGroups = memo(
  'citation groups of a chunk',
  ({ citations }: ChunkCitations): readonly CitedBracket[] => {
    const byStart = new Map<number, Citation[]>();
    for (const citation of citations) appendTo(byStart, citation.group.start, citation);
    const groups = [...byStart].map(([start, own]) => ({
      start,
      end: own[0]?.group.end ?? start,
      authorInText: own[0] !== undefined && isInText(own[0]),
      located: own.some(({ locator }) => locator !== undefined),
      citations: own,
    }));
    return groups.sort((a, b) => a.start - b.start);
  },
);

/** Facts about a chunk that depend on nothing else. */
interface ChunkOutline {
  /** Whether no quotation can start, end or continue in it. */
  readonly quiet: boolean;
  /** Its definitions of notes. */
  readonly notes: readonly NoteSpan[];
  /** How many more quotations in HTML it opens than it closes. */
  readonly openHtml: number;
}

/** Offsets are into the chunk. */
interface NoteSpan extends Range {
  readonly label: string;
}

/** Returns the outline of a chunk. */
const chunkOutline = memo('quotation outline of a chunk', (chunk: Chunk): ChunkOutline => {
  const hasMarks = markCandidates(chunk.text, 1).length > 0;
  if (chunk.plain) return { quiet: !hasMarks, notes: [], openHtml: 0 };
  const quiet = !hasMarks && !(chunk.text.includes('>') && chunk.blocks.some(holdsBlock));
  const notes = chunk.text.includes('[^') ? chunk.blocks.flatMap(notesOf) : [];
  return { quiet, notes, openHtml: quiet ? 0 : openQuotationsOf(chunk.blocks) };
});

function holdsBlock(node: Nodes): boolean {
  if (node.type === 'html') return isHtmlQuotation(node);
  if (node.type === 'paragraph' || node.type === 'heading' || !('children' in node)) return false;
  return node.type === 'blockquote' || node.children.some(holdsBlock);
}

function notesOf(node: Nodes): NoteSpan[] {
  if (node.type === 'footnoteDefinition') return [{ label: node.identifier, ...rangeOf(node) }];
  if (node.type === 'paragraph' || node.type === 'heading' || !('children' in node)) return [];
  return node.children.flatMap(notesOf);
}
