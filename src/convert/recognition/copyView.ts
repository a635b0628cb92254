import { hasWord } from '../../core/text.ts';
import type { EditionPassage } from '../../core/source.ts';
import { type Block, type Item, plainOf, type Run } from '../blocks.ts';
import { blockOfWords, type StretchReading, type UnclaimedPiece } from './pieces.ts';
import type { RecognisedCopy, WordClaim } from './targets.ts';

/** Turns stretches of a recognised copy into blocks. */
export class CopyView {
  private readonly noteLabels: ReadonlyMap<number, string>;
  private readonly itemOf = new Map<Block, Item>();

  constructor(
    private readonly copy: RecognisedCopy,
    items: readonly Item[],
  ) {
    this.noteLabels = new Map(copy.edition.notes.map((note) => [note.number, note.label]));
    for (const item of items) this.itemOf.set(item.block, item);
  }

  /** The words of a claim, corrected if its fingerprint needed that. */
  claimed(claim: WordClaim): Block {
    return this.stretch(claim.start, claim.end, { mended: claim.reading.mended, marks: new Map() });
  }

  /** The text of a heading without its label. `words` is the length of its title. */
  titleOf(claim: WordClaim, words: number): string {
    return plainOf(this.claimed({ ...claim, start: this.titleStart(claim, words) }).runs);
  }

  /** The index of the first word of a heading's title, after its label. */
  private titleStart(claim: WordClaim, words: number): number {
    const { words: all } = this.copy;
    let count = 0;
    for (let i = claim.end - 1; i >= claim.start; i--) {
      if (hasWord(all[i]?.normalised ?? '')) count++;
      if (count === words) return i;
    }
    return claim.start;
  }

  /** The words of a stretch as a block. */
  private stretch(start: number, end: number, reading: StretchReading): Block {
    return blockOfWords(this.copy.blocks, this.copy.words, start, end, reading);
  }

  /** The words of a stretch as a block, uncorrected and without note marks. */
  plain(start: number, end: number): Block {
    return this.stretch(start, end, { mended: false, marks: new Map() });
  }

  /**
   * The words of a passage as a block of the edition's kind, with its note marks. A list, table or code stays the
   * copy's own.
   */
  passage(passage: EditionPassage, start: number, end: number, mended: boolean): Block {
    const own = this.wholeBlock(start, end);
    if (
      own &&
      own.kind !== 'paragraph' &&
      own.kind !== 'heading' &&
      (own.kind === passage.kind || passage.kind === 'list')
    )
      return own;
    const marks = new Map(
      (passage.notes ?? []).map((number) => [number, this.noteLabels.get(number) ?? String(number)]),
    );
    const block = this.stretch(start, end, { mended, marks });
    const runs = this.withEditionLabels(block.runs, passage);
    return this.asKind({ ...block, runs }, passage);
  }

  /** The block that holds exactly these words. Undefined if it has other words too. */
  private wholeBlock(start: number, end: number): Block | undefined {
    const { words } = this.copy;
    const index = words[start]?.block;
    if (index === undefined || words[end - 1]?.block !== index) return undefined;
    if (words[start - 1]?.block === index || words[end]?.block === index) return undefined;
    return this.copy.blocks[index];
  }

  /**
   * Gives the note marks of the copy's own markup the labels of the passage's notes, in order, if their numbers
   * agree.
   */
  private withEditionLabels(runs: readonly Run[], passage: EditionPassage): Run[] {
    const own = runs.filter((run) => run.note !== undefined);
    const labels = (passage.notes ?? []).map((number) => this.noteLabels.get(number) ?? String(number));
    let next = 0;
    return own.length !== labels.length
      ? [...runs]
      : runs.map((run) => (run.note === undefined ? run : { ...run, note: labels[next++] ?? run.note }));
  }

  private asKind(block: Block, passage: EditionPassage): Block {
    if (passage.kind === 'blockquote') return { ...block, quotation: passage.number };
    return passage.kind === 'verse' ? { ...block, kind: 'verse' } : block;
  }

  /** The item of a piece that is a whole block, else undefined. */
  itemAt(piece: UnclaimedPiece): Item | undefined {
    const block = this.copy.blocks[piece.block];
    return piece.whole && block ? this.itemOf.get(block) : undefined;
  }
}
