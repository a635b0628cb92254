/** For so many segments of the first text values are kept: more than stand in a bead. A power of two, as is the other. */
const keptRows = 8;
/** And for so many of the other: alignments rarely look further at once. */
const keptColumns = 256;

/** What is known of pairs of segments, one of each text: a pair is in many beads, and is asked for again and again for a while. */
export class NearPairs<Known> {
  private readonly kept: Known[] = [];
  private readonly rows = new Int32Array(keptRows * keptColumns).fill(-1);
  private readonly columns = new Int32Array(keptRows * keptColumns);

  constructor(private readonly find: (row: number, column: number) => Known) {}

  /** What is known of a pair. */
  of(row: number, column: number): Known {
    const at = (row & (keptRows - 1)) * keptColumns + (column & (keptColumns - 1));
    const kept = this.kept[at];
    if (kept !== undefined && this.rows[at] === row && this.columns[at] === column) return kept;
    const known = this.find(row, column);
    this.kept[at] = known;
    this.rows[at] = row;
    this.columns[at] = column;
    return known;
  }
}
