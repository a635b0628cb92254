import { resolve } from 'node:path';
import { messageOf } from '../../core/messages.ts';
import { refusal } from '../../core/present/wording.ts';
import { disk } from '../../files/node.ts';
import { noColor, type CliCommand } from '../command.ts';
import { readReportFile, wordedFiles, type PartReport } from '../formats/reportFile.ts';
import {
  checkFormats,
  codeOf,
  findingLevels,
  report,
  type AskedFolders,
  type Checked,
  type FindingLevel,
  type ReportOptions,
} from '../formats/reportFormats.ts';
import { CannotDo, tell, versionOf, type ExitCode, type Io } from '../io.ts';

export const reportCommand: CliCommand = {
  name: 'report',
  summary: 'reportHelp.summary',
  description: 'reportHelp.summary',
  commands: [
    {
      name: 'merge',
      description: 'reportHelp.merge',
      arguments: [{ name: '<FILE...>', help: 'reportHelp.files' }],
      options: [
        {
          flags: '-f, --format <FORMAT>',
          help: 'checkHelp.format',
          choices: checkFormats,
          default: 'pretty',
        },
        { flags: '--fail-on <LEVEL>', help: 'reportHelp.failOn', choices: findingLevels },
        { flags: '-q, --quiet', help: 'checkHelp.quiet' },
        noColor,
      ],
      run: mergeReports,
    },
  ],
};

interface MergeOptions extends ReportOptions {
  readonly failOn?: FindingLevel;
}

/** Prints the parts of a check as the whole check would have. */
function mergeReports(names: readonly string[], options: MergeOptions, io: Io): ExitCode {
  const parts = partsIn(names, io);
  const [{ shard }] = parts;
  const present = new Set(parts.map((each) => each.shard.part));
  const lacking = Array.from({ length: shard.of }, (_, at) => at + 1).filter((part) => !present.has(part));
  if (lacking.length > 0) tell(io, messageOf('report.lacking', { of: shard.of, parts: lacking.join(', ') }));
  const { checked, asked } = sumOfParts(parts, options);
  const complete = asked.complete && lacking.length === 0;
  report(checked, { ...asked, complete }, options, io);
  return codeOf(checked, { ...asked, complete });
}

type PartReports = readonly [PartReport, ...PartReport[]];

/** The parts that are in some files, in order. */
function partsIn(names: readonly string[], io: Io): PartReports {
  const read = names.map((name) => ({ name, report: readPart(name, io) }));
  const seen = new Set<number>();
  const expected = read[0]?.report.shard.of ?? 0;
  for (const { name, report } of read) {
    const { part, of } = report.shard;
    if (of !== expected) throw new CannotDo(messageOf('report.otherCount', { file: name, of, expected }));
    if (seen.has(part)) throw new CannotDo(messageOf('report.twice', { file: name, part, of }));
    seen.add(part);
  }
  return read
    .map(({ report }) => report)
    .sort((a, b) => a.shard.part - b.shard.part) as unknown as PartReports;
}

function readPart(name: string, io: Io): PartReport {
  const found = disk.reader().read(resolve(io.cwd, name));
  if (!found) throw new CannotDo(messageOf('cli.noPath', { path: name }));
  if ('problem' in found) throw new CannotDo(refusal(name, 'read', undefined));
  const report = readReportFile(found.bytes.toString(), versionOf(io));
  if (report === 'version') throw new CannotDo(messageOf('report.version', { file: name }));
  if (report === 'damaged') throw new CannotDo(messageOf('report.damaged', { file: name }));
  return report;
}

function sumOfParts(
  parts: PartReports,
  { failOn }: MergeOptions,
): { readonly checked: Checked; readonly asked: AskedFolders } {
  const files = wordedFiles(parts.flatMap((part) => part.files));
  const sum = (key: 'papers' | 'citations'): number => parts.reduce((all, each) => all + each[key], 0);
  return {
    checked: {
      files: files.map((file) => ({ ...file, failOn: failOn ?? file.failOn })),
      papers: sum('papers'),
      citations: sum('citations'),
    },
    asked: {
      isStudy: parts.some(({ isStudy }) => isStudy),
      complete: parts.every(({ complete }) => complete),
    },
  };
}
