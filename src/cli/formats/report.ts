import { inWords, type Message } from '../../core/messages.ts';
import type { FindingRow } from '../../core/present/listings.ts';
import type { Level } from '../../core/catalogue.ts';

/** What a check found in one file. */
export interface ReportedFile {
  readonly name: string;
  readonly rows: readonly FindingRow[];
  /** Findings at this level or above make the check fail. */
  readonly failOn: Exclude<Level, 'off'>;
}

/** A finding in words, as every format prints it. */
export function wordedRow(row: FindingRow<Message>): FindingRow {
  return {
    ...row,
    message: inWords(row.message),
    fixes: row.fixes.map((fix) => ({ ...fix, title: inWords(fix.title) })),
  };
}

/** A finding whose files are called by other names. */
export function renamedRow(row: FindingRow<Message>, name: (file: string) => string): FindingRow<Message> {
  return {
    ...row,
    file: name(row.file),
    fixes: row.fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, file: name(edit.file) })),
    })),
  };
}

const ranks = { error: 3, warning: 2, information: 1, hint: 0 } as const;

/** Whether a finding makes the check fail. */
export function fails(row: FindingRow, { failOn }: ReportedFile): boolean {
  return ranks[row.level] >= ranks[failOn];
}

/** Whether anything in a report makes the check fail. */
export function hasFailure(files: readonly ReportedFile[]): boolean {
  return files.some((file) => file.rows.some((row) => fails(row, file)));
}
