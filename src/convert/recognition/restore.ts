import { type Message, messageOf } from '../../core/messages.ts';
import type { Edition, EditionPassage } from '../../core/source.ts';
import { alignByLength } from './align.ts';
import {
  type Block,
  type Dropped,
  excerptOf,
  type Item,
  type Metadata,
  noteLabelOf,
  type Page,
  plainOf,
  type Run,
  withoutStart,
  type Choice,
  textOfBlock,
} from '../blocks.ts';
import { CopyView } from './copyView.ts';
import { piecesBetween, type UnclaimedPiece } from './pieces.ts';
import type { RecognisedCopy, WordClaim } from './targets.ts';
import {
  decide,
  type Decision,
  type Doubt,
  doubtId,
  type Outline,
  type PageStructure,
} from '../structure.ts';
import { restoreHeadings, type RestoredPart } from './restoredHeadings.ts';
import { appendAll } from '../../core/text.ts';

/** What was found of an edition. Numbers are those of its passages. */
export interface Recognised {
  readonly key: string;
  readonly matched: number;
  readonly of: number;
  /** Passages with different words, and the line of the original where they begin. */
  readonly differing: readonly { readonly number: number; readonly line: number }[];
  /** Passages that are not in the copy. */
  readonly missing: readonly number[];
}

/** Gives a recognised copy the structure of its edition. Words that are not in the edition keep their place. */
export function restoreStructure(
  copy: RecognisedCopy,
  page: Page,
  structure: PageStructure,
  decisions: readonly Decision[],
): { outline: Outline; recognised: Recognised } {
  return new Restoration(copy, page, structure, decisions).run();
}

class Restoration {
  private readonly edition: Edition;
  private readonly pieces: readonly UnclaimedPiece[];
  private readonly taken = new Set<UnclaimedPiece>();
  private readonly parts: RestoredPart[] = [];
  private readonly notes: { number: number; blocks: readonly Block[] }[] = [];
  private readonly dropped: Dropped[] = [];
  private readonly doubts: Doubt[] = [];
  private readonly differing: { number: number; line: number }[] = [];
  private readonly missing: number[] = [];
  private readonly view: CopyView;
  private readonly starts = new Map<number, number>();
  private abstract: string | undefined;

  constructor(
    private readonly copy: RecognisedCopy,
    private readonly page: Page,
    private readonly structure: PageStructure,
    private readonly decisions: readonly Decision[],
  ) {
    this.edition = copy.edition;
    this.pieces = piecesBetween(copy.words, copy.claims, copy.blocks);
    this.view = new CopyView(copy, structure.items);
    decide(structure, []);
  }

  run(): { outline: Outline; recognised: Recognised } {
    for (const claim of this.copy.claims) this.addClaim(claim);
    this.findDifferingNotes();
    this.findDifferingPassages();
    const { copy, view, starts, pieces, taken } = this;
    appendAll(this.parts, restoreHeadings({ copy, view, starts, pieces, taken }));
    this.sortLeftovers();
    const { edition } = this;
    const found = this.copy.matched;
    return {
      outline: {
        metadata: this.metadata(),
        blocks: this.blocks(),
        dropped: this.allDropped(),
        doubts: this.doubts,
      },
      recognised: {
        key: edition.key,
        matched: found,
        of: edition.passages.length,
        differing: this.differing.sort((a, b) => a.number - b.number),
        missing: this.missing,
      },
    };
  }

  private addClaim(claim: WordClaim): void {
    const { target } = claim;
    if (target.part === 'passage') {
      this.addPassage(target.passage, claim.start, claim.end, claim.reading.mended);
      if (claim.altered) this.addDiffering(target.passage, claim.start, claim.end);
    }
    if (target.part === 'note') {
      const block = this.view.claimed(claim);
      this.notes.push({
        number: target.note.number,
        blocks: [{ ...block, kind: 'note', note: target.note.label }],
      });
    } else if (target.part === 'attribution') {
      const block = this.view.claimed(claim);
      this.parts.push({
        at: claim.start,
        blocks: [{ ...block, kind: 'attribution', quotation: target.passage.number }],
      });
    } else if (target.part === 'abstract') this.abstract = plainOf(this.view.claimed(claim).runs);
  }

