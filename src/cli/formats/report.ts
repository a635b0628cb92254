import type { FindingRow } from '../../core/present/listings.ts';
import type { Level } from '../../core/catalogue/catalogue.ts';

/** What a check found in one file. */
export interface CheckedFile {
  readonly name: string;
  readonly rows: readonly FindingRow[];
  /** Findings at this level or above make the check fail. */
  readonly failOn: Exclude<Level, 'off'>;
}

const ranks = { error: 3, warning: 2, information: 1, hint: 0 } as const;

/** Whether a finding makes the check fail. */
export function fails(row: FindingRow, { failOn }: CheckedFile): boolean {
  return ranks[row.level] >= ranks[failOn];
}

/** Whether anything in a report makes the check fail. */
export function hasFailure(files: readonly CheckedFile[]): boolean {
  return files.some((file) => file.rows.some((row) => fails(row, file)));
}
