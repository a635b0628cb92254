import type { Colors } from 'picocolors/types.js';
import { plural } from '../../core/present/wording.ts';
import type { FindingRow } from '../../core/present/listings.ts';
import { printable } from '../io.ts';
import type { ReportedFile } from './report.ts';

/** Findings for people: by file, with line and column, level, message and check. */
export function prettyReport(files: readonly ReportedFile[], colors: Colors): string {
  return files
    .filter(({ rows }) => rows.length > 0)
    .map(
      ({ name, rows }) =>
        `${colors.underline(printable(name))}\n${rows.map((row) => findingLine(row, colors)).join('')}\n`,
    )
    .join('');
}

function findingLine(row: FindingRow, colors: Colors): string {
  const place = `${String(row.line)}:${String(row.column)}`.padStart(7);
  const paint = { error: colors.red, warning: colors.yellow, information: colors.blue, hint: colors.dim }[
    row.level
  ];
  const message = printable(row.message.replace(/\s+/gu, ' '));
  return `${colors.dim(place)}  ${paint(row.level.padEnd(11))}  ${message}  ${colors.dim(row.check)}\n`;
}

/** The line below the findings: `3 papers with 41 citations: 2 errors and 1 warning`. */
export function summaryLine(files: readonly ReportedFile[], papers: number, citations: number): string {
  const rows = files.flatMap((file) => file.rows);
  const counts = (['error', 'warning', 'information', 'hint'] as const).flatMap((level) => {
    const count = rows.filter((row) => row.level === level).length;
    const name = level === 'information' ? 'piece of information' : level;
    return count === 0
      ? []
      : [plural(count, name, level === 'information' ? 'pieces of information' : `${level}s`)];
  });
  const found = counts.length === 0 ? 'no problems' : counts.join(', ').replace(/, ([^,]*)$/, ' and $1');
  return `${plural(papers, 'paper')} with ${plural(citations, 'citation')}: ${found}.`;
}
