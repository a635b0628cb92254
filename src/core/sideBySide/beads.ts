/** How many segments of each text belong together, and how often so many do. */
export interface BeadType {
  readonly p: number;
  readonly q: number;
  readonly frequency: number;
}

/** All that may be. */
export const beadTypes: readonly BeadType[] = [
  { p: 1, q: 1, frequency: 0.89 },
  { p: 1, q: 0, frequency: 0.01 },
  { p: 0, q: 1, frequency: 0.01 },
  { p: 2, q: 1, frequency: 0.045 },
  { p: 1, q: 2, frequency: 0.045 },
  { p: 2, q: 2, frequency: 0.004 },
  { p: 3, q: 1, frequency: 0.006 },
  { p: 1, q: 3, frequency: 0.006 },
  { p: 4, q: 1, frequency: 0.001 },
  { p: 1, q: 4, frequency: 0.001 },
];

/** The most segments of one text in a bead. */
export const maxSide = 4;

/** Segments `i` … `i + p - 1` of one text, and `j` … `j + q - 1` of the other, that say the same. */
export interface BeadRange {
  readonly i: number;
  readonly p: number;
  readonly j: number;
  readonly q: number;
}

/** A bead of the best alignment. */
export interface Bead extends BeadRange {
  /** How probable it is among all alignments, 0 … 1. */
  readonly posterior: number;
}
