import { inWords } from '../../core/messages.ts';
import { catalogue, checkIds, type Level, wordsOfCheck } from '../../core/catalogue.ts';
import type { FindingRow, FixRow, PlaceFields } from '../../core/present/listings.ts';
import type { ReportedFile } from './report.ts';
import { percentEncoded } from '../../core/text.ts';

const sarifLevels = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
  off: 'none',
} as const satisfies Record<Level, string>;

/** A log of SARIF 2.1.0, as code hosts read it. */
export function sarifReport(files: readonly ReportedFile[], version: string): string {
  const driver = { name: 'Pilcrow', semanticVersion: version, rules: checkIds.map(sarifRule) };
  const results = files.flatMap(({ rows }) => rows.map(result));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function sarifRule(id: (typeof checkIds)[number]) {
  const { level, wrong, right } = catalogue[id];
  const { summary, explanation } = wordsOfCheck(id);
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: explanation },
    help: { text: inWords('explain.examples', { explanation, wrong, right }) },
    defaultConfiguration: { level: sarifLevels[level] },
  };
}

function result(row: FindingRow) {
  return {
    ruleId: row.check,
    ruleIndex: checkIds.indexOf(row.check),
    level: sarifLevels[row.level],
    message: { text: row.message },
    locations: [{ physicalLocation: { artifactLocation: artifact(row), region: region(row) } }],
    ...(row.fixes.length > 0 ? { fixes: row.fixes.map(fix) } : {}),
  };
}

function artifact({ file }: PlaceFields) {
  return { uri: file.split('/').map(percentEncoded).join('/') };
}

function region({ line, column, endLine, endColumn }: PlaceFields) {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function fix({ title, edits }: FixRow) {
  const names = [...new Set(edits.map(({ file }) => file))];
  return {
    description: { text: title },
    artifactChanges: names.map((name) => {
      const own = edits.filter(({ file }) => file === name);
      return {
        artifactLocation: artifact({ ...own[0], file: name } as PlaceFields),
        replacements: own.map((edit) => ({
          deletedRegion: region(edit),
          insertedContent: { text: edit.newText },
        })),
      };
    }),
  };
}
