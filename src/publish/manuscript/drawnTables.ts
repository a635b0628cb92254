import type { Table } from 'mdast';
import { rangeOf } from '../../core/blocks.ts';
import { type GridCells, readGridCells } from './gridCells.ts';
import type { ManuscriptTable } from './manuscriptTypes.ts';

/** What the lines of a table say besides the words of its cells. */
interface DrawnTable {
  /** Whether the first row is its head: that of a table of pipes always is. */
  readonly hasHead: boolean;
  /** One for each column that is drawn; empty where pipes say it. */
  readonly alignments: ManuscriptTable['alignments'];
  /** Of a grid: where its cells stand. */
  readonly grid?: GridCells | undefined;
}

/** Reads how a table is drawn, as Pandoc does. */
export function readDrawnTable(node: Table, text: string): DrawnTable {
  const lines = linesOfRows(node, text);
  if (/^\+[-:=+]/u.test((lines[0] ?? '').replace(/^[ \t]*(?:[-*+:~]|\(?\w{1,9}[.)])?[ \t]+/u, '')))
    return readGrid(lines);
  const dashed = lines.flatMap((line, at) => (/^[ \t]*-[- \t]*$/u.test(line) ? [at] : []));
  const [first] = dashed;
  if (first === undefined) return { hasHead: true, alignments: [] };
  const hasHead = first !== 0 || dashed.length > 2;
  const columns = first === 0 && dashed.length > 2 ? dashed[1] : first;
  const words = hasHead ? lines.slice(first === 0 ? 1 : 0, columns) : lines.slice(1, 2);
  return { hasHead, alignments: dashedAlignments(lines[columns ?? 0] ?? '', words) };
}

/** Returns the lines of a table without its caption and without the marks of quotations around it. */
function linesOfRows(node: Table, text: string): readonly string[] {
  let { start, end } = rangeOf(node);
  start = lineStart(text, start);
  for (const row of node.children)
    if (row.data?.pandoc?.isCaption) {
      const own = rangeOf(row);
      if (own.start <= rangeOf(node).start) start = own.end;
      else end = own.start;
    }
  const lines = text
    .slice(start, end)
    .split(/\r\n?|\n/u)
    .map((line) => line.replace(/^[ \t]*(?:>[ \t]?)+/u, ''));
  const filled = lines.findIndex((line) => line.trim() !== '');
  return lines.slice(Math.max(0, filled));
}

function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

function readGrid(lines: readonly string[]): DrawnTable {
  const rules = lines.flatMap((line) => /\+[-:=+]+\+$/u.exec(line.trim())?.[0] ?? []);
  const head = rules.find((line) => line.includes('='));
  const alignments = (head ?? rules[0] ?? '')
    .slice(1, -1)
    .split('+')
    .map((part) => sideOf(part.startsWith(':'), part.endsWith(':')));
  // The first line of a table in an item begins with the mark of that.
  const drawn = lines.map((line) => line.slice(Math.max(0, line.search(/[+|]/u))).trimEnd());
  while (drawn.at(-1)?.startsWith('+') === false) drawn.pop();
  return { hasHead: head !== undefined, alignments, grid: readGridCells(drawn) };
}

type Alignment = ManuscriptTable['alignments'][number];

function sideOf(isLeft: boolean, isRight: boolean): Alignment {
  if (isLeft && isRight) return 'center';
  return isLeft ? 'left' : isRight ? 'right' : undefined;
}

/**
 * Returns the alignments of columns whose dashes stand in a line: by how the longest of the words above or below lie to them
 * (Text.Pandoc.Readers.Markdown, `alignType`).
 */
function dashedAlignments(dashes: string, words: readonly string[]): readonly Alignment[] {
  return [...dashes.matchAll(/-+/gu)].map(({ 0: run, index }, at, all) => {
    const end = all[at + 1]?.index ?? Infinity;
    const [longest = ''] = words
      .map((line) => line.slice(index, end).trimEnd())
      .sort((a, b) => b.length - a.length);
    const isLeft = longest === '' ? false : !longest.startsWith(' ');
    const isRight = longest.length >= run.length;
    return isLeft && isRight
      ? undefined
      : !isLeft && !isRight
        ? longest === ''
          ? undefined
          : 'center'
        : sideOf(isLeft, isRight);
  });
}