  private addPassage(passage: EditionPassage, start: number, end: number, mended: boolean): void {
    this.starts.set(passage.number, start);
    this.parts.push({ at: start, blocks: [this.view.passage(passage, start, end, mended)] });
  }

  /** Finds notes with different words: the text after their label. */
  private findDifferingNotes(): void {
    const found = new Set(this.notes.map((note) => note.number));
    for (const piece of this.pieces) {
      const block = this.copy.blocks[piece.block];
      const label = noteLabelOf(piece.text);
      const number = block?.kind === 'note' ? this.numberOf(block.note) : label?.number;
      const note = this.edition.notes.find((one) => one.number === number);
      if (
        !note ||
        found.has(note.number) ||
        piece.words < 3 ||
        (block?.kind !== 'note' && !this.mayBeNote(piece, note.words))
      )
        continue;
      const own = this.view.plain(piece.start, piece.end);
      const blocks: Block[] = [
        { ...(label ? withoutStart(own, label.length) : own), kind: 'note', note: note.label },
      ];
      this.notes.push({ number: note.number, blocks });
      found.add(note.number);
      this.taken.add(piece);
    }
  }

  private numberOf(label: string | undefined): number | undefined {
    return this.edition.notes.find((note) => note.label === label)?.number;
  }

  private mayBeNote(piece: UnclaimedPiece, words: number): boolean {
    return this.view.itemAt(piece)?.kind === 'note' || (piece.words > words * 0.5 && piece.words < words * 2);
  }

  /** Pairs the pieces between known passages with the passages missing there. */
  private findDifferingPassages(): void {
    const { passages } = this.edition;
    for (let index = 0; index < passages.length; index++) {
      if (this.starts.has(passages[index]?.number ?? 0)) continue;
      let end = index;
      while (end < passages.length && !this.starts.has(passages[end]?.number ?? 0)) end++;
      const gap = passages.slice(index, end);
      const from = this.starts.get(passages[index - 1]?.number ?? 0) ?? -1;
      const to = this.starts.get(passages[end]?.number ?? 0) ?? Infinity;
      this.fill(
        gap,
        this.pieces.filter((piece) => piece.start > from && piece.start < to && this.mayDiffer(piece)),
      );
      index = end;
    }
  }

  private mayDiffer(piece: UnclaimedPiece): boolean {
    const kind = this.view.itemAt(piece)?.kind;
    return (
      !this.taken.has(piece) &&
      piece.words > 0 &&
      kind !== 'furniture' &&
      kind !== 'title' &&
      kind !== 'byline' &&
      kind !== 'date'
    );
  }

  private fill(gap: readonly EditionPassage[], pieces: readonly UnclaimedPiece[]): void {
    const pairs = alignByLength(pieces, gap);
    gap.forEach((passage, index) => {
      const piece = pieces[pairs[index] ?? -1];
      if (!piece) return void this.missing.push(passage.number);
      this.taken.add(piece);
      this.addPassage(passage, piece.start, piece.end, false);
      this.addDiffering(passage, piece.start, piece.end);
    });
  }

  /** Where words were put together from the looks of pages, a person is asked about those that the edition does not prove. */
  private addDiffering(passage: EditionPassage, start: number, end: number): void {
    const block = this.view.plain(start, end);
    const { line, endLine } = block;
    this.differing.push({ number: passage.number, line });
    if (this.page.unit !== 'page') return;
    const chosen: Choice = passage.kind === 'blockquote' ? 'quotation' : 'paragraph';
    this.doubts.push({
      id: `${line}-${passage.number}`,
      line,
      endLine,
      page: String(line),
      excerpt: excerptOf(textOfBlock(block)),
      question: messageOf('importing.isRight'),
      options: [chosen],
      chosen,
      reason: messageOf('importing.differsFromEdition', { number: passage.number }),
    });
  }

  /**
   * Handles the remaining pieces. Before and after the text they are furniture; inside it a person is asked about
   * each.
   */
  private sortLeftovers(): void {
    const starts = [...this.starts.values()];
    const first = Math.min(...starts);
    const last = this.starts.has(this.edition.passages.at(-1)?.number ?? 0) ? Math.max(...starts) : Infinity;
    for (const piece of this.pieces) {
      if (this.taken.has(piece) || piece.words === 0 || this.isLabelOfNote(piece)) continue;
      const inside = piece.start > first && piece.start < last;
      if (inside) this.addOwn(piece);
      else if (!this.isHead(piece))
        this.drop(piece, messageOf(piece.start < first ? 'importing.beforeText' : 'importing.behindText'));
    }
  }

