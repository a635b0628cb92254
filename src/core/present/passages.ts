import type { Source } from '../index/study.ts';
import { sectionsAround, type Section } from '../source/sections.ts';
import type { Note, Passage } from '../source/source.ts';

/** How many words of a passage stand for it in lists. */
const previewWords = 9;

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

/** The words of a passage as they stand in the source, on one line; undefined without the text. */
export function passageWords(passage: Passage | Note): string | undefined {
  return passage.words?.plain.text.replace(/\s+/gu, ' ').trim();
}

/** What stands for a passage in lists: its gist, otherwise its first words. */
export function passagePreview(passage: Passage | Note): string {
  if (passage.gist !== undefined) return passage.gist;
  const kept = previews.get(passage) ?? firstWords(passage);
  previews.set(passage, kept);
  return kept;
}

/** Views ask for those of whole texts again and again. */
const previews = new WeakMap<Passage | Note, string>();

function firstWords(passage: Passage | Note): string {
  const words = passageWords(passage)?.split(' ') ?? [];
  return words.length <= previewWords ? words.join(' ') : `${words.slice(0, previewWords).join(' ')} …`;
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
