import type { Term } from '../../glossary.ts';
import type { Study } from '../../study.ts';
import { type PlacedUse, type Prose, usesOfTerm } from '../../resolve.ts';
import type { Range } from '../../text.ts';
import { paragraphLabel, passageAt, sourceOf } from '../passages.ts';

/** The orders of a concordance: by position, or by the next word. */
export const concordanceOrders = ['position', 'next'] as const;
export type ConcordanceOrder = (typeof concordanceOrders)[number];

/** A use of a term with its context. */
export interface ConcordanceLine extends PlacedUse {
  /** The words before and after it, on one line, without markup. */
  readonly left: string;
  /** The words of the use, on one line. */
  readonly words: string;
  readonly right: string;
  /** `¶ 12` or `n. 1` in a source. Empty in headings and in papers. */
  readonly passage: string;
}

/** The length of the context on either side. UTF-16 code units. */
export const contextUnits = 38;

/**
 * The uses of a term in context.
 * @param order by file and position, or first by the words that follow
 */
export function concordanceOf(
  term: Term,
  study: Study,
  order: ConcordanceOrder = 'position',
): readonly ConcordanceLine[] {
  return sortedLines(
    usesOfTerm(term, study).map((use) => concordanceLine(use, study)),
    order,
  );
}

/** Sorts lines. Equal lines keep their order. */
export function sortedLines(
  lines: readonly ConcordanceLine[],
  order: ConcordanceOrder,
): readonly ConcordanceLine[] {
  if (order === 'position') return lines;
  return lines
    .map((line) => ({ line, key: sortKey(line.right) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ line }) => line);
}

/** The words that follow, without case, accents and punctuation. A use at the end of a paragraph sorts first. */
function sortKey(right: string): string {
  return right
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A use with its context. */
export function concordanceLine({ analysis, use }: PlacedUse, study: Study): ConcordanceLine {
  const { text } = analysis;
  const outer = use.span ?? use.range;
  const block = enclosingBlock(text, outer);
  // Twice the context is read, because markup is removed later.
  const left = readableWords(text.slice(Math.max(block.start, outer.start - 2 * contextUnits), outer.start));
  const right = readableWords(text.slice(outer.end, Math.min(block.end, outer.end + 2 * contextUnits)));
  return {
    analysis,
    use,
    left: lastWords(left.replace(/^\s+/u, '')),
    words: readableWords(text.slice(use.range.start, use.range.end)).trim(),
    right: wordsThatFit(right.replace(/\s+$/u, '')),
    passage: passageLabel(analysis, use.range, study),
  };
}

/** The paragraph or list item around a range, as far as lines show it and the context reaches. */
function enclosingBlock(text: string, { start, end }: Range): Range {
  const reach = 2 * contextUnits;
  const before = text.slice(Math.max(0, start - reach), start);
  const behind = text.slice(end, end + reach);
  const opens = [...before.matchAll(/\n[ \t>]*(?:\r?\n|(?:[-*+]|\d{1,9}[.)])[ \t]+)/g)].at(-1);
  const closes = /\r?\n[ \t>]*(?:\r?\n|(?:[-*+]|\d{1,9}[.)])[ \t])/.exec(behind);
  return {
    start: opens ? start - before.length + opens.index + opens[0].length : start - before.length,
    end: end + (closes?.index ?? behind.length),
  };
}

/**
 * Markdown without emphasis, note marks, term marks, headings and block quotations. White space becomes one space.
 */
function readableWords(markdown: string): string {
  return markdown
    .replace(/\{\.term\}/g, '')
    .replace(/\[\^[^\]\s]{1,40}\]/g, '')
    .replace(/(^|\n)[ \t]*(?:>[ \t]?)+/g, '$1')
    .replace(/(^|\n)#{1,6}[ \t]+/g, '$1')
    .replace(/\*+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .replace(/\s+/gu, ' ');
}

function lastWords(text: string): string {
  if (text.length <= contextUnits) return text;
  const cut = text.slice(-contextUnits);
  const space = cut.indexOf(' ');
  return space >= 0 && space < contextUnits / 2 ? cut.slice(space + 1) : cut;
}

function wordsThatFit(text: string): string {
  if (text.length <= contextUnits) return text;
  const cut = text.slice(0, contextUnits);
  const space = cut.lastIndexOf(' ');
  return space > contextUnits / 2 ? cut.slice(0, space) : cut;
}

function passageLabel(analysis: Prose, range: Range, study: Study): string {
  const source = analysis.role === 'source' ? sourceOf(analysis, study) : undefined;
  const found = source && passageAt(source, range.start);
  if (!found) return '';
  return 'passage' in found ? paragraphLabel(found.passage) : `n. ${String(found.note.number)}`;
}
