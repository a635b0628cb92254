import { findSection, type Section, type SourceStructure } from '../source.ts';
import { normaliseText } from '../text.ts';
import type { PassageFate } from './passageFates.ts';

/**
 * Returns the section of another printing that a section of one became: the one with its heading, which nothing else has, in which
 * its paragraphs begin. Undefined where that is not certain.
 */
export function sectionInPrinting(
  section: Section,
  old: SourceStructure,
  now: SourceStructure,
  fates: readonly PassageFate[],
): Section | undefined {
  const named = (one: Section) =>
    comparableTitle(one) === comparableTitle(section) && one.parent?.title === section.parent?.title;
  const [mine, theirs] = [old.sections.filter(named), now.sections.filter(named)];
  const [target] = theirs;
  if (!target || mine.length !== 1 || theirs.length !== 1) return undefined;
  if (findSection(now.sections, target.label, section.kind) !== target) return undefined;
  const inside = fates
    .slice(section.first - 1, section.last)
    .flatMap(({ state, to }) => (state === 'doubtful' ? [] : to));
  const isInside = (number: number): boolean => target.first <= number && number <= target.last;
  return inside.length > 0 && inside.every(isInside) ? target : undefined;
}

function comparableTitle({ title }: Section): string {
  return normaliseText(title).toLowerCase();
}
