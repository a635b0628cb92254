import { maxSide } from './beads.ts';

/** For so many segments of the first text values are kept: one more than stand in a bead. */
const keptRows = maxSide + 1;
/** And for so many of the other: alignments rarely look further at once. */
const keptColumns = 256;

/** What is known of pairs of segments, one of each text: a pair is in many beads, and is asked for again and again for a while. */
export class NearPairs<Known> {
  private readonly kept: Known[] = [];
  private readonly keptFor = new Float64Array(keptRows * keptColumns).fill(-1);

  /** @param columns how many segments the other text has */
  constructor(
    private readonly columns: number,
    private readonly find: (row: number, column: number) => Known,
  ) {}

  /** What is known of a pair. */
  of(row: number, column: number): Known {
    const at = (row % keptRows) * keptColumns + (column % keptColumns);
    const pair = row * this.columns + column;
    const kept = this.kept[at];
    if (kept !== undefined && this.keptFor[at] === pair) return kept;
    const known = this.find(row, column);
    this.kept[at] = known;
    this.keptFor[at] = pair;
    return known;
  }
}
