/** Describes the machine of a measurement, and writes results to docs/performance.md. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { inRoot } from '../../../scripts/support/paths.ts';

const page = inRoot('docs', 'performance.md');
const introduction = `# Performance

Measured by \`npm run bench\`; each part says when, on what and by which command. Figures of one machine mean little: look at the ratios, which the same command gives on any other.
`;

/** Processor, memory, Node.js, system, load and date on one line. */
export function machineFacts(now = new Date()): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpu?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${memory} GB, Node.js ${process.versions.node}, ${process.platform} ${process.arch}, load ${(loadavg()[0] ?? 0).toFixed(1)}, ${now.toISOString().slice(0, 10)}`;
}

/** A table of Markdown. All columns but the first are aligned right. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, at) => (at === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}

/** Replaces one part of docs/performance.md, found by the comments around it, or adds it. */
export function keepPart(name: string, text: string): void {
  const before = existsSync(page) ? readFileSync(page, 'utf8') : introduction;
  const [start, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const part = `${start}\n\n${text.trim()}\n\n${end}`;
  const from = before.indexOf(start);
  const to = before.indexOf(end);
  writeFileSync(
    page,
    from >= 0 && to > from
      ? before.slice(0, from) + part + before.slice(to + end.length)
      : `${before.trimEnd()}\n\n${part}\n`,
  );
}

/** The median of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}
