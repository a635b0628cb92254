import type { FindingRow } from '../../core/present/listings.ts';
import type { ReportedFile } from './report.ts';

const githubCommands = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const;

/** Workflow commands of GitHub Actions: each finding becomes an annotation. */
export function githubReport(files: readonly ReportedFile[]): string {
  return files.flatMap(({ rows }) => rows.map(annotation)).join('');
}

function annotation({ level, file, line, endLine, column, endColumn, check, message }: FindingRow): string {
  // GitHub takes columns only of annotations on one line.
  const columns = line === endLine ? { col: column, endColumn } : {};
  const properties = Object.entries({ file, line, endLine, ...columns, title: check });
  const list = properties.map(([name, value]) => `${name}=${property(String(value))}`).join(',');
  return `::${githubCommands[level]} ${list}::${data(message)}\n`;
}

function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
