import { memo } from '../memo.ts';
import { type MarkdownDocument, mayHoldRegions } from '../blocks.ts';
import { firstIndex, type Range } from '../text.ts';
import type { Edition } from './edition.ts';
import { readAsBefore, type SourceText } from './readSource.ts';
import type { Section } from './sections.ts';

/**
 * Earlier versions of Pilcrow read sources by CommonMark alone, so that their numbers are others where a source has blocks that only Pandoc
 * knows, or figures.
 */

/** How what can be cited in a source was named in earlier versions. */
export interface Renumbering {
  /** For each number that a passage had, the first and last of the passages that its words stand in now; undefined where in none. */
  readonly passages: ReadonlyMap<number, { readonly first: number; readonly last: number } | undefined>;
  /** The outline that the source had. A line of a table or of metadata may have been a heading. */
  readonly sections: readonly Section[];
  /** For each number that a note had, its number now. */
  readonly notes: ReadonlyMap<number, number | undefined>;
}

/** Returns the section of an outline that has the heading of a section of another outline of the same text. */
export function sectionWithHeading(sections: readonly Section[], { range }: Section): Section | undefined {
  return sections.find((section) => section.range?.start === range?.start);
}

/** Returns how the numbers of a source have changed; undefined where they have not. */
export const renumberingOf = memo('renumbering of a source', findRenumbering);

function findRenumbering(document: MarkdownDocument, source: SourceText): Renumbering | undefined {
  // `numbering` says what is counted: what the author printed, or `blocks`, as today.
  if ('numbering' in source.frontMatter.data || !mayBeRenumbered(document)) return undefined;
  const before = readAsBefore(document);
  const present = source.passages.map(({ words }) => words?.range ?? { start: 0, end: 0 });
  const passages = new Map(
    before.passages.map(({ number, words }) => [number, words && passagesIn(words.range, present)]),
  );
  const notes = new Map(
    before.notes.map(({ number, label }) => [
      number,
      source.notes.find((note) => note.label === label)?.number,
    ]),
  );
  const { sections } = before;
  const isSame =
    passages.size === present.length &&
    [...passages].every(([number, now]) => now?.first === number && now.last === number) &&
    [...notes].every(([number, now]) => now === number) &&
    sections.length === source.sections.length &&
    sections.every((section) => sectionWithHeading(source.sections, section)?.label === section.label);
  return isSame ? undefined : { passages, sections, notes };
}

/** A cheap test for what CommonMark and Pandoc count otherwise. Bullets of two kinds make two lists for CommonMark. */
function mayBeRenumbered(document: MarkdownDocument): boolean {
  const { range } = document.frontMatter;
  // Behind the fence of the front matter, which looks like the beginning of a table.
  const text = range ? document.text.slice(range.end + 3) : document.text;
  return (
    /!\[|\{[ \t]*=|\^\[/.test(text) ||
    mayHoldRegions(text) ||
    (/^ *-[ \t]/m.test(text) && /^ *[*+][ \t]/m.test(text)) ||
    (/^ *\*[ \t]/m.test(text) && /^ *\+[ \t]/m.test(text))
  );
}

function passagesIn(
  { start, end }: Range,
  present: readonly Range[],
): { first: number; last: number } | undefined {
  const first = firstIndex(present, (range) => range.end > start) + 1;
  const last = firstIndex(present, (range) => range.start >= end);
  return last < first ? undefined : { first, last };
}

/**
 * Returns the reading of a source whose numbers its edition has frozen: the present one, or, where that fits the edition better, that
 * of earlier versions.
 */
export const readingOfEdition = memo(
  'reading of a source by its edition',
  (document: MarkdownDocument, source: SourceText, edition: Edition): SourceText => {
    const present = inPlace(source, edition);
    if (present === edition.passages.length || !mayBeRenumbered(document)) return source;
    const before = readAsBefore(document);
    return inPlace(before, edition) > present ? before : source;
  },
);

/** Returns how many passages have the words that the edition has under their number. */
function inPlace(source: SourceText, { passages }: Edition): number {
  return passages.filter(({ sha256 }, index) => source.passages[index]?.fingerprint === sha256).length;
}
