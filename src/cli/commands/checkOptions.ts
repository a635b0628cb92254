import type { FindingLevel, ReportOptions } from '../formats/reportFormats.ts';

/** What a person asked `pilcrow check` for. */
export interface CheckOptions extends ReportOptions {
  readonly failOn?: FindingLevel;
  readonly fix?: boolean;
  /** False where nothing may be kept from one run to the next. */
  readonly cache?: boolean;
  readonly cacheDir?: string;
  /** The name of the file whose text is on standard input. */
  readonly stdinFilename?: string;
  /** Which part of all study folders is meant, `2/5`. */
  readonly shard?: string;
  /** A file to write what was found into. */
  readonly report?: string;
}
