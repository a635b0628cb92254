import type { Nodes } from 'mdast';
import { findingsOf } from '../check/findings.ts';
import type { Analysis, Study } from '../index/study.ts';
import { isProse, termsIn } from '../resolve/terms.ts';
import { overlaps, type Range } from '../text/range.ts';

/** Which uses of terms have a look of their own: the first of each term in a section, or all. */
export type TermLook = 'first' | 'all';

/**
 * The plain uses of terms that an editor may underline lightly, by position. Marked uses are coloured already, and where
 * a finding stands its underline has precedence; both still count as the first use in their section.
 */
export function termRanges(analysis: Analysis, study: Study, look: TermLook): readonly Range[] {
  if (!isProse(analysis)) return [];
  const findings = findingsOf(analysis, study);
  const headings = look === 'first' ? headingsOf(analysis.document.tree) : [];
  const seen = new Set<string>();
  const ranges: Range[] = [];
  let section = 0;
  for (const { term, range, span } of termsIn(analysis, study).uses) {
    while ((headings[section]?.end ?? Infinity) <= range.start) {
      section++;
      seen.clear();
    }
    const inHeading = (headings[section]?.start ?? Infinity) <= range.start;
    if (inHeading || (look === 'first' && seen.has(term.key))) continue;
    seen.add(term.key);
    if (!span && !findings.some((finding) => overlaps(finding.range, range))) ranges.push(range);
  }
  return ranges;
}

/** Where headings stand, in reading order. */
function headingsOf(root: Nodes): Range[] {
  const found: Range[] = [];
  const walk = (node: Nodes): void => {
    if (node.type === 'heading') {
      const start = node.position?.start.offset ?? 0;
      found.push({ start, end: node.position?.end.offset ?? start });
    } else if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(root);
  return found.sort((a, b) => a.start - b.start);
}
