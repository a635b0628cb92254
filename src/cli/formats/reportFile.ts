import type { Message } from '../../core/messages.ts';
import type { FindingRow } from '../../core/present/listings.ts';
import { sha256 } from '../checking/cache.ts';
import type { Shard } from '../shards.ts';
import type { AskedFolders } from './reportFormats.ts';
import { wordedRow, type ReportedFile } from './report.ts';

/** What was found in a file, before it is in a language. */
export interface FoundFile extends Omit<ReportedFile, 'rows'> {
  readonly rows: readonly FindingRow<Message>[];
}

/** What a check, or a part of one, found: all that any format prints of it, in no language. */
export interface PartReport extends AskedFolders {
  readonly shard: Shard;
  readonly files: readonly FoundFile[];
  readonly papers: number;
  readonly citations: number;
}

/** What was found, in words. */
export function wordedFiles(files: readonly FoundFile[]): readonly ReportedFile[] {
  return files.map((file) => ({ ...file, rows: file.rows.map((row) => wordedRow(row)) }));
}

const reportOpening = 'pilcrow report';

/** A report as a file that `readReportFile` reads: one line that seals the rest, and JSON. */
export function reportFileText(report: PartReport, version: string): string {
  const body = `${JSON.stringify(report)}\n`;
  return `${seal(body, version)}\n${body}`;
}

/** A report out of its file; `version` where another version wrote it, `damaged` where it is not whole or none at all. */
export function readReportFile(text: string, version: string): PartReport | 'version' | 'damaged' {
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  const [, writer] = /^pilcrow report (\S+) [0-9a-f]{64}$/.exec(text.slice(0, end)) ?? [];
  if (writer !== undefined && writer !== version) return 'version';
  if (text.slice(0, end) !== seal(body, version)) return 'damaged';
  try {
    return JSON.parse(body) as PartReport;
  } catch {
    return 'damaged';
  }
}

function seal(body: string, version: string): string {
  return `${reportOpening} ${version} ${sha256(`${version}\n${body}`)}`;
}