  /** Whether a piece is the label, such as `Footnote 1:`, of a note found by its fingerprint. */
  private isLabelOfNote(piece: UnclaimedPiece): boolean {
    const claim = this.copy.claims.find((one) => one.start === piece.end);
    return (
      claim?.target.part === 'note' &&
      (piece.words <= 2 || noteLabelOf(`${piece.text} `)?.number === claim.target.note.number)
    );
  }

  private isHead(piece: UnclaimedPiece): boolean {
    const item = this.view.itemAt(piece);
    if (item?.kind === 'abstract' && this.abstract === undefined) this.abstract = piece.text;
    return (
      item?.kind === 'title' ||
      item?.kind === 'byline' ||
      item?.kind === 'date' ||
      (item?.kind === 'abstract' && this.abstract === piece.text)
    );
  }

  private drop(piece: UnclaimedPiece, why: Message): void {
    const { line, endLine } = this.view.plain(piece.start, piece.end);
    this.dropped.push({ line, endLine, text: piece.text, why: this.view.itemAt(piece)?.why ?? why });
  }

  private addOwn(piece: UnclaimedPiece): void {
    const item = this.view.itemAt(piece);
    const block = item?.block ?? this.view.plain(piece.start, piece.end);
    const asked: Item = { ...(item ?? { kind: 'paragraph', words: piece.words }), block, text: piece.text };
    const id = doubtId(asked);
    const decided = this.decisions.find((decision) => decision.id === id)?.choice;
    const kind = decided ?? choiceOf(item, piece);
    this.doubts.push({
      id,
      line: block.line,
      endLine: block.endLine,
      excerpt: excerptOf(piece.text),
      question: messageOf('importing.isOfText'),
      options: ['paragraph', 'heading', 'quotation', 'furniture'],
      chosen: kind,
      reason: messageOf('importing.betweenParagraphs'),
    });
    if (kind === 'furniture') this.drop(piece, messageOf('importing.notInEdition'));
    else this.parts.push({ at: piece.start, blocks: [ownBlock(block, kind, piece.start)] });
  }

  private blocks(): Block[] {
    const body = this.parts.sort((a, b) => a.at - b.at).flatMap((part) => part.blocks);
    const notes = this.notes.sort((a, b) => a.number - b.number).flatMap((note) => note.blocks);
    const defined = new Set(notes.map((note) => note.note));
    const known = (run: Run): boolean => run.note === undefined || defined.has(run.note);
    return [
      ...body.map((block) =>
        block.runs.every(known) ? block : { ...block, runs: block.runs.filter(known) },
      ),
      ...notes,
    ];
  }

  private allDropped(): Dropped[] {
    return [...this.page.dropped, ...this.dropped].sort((a, b) => a.line - b.line);
  }

  private metadata(): Metadata {
    const { url, issued } = this.structure.metadata;
    return {
      ...(url ? { url } : {}),
      ...(issued ? { issued } : {}),
      ...(this.abstract === undefined ? {} : { abstract: this.abstract.replace(/\s+/g, ' ').trim() }),
    };
  }
}

/** The kind that words outside the edition have until a person decides. */
function choiceOf(item: Item | undefined, piece: UnclaimedPiece): Choice {
  const kind = item?.kind;
  if (kind === 'heading' || kind === 'quotation' || kind === 'furniture') return kind;
  return kind === undefined && piece.words < 3 ? 'furniture' : 'paragraph';
}

/** Words outside the edition as a block. `at` distinguishes neighbouring quotations. */
function ownBlock(block: Block, kind: Choice, at: number): Block {
  if (kind === 'heading') return { ...block, kind: 'heading', depth: 3 };
  if (kind === 'quotation') return { ...block, quotation: 1_000_000 + at };
  return textOfBlock(block) === plainOf(block.runs)
    ? { ...block, kind: block.kind === 'verse' ? 'verse' : 'paragraph' }
    : block;
}
