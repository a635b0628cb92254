import { type ShingleIndex, shinglesOf, shingleWidth } from '../match.ts';
import type { QuotablePlace } from '../resolve.ts';

/** A place where a run of words stands, perhaps over several paragraphs. */
export interface ShingleRun {
  /** The units that it touches, in reading order. */
  readonly units: readonly number[];
  /** Index of its first word in the first unit; 0 where it begins before the first window that is known. */
  readonly at: number;
  /** Index, in the last unit, after its last word. */
  readonly end: number;
  /** Whether every word lies in a window that stands there. No window holds the last words of one paragraph and the first of the next. */
  readonly isProved: boolean;
}

/** The windows of a source, and the places of its units. */
interface Windows {
  readonly index: ShingleIndex;
  readonly places: readonly QuotablePlace[];
  /** For each paragraph, by its number, its units: the first is its own, the others have its other readings. */
  readonly unitsOfPassage: ReadonlyMap<number, readonly number[]>;
}

/** A paragraph without windows has fewer words than one window; how many is not known. */
const maxUnknownWords = shingleWidth - 1;
/** More short paragraphs than follow one another in a quotation. The limit bounds the time. */
const maxUnknownUnits = 3;

/** Follows a run of words through the units of a source. */
export class RunFinder {
  private readonly shingles: readonly number[];

  constructor(
    private readonly source: Windows,
    private readonly words: readonly string[],
  ) {
    this.shingles = shinglesOf(source.index.salt, words);
  }

  /** Returns all places of the words, in reading order; none for fewer than five words. */
  find(): ShingleRun[] {
    const found: ShingleRun[] = [];
    for (let skipped = 0; skipped <= maxUnknownWords; skipped++) {
      const first = this.shingles[skipped];
      if (first === undefined) break;
      for (const { unit, at } of this.source.index.find(first)) {
        const [before] = skipped > 0 && at === 0 ? this.unitsBeside(unit, -1) : [];
        if (skipped > 0 && before === undefined) continue;
        const run = this.follow(unit, at, skipped, 0);
        if (!run) continue;
        const units = before === undefined ? run.units : [before, ...run.units];
        found.push({ ...run, units, at, isProved: run.isProved && skipped === 0 });
      }
    }
    return found.sort((a, b) => (a.units[0] ?? 0) - (b.units[0] ?? 0) || a.at - b.at);
  }

  /** Returns the units of the paragraph after that of a unit, into which a quotation may run on, or of the one before. */
  private unitsBeside(unit: number, step: 1 | -1): readonly number[] {
    const place = this.source.places[unit];
    if (place?.kind !== 'passage') return [];
    return this.source.unitsOfPassage.get(place.number + step) ?? [];
  }

  /** Follows the words from `from` on into the paragraph after that of a unit. */
  private followNext(unit: number, from: number, unknown: number): ShingleRun | undefined {
    for (const next of this.unitsBeside(unit, 1)) {
      const run = this.follow(next, 0, from, unknown);
      if (run) return { ...run, units: [unit, ...run.units] };
    }
    return undefined;
  }

  /**
   * Follows the words from `from` on, of which the first stands at `at` of a unit.
   * @param unknown how many paragraphs without windows have been passed
   */
  private follow(unit: number, at: number, from: number, unknown: number): ShingleRun | undefined {
    const rest = this.words.length - from;
    const windows = this.source.index.windowsOf(unit);
    if (windows === 0) return this.throughUnknown(unit, from, unknown);
    const available = windows + maxUnknownWords - at;
    const own = Math.min(rest, available);
    for (let window = 0; window + shingleWidth <= own; window++)
      if (this.shingles[from + window] !== this.source.index.at({ unit, at: at + window })) return undefined;
    const isProved = own >= shingleWidth;
    if (rest <= available) return { units: [unit], at, end: at + rest, isProved };
    const next = this.followNext(unit, from + own, unknown);
    return next && { ...next, isProved: isProved && next.isProved };
  }

  private throughUnknown(unit: number, from: number, unknown: number): ShingleRun | undefined {
    const rest = this.words.length - from;
    if (rest <= maxUnknownWords) return { units: [unit], at: 0, end: rest, isProved: false };
    if (unknown >= maxUnknownUnits) return undefined;
    for (let own = 1; own <= maxUnknownWords; own++) {
      const next = this.followNext(unit, from + own, unknown + 1);
      if (next) return { ...next, isProved: false };
    }
    return undefined;
  }
}
