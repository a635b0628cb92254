import { inWords, messageOf, type Message } from '../../core/messages.ts';
import type { Colors } from 'picocolors/types.js';
import type { FindingRow } from '../../core/present/listings.ts';
import { printable } from '../io.ts';
import type { ReportedFile } from './report.ts';

/** Findings for people: by file, with line and column, level, message and check. */
export function prettyReport(files: readonly ReportedFile[], colors: Colors): string {
  return files
    .filter(({ rows }) => rows.length > 0)
    .map(
      ({ name, rows }) =>
        `${colors.underline(printable(name.replace(/[\t\n]/gu, '\uFFFD')))}\n${rows.map((row) => findingLine(row, colors)).join('')}\n`,
    )
    .join('');
}

function findingLine(row: FindingRow, colors: Colors): string {
  const place = `${String(row.line)}:${String(row.column)}`.padStart(7);
  const paint = { error: colors.red, warning: colors.yellow, information: colors.blue, hint: colors.dim }[
    row.level
  ];
  const message = printable(row.message.replace(/\s+/gu, ' '));
  return `${colors.dim(place)}  ${paint(inWords(levelNames[row.level]).padEnd(widestLevel()))}  ${message}  ${colors.dim(row.check)}\n`;
}

const levelNames = {
  error: 'levels.error',
  warning: 'levels.warning',
  information: 'levels.information',
  hint: 'levels.hint',
} as const;

function widestLevel(): number {
  return Math.max(...Object.values(levelNames).map((name) => inWords(name).length));
}

/** The line below the findings: `3 papers with 41 citations: 2 errors and 1 warning`. */
export function summaryLine(files: readonly ReportedFile[], papers: number, citations: number): Message {
  const rows = files.flatMap((file) => file.rows);
  const count = (level: FindingRow['level']): number => rows.filter((row) => row.level === level).length;
  const [errors, warnings, hints] = [count('error'), count('warning'), count('hint')];
  const told = { papers, citations, errors, warnings, information: count('information'), hints };
  return messageOf('check.summary', { counts: messageOf('summary.counts', told) });
}
