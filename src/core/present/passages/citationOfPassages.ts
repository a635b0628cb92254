import { citationFor, type LocatorNumber, runsOf } from '../../citations.ts';
import type { LocatorLabel } from '../../locators.ts';
import { sectionKinds } from '../../resolve.ts';
import { findSection, printedValue, type Section } from '../../source.ts';
import { numbersFromTo } from '../../text.ts';
import type { Source } from '../../study.ts';
import { citationOf } from '../../syntax.ts';

/**
 * Returns the citation of passages in a language, by the numbers that their author gave them, if any: of the whole source where one of
 * them has none.
 */
export function citationOfPassages(
  source: Source,
  numbers: readonly number[],
  lang: string | undefined,
): string {
  if (!source.printed) return citationFor(source.key, 'paragraph', runsOf(numbers), lang);
  const printed = printedValue(numbers, source);
  return printed === undefined ? citationOf(source.key) : citationFor(source.key, 'paragraph', printed, lang);
}

/** The parts of a locator. */
export interface LocatorParts {
  readonly label: LocatorLabel;
  readonly numbers: string | readonly LocatorNumber[];
}

/**
 * Returns the locator that leads to a section: `sec. 1`; by what its heading calls it where another section has that number, and by
 * its passages where nothing else leads there, as to a preface before section 1.
 */
export function locatorOfSection(source: Source, section: Section): LocatorParts {
  const { label: numbers, first, last } = section;
  const kinds = Object.entries(sectionKinds) as readonly (readonly [LocatorLabel, string])[];
  for (const [label, kind] of kinds)
    if (
      (kind === 'section' || kind === section.kind) &&
      findSection(source.sections, numbers, kind) === section
    )
      return { label, numbers };
  const passages = numbersFromTo(first, last);
  const printed = printedValue(passages, source);
  if (passages.length > 0 && (!source.printed || printed !== undefined))
    return { label: 'paragraph', numbers: printed ?? runsOf(passages) };
  return { label: 'section', numbers };
}

/** Returns the citation of a section in a language. */
export function citationOfSection(source: Source, section: Section, lang: string | undefined): string {
  const { label, numbers } = locatorOfSection(source, section);
  return citationFor(source.key, label, numbers, lang);
}
