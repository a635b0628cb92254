import { messageOf, type Message } from '../../core/messages.ts';
import { levels, type Level } from '../../core/catalogue.ts';
import { colorsFor, printOut, tell, versionOf, type ExitCode, type Io, type PrintedKind } from '../io.ts';
import { githubReport } from './github.ts';
import { junitReport } from './junit.ts';
import { prettyReport, summaryLine } from './pretty.ts';
import type { Shard } from '../shards.ts';
import { hasFailure, type ReportedFile } from './report.ts';
import { sarifReport } from './sarif.ts';

/** The levels that findings have. */
export type FindingLevel = Exclude<Level, 'off'>;

/** Loudest first. */
export const findingLevels = levels.filter((level): level is FindingLevel => level !== 'off');

/** What a format is told beside the findings. */
export interface ReportOptions {
  readonly format: keyof typeof reportFormats;
  readonly color: boolean;
  readonly quiet?: boolean;
  readonly watch?: boolean;
}

interface ReportFormat {
  readonly write: (files: readonly ReportedFile[], options: ReportOptions, io: Io) => string;
  /** Data where it is left out. */
  readonly kind?: PrintedKind;
  /** Whether it is one document, to which `--watch` could add nothing. */
  readonly isWhole?: true;
}

/** The formats of findings by name: all that `--format` knows. */
const reportFormats = {
  pretty: { write: (files, { color }, io) => prettyReport(files, colorsFor(io, color)), kind: 'painted' },
  json: {
    write: (files, { watch }) => {
      const rows = files.flatMap((file) => file.rows);
      return `${JSON.stringify(rows, null, watch ? undefined : 2)}\n`;
    },
  },
  sarif: { write: (files, _, io) => sarifReport(files, versionOf(io)), isWhole: true },
  github: { write: githubReport, kind: 'words' },
  junit: { write: junitReport, isWhole: true },
} satisfies Record<string, ReportFormat>;

export const checkFormats = Object.keys(reportFormats);

/** Whether a format is one document, to which nothing can be added later. */
export function isOneDocument(format: ReportOptions['format']): boolean {
  const { isWhole }: ReportFormat = reportFormats[format];
  return isWhole === true;
}

/** What was checked, with what the summary counts. */
export interface Checked {
  readonly files: readonly ReportedFile[];
  readonly papers: number;
  readonly citations: number;
}

/** What is known of the folders that were to be checked. */
export interface AskedFolders {
  /** Whether one is a study folder at all, whatever it holds. */
  readonly isStudy: boolean;
  /** Whether all were found. */
  readonly complete: boolean;
  /** Which part of them was checked; undefined where all were. */
  readonly shard?: Shard | undefined;
}

/** Prints what was found, or says that there was nothing to check and what would be there. */
export function report(checked: Checked, asked: AskedFolders, options: ReportOptions, io: Io): void {
  const isNothing = checked.files.length === 0;
  if (isNothing && asked.complete) tell(io, whyNothing(asked));
  // Where there was nothing, nothing is counted: “no problems” would be taken for an answer.
  printReport(checked, isNothing ? { ...options, quiet: true } : options, io);
}

function whyNothing({ isStudy, shard }: AskedFolders): Message {
  if (shard) return messageOf('check.emptyShard', { ...shard });
  return messageOf(isStudy ? 'check.nothing' : 'check.noStudy');
}

/** What a check ends with. */
export function codeOf({ files }: Checked, { isStudy, complete }: AskedFolders): ExitCode {
  if (!complete || (files.length === 0 && !isStudy)) return 2;
  return hasFailure(files) ? 1 : 0;
}

/** Prints findings in the form that was asked for, and the summary. */
export function printReport({ files, papers, citations }: Checked, options: ReportOptions, io: Io): void {
  const { write, kind = 'data' }: ReportFormat = reportFormats[options.format];
  printOut(io, write(files, options, io), kind);
  if (options.format === 'pretty' && !options.quiet) tell(io, summaryLine(files, papers, citations));
}
