import { inWords } from '../../core/messages.ts';
import type { FindingRow } from '../../core/present/listings.ts';
import { fails, type ReportedFile } from './report.ts';

/** JUnit's XML: each file is a suite, each finding a test case, which fails where the finding makes the check fail. */
export function junitReport(files: readonly ReportedFile[]): string {
  const suites = files.map(suite).join('');
  const failures = files.reduce((sum, file) => sum + countFailures(file), 0);
  const tests = files.reduce((sum, { rows }) => sum + Math.max(1, rows.length), 0);
  const head = `<testsuites name="pilcrow" tests="${String(tests)}" failures="${String(failures)}">`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${head}\n${suites}</testsuites>\n`;
}

function countFailures(file: ReportedFile): number {
  return file.rows.filter((row) => fails(row, file)).length;
}

function suite(file: ReportedFile): string {
  const { name, rows } = file;
  const cases =
    rows.length > 0
      ? rows.map((row) => testCase(row, file)).join('')
      : `    <testcase classname="${xml(name)}" name="${xml(inWords('check.noFindings'))}"/>\n`;
  const counts = `tests="${String(Math.max(1, rows.length))}" failures="${String(countFailures(file))}" errors="0" skipped="0"`;
  return `  <testsuite name="${xml(name)}" ${counts}>\n${cases}  </testsuite>\n`;
}

function testCase(row: FindingRow, file: ReportedFile): string {
  const place = `${String(row.line)}:${String(row.column)}`;
  const open = `    <testcase classname="${xml(file.name)}" name="${xml(`${place} ${row.check}`)}"`;
  const text = `${file.name}:${place}: ${row.message}`;
  const body = fails(row, file)
    ? `<failure type="${row.level}" message="${xml(row.message)}">${xml(text)}</failure>`
    : `<system-out>${xml(`${row.level}: ${text}`)}</system-out>`;
  return `${open}>${body}</testcase>\n`;
}

/** Text in XML; what XML 1.0 has no way to say becomes a replacement character. */
function xml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Cs}]/gu, '\uFFFD')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/[\n\r\t]/g, (space) => `&#${String(space.charCodeAt(0))};`);
}
