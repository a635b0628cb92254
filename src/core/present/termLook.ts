import type { Nodes } from 'mdast';
import { findingsOf } from '../check/findings.ts';
import type { Analysis, Study } from '../index/study.ts';
import { findChunkTerms, type DocumentTermUse } from '../glossary/uses.ts';
import { isProse, type Prose } from '../resolve/terms.ts';
import type { MarkdownDocument } from '../markdown/document.ts';
import { PlacedRanges } from '../text/placedRanges.ts';
import { moveRange, type Range } from '../text/range.ts';

/** Which uses of terms have a look of their own: the first of each term in a section, or all. */
export type TermLook = 'first' | 'all';

/**
 * The plain uses of terms that an editor may underline lightly, by position. Marked uses are coloured already, and where
 * a finding stands its underline has precedence; both still count as the first use in their section.
 */
export function termRanges(analysis: Analysis, study: Study, look: TermLook): readonly Range[] {
  if (!isProse(analysis)) return [];
  const findings = new PlacedRanges(findingsOf(analysis, study));
  const headings = look === 'first' ? headingsOf(analysis.document) : [];
  const seen = new Set<string>();
  const ranges: Range[] = [];
  let section = 0;
  for (const { term, range, span } of usesIn(analysis, study)) {
    while ((headings[section]?.end ?? Infinity) <= range.start) {
      section++;
      seen.clear();
    }
    const inHeading = (headings[section]?.start ?? Infinity) <= range.start;
    if (inHeading || (look === 'first' && seen.has(term.key))) continue;
    seen.add(term.key);
    if (!span && findings.overlapping(range).length === 0) ranges.push(range);
  }
  return ranges;
}

/** The uses of terms, by position: no more of them than is needed here, as there may be very many. */
function* usesIn(
  { document }: Prose,
  study: Study,
): Iterable<Pick<DocumentTermUse, 'term' | 'range' | 'span'>> {
  const { chunks } = document;
  const all = findChunkTerms(document, study.matcher, [...chunks.keys()]);
  for (const [index, { uses }] of all.entries())
    for (const { term, range, span } of uses)
      yield { term, range: moveRange(range, chunks[index]?.start ?? 0), span };
}

/** Where headings stand, in reading order. */
function headingsOf({ chunks }: MarkdownDocument): Range[] {
  const found: Range[] = [];
  const walk = (node: Nodes, origin: number): void => {
    if (node.type === 'heading') {
      const start = node.position?.start.offset ?? 0;
      found.push(moveRange({ start, end: node.position?.end.offset ?? start }, origin));
    } else if (node.type !== 'paragraph' && 'children' in node)
      for (const child of node.children) walk(child, origin);
  };
  for (const { chunk, start } of chunks) for (const node of chunk.blocks) walk(node, start);
  return found.sort((a, b) => a.start - b.start);
}
