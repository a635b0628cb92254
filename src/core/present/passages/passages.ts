import type { Source } from '../../study.ts';
import { type Section, sectionsAround } from '../../source.ts';

export { passagePreview, passageWords } from '../../source.ts';

/** `¶ 12`, `¶¶ 12–14, 20`: passage numbers as people write them. */
export function passageNumbers(numbers: readonly number[]): string {
  const runs: string[] = [];
  for (let i = 0; i < numbers.length; i++) {
    const first = numbers[i] ?? 0;
    while (numbers[i + 1] === (numbers[i] ?? 0) + 1) i++;
    const last = numbers[i] ?? first;
    runs.push(first === last ? String(first) : `${String(first)}–${String(last)}`);
  }
  return `${numbers.length > 1 ? '¶¶' : '¶'} ${runs.join(', ')}`;
}

/** `(1) The Correct Form › (iii) Anti-colonialists`; empty before the first heading. */
export function sectionTrail(source: Source, passage: number): string {
  return sectionsAround(source.sections, passage).map(sectionName).join(' › ');
}

/** The heading of a section as printed. */
export function sectionName(section: Section): string {
  return section.printed === undefined ? section.title : `${section.printed} ${section.title}`.trim();
}

/** `¶ 8–53`; empty for a section without passages. */
export function sectionExtent({ first, last }: Pick<Section, 'first' | 'last'>): string {
  if (last < first) return '';
  return first === last ? `¶ ${String(first)}` : `¶ ${String(first)}–${String(last)}`;
}

/** “Title”, by Author (year): a source in one line. */
export function sourceLine(source: Source): string {
  const by = source.author === '' ? '' : `, ${source.author}`;
  const year = source.year === '' || source.year === 'n.d.' ? '' : ` (${source.year})`;
  return `${source.title}${by}${year}`;
}
