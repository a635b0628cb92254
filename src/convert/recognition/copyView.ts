import type { EditionPassage } from '../../core/source.ts';
import { type Block, type Item, plainOf, type Run } from '../blocks.ts';
import { blockOf, type Piece, type StretchReading } from './pieces.ts';
import type { RecognisedCopy } from './recognise.ts';
import type { Claim } from './targets.ts';

/** Reads stretches of a recognised copy as blocks. */
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

  /** The words of a claim, read as its fingerprint was. */
  claimed(claim: Claim): Block {
    return this.stretch(claim.start, claim.end, { mended: claim.reading.mended, marks: new Map() });
  }

  /** A heading's words without its label. */
  titleOf(claim: Claim, words: number): string {
    return plainOf(this.claimed({ ...claim, start: this.titleStart(claim, words) }).runs);
  }

  /** Where a heading's title begins behind its label. */
  private titleStart(claim: Claim, words: number): number {
    const { words: all } = this.copy;
    let count = 0;
    for (let i = claim.end - 1; i >= claim.start; i--) {
      if (/[\p{L}\p{N}]/u.test(all[i]?.normalised ?? '')) count++;
      if (count === words) return i;
    }
    return claim.start;
  }

  /** The words of a stretch as a block of its own. */
  private stretch(start: number, end: number, reading: StretchReading): Block {
    return blockOf(this.copy.blocks, this.copy.words, start, end, reading);
  }

  /** The same, as it stands. */
  plain(start: number, end: number): Block {
    return this.stretch(start, end, { mended: false, marks: new Map() });
  }

  /** A passage in the edition's kind, with its note marks; lists, tables and code as the copy has them. */
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

  /** A list, table, code or verse that is exactly the words of a passage. */
  private wholeBlock(start: number, end: number): Block | undefined {
    const { words } = this.copy;
    const index = words[start]?.block;
    if (index === undefined || words[end - 1]?.block !== index) return undefined;
    if (words[start - 1]?.block === index || words[end]?.block === index) return undefined;
    return this.copy.blocks[index];
  }

  /** Note marks that the copy's own markup has are the passage's notes, in order. */
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

  /** What the rules take a piece for, where it is a whole block. */
  itemAt(piece: Piece): Item | undefined {
    const block = this.copy.blocks[piece.block];
    return piece.whole && block ? this.itemOf.get(block) : undefined;
  }
}
