import type { Source } from '../../study.ts';
import { enclosingSections, type Section } from '../../source.ts';

export { paragraphLabel, passageNumbers, passagePreview, passageWords } from '../../source.ts';

/**
 * The sections around a passage: `(1) The Correct Form › (iii) Anti-colonialists`. Empty before the first heading.
 */
export function sectionTrail(source: Source, passage: number): string {
  return enclosingSections(source.sections, passage).map(sectionName).join(' › ');
}

/** The heading of a section as printed, with its label. */
export function sectionName(section: Section): string {
  return section.printed === undefined ? section.title : `${section.printed} ${section.title}`.trim();
}

/**
 * The passages of a section: `¶ 8–53`, by the numbers that their author gave them, if any. Empty if it has none; the sign alone where
 * its author numbered others, but none of them.
 */
export function sectionExtent(
  { first, last }: Pick<Section, 'first' | 'last'>,
  { passages, printed }: Pick<Source, 'passages' | 'printed'>,
): string {
  if (last < first) return '';
  const numbers = printed
    ? passages.slice(first - 1, last).flatMap(({ printed: label }) => label || [])
    : [String(first), String(last)];
  const [from = '', to = from] = [numbers[0], numbers.at(-1)];
  return `¶ ${from === to ? from : `${from}–${to}`}`.trimEnd();
}

/** A source on one line: “Title”, by Author (year). */
export function sourceLine(source: Source): string {
  const by = source.author === '' ? '' : `, ${source.author}`;
  const year = source.year === '' || source.year === 'n.d.' ? '' : ` (${source.year})`;
  return `${source.title}${by}${year}`;
}
