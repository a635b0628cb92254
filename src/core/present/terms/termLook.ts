import type { Nodes } from 'mdast';
import { findingsOf } from '../../check.ts';
import type { Analysis, Study } from '../../study.ts';
import { isProse, termsIn } from '../../resolve.ts';
import { type MarkdownDocument, rangeOf } from '../../blocks.ts';
import { PlacedRanges, type Range } from '../../text.ts';

/** Which uses of terms are underlined: the first of each term in a section, or all. */
export type TermLook = 'first' | 'all';

/**
 * The plain uses of terms that an editor underlines, sorted by position. Marked uses have a colour, and findings have
 * their own underline, so these are left out; they still count as the first use in their section.
 */
export function termRanges(analysis: Analysis, study: Study, look: TermLook): readonly Range[] {
  if (!isProse(analysis)) return [];
  const findings = new PlacedRanges(findingsOf(analysis, study));
  const headings = look === 'first' ? headingRanges(analysis.document) : [];
  const seen = new Set<string>();
  const ranges: Range[] = [];
  let section = 0;
  for (const { term, range, span } of termsIn(analysis, study.terms).uses) {
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

/** The ranges of headings in reading order. */
function headingRanges({ chunks }: MarkdownDocument): Range[] {
  const found: Range[] = [];
  const walk = (node: Nodes, origin: number): void => {
    if (node.type === 'heading') found.push(rangeOf(node, origin));
    else if (node.type !== 'paragraph' && 'children' in node)
      for (const child of node.children) walk(child, origin);
  };
  for (const { chunk, start } of chunks) for (const node of chunk.blocks) walk(node, start);
  return found.sort((a, b) => a.start - b.start);
}
