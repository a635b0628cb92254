import type { Edition, EditionHeading } from './edition.ts';
import { frozenAbstract, frozenHeadings } from './editionSource.ts';
import { recognise, type Recognition } from './recognise.ts';
import type { SourceText } from './source.ts';

/** In which ways a source differs from an edition of it: what `check` and `edition verify` say comes from here. */
export interface EditionDifferences {
  /** Of the numbered paragraphs; undefined where fewer than half of the edition's stand in the source. */
  readonly recognition: Recognition | undefined;
  /** How many paragraphs have another number than in the edition, be their words the same or not. */
  readonly moved: number;
  /**
   * The first heading of the edition that the source has otherwise, `end` where it has more of them. That paragraphs in
   * front of it came or went is no difference of the heading.
   */
  readonly heading: EditionHeading | 'end' | undefined;
  readonly changedNotes: readonly number[];
  readonly missingNotes: readonly number[];
  readonly addedNotes: readonly number[];
  readonly abstract: 'changed' | 'missing' | undefined;
}

/** Compares a source with an edition of it. */
export function differencesFrom(source: SourceText, edition: Edition): EditionDifferences {
  const recognition = recognise(source, edition) ?? ofNothing(source, edition);
  const isRenumbered = !recognition || recognition.added.length + recognition.missing.length > 0;
  return {
    recognition,
    moved: recognition?.moved ?? 0,
    heading: differentHeading(source, edition, isRenumbered),
    ...notes(source, edition),
    abstract: abstractOf(source, edition),
  };
}

/** An edition without paragraphs is no other text: whatever is there has come since. */
function ofNothing(source: SourceText, edition: Edition): Recognition | undefined {
  if (edition.passages.length > 0) return undefined;
  const added = source.passages.map(({ number }) => number);
  return { edition, matched: 0, changed: [], missing: [], added, moved: 0, changedNotes: [] };
}

function differentHeading(
  source: SourceText,
  edition: Edition,
  isRenumbered: boolean,
): EditionHeading | 'end' | undefined {
  const now = frozenHeadings(source);
  const isSameHeading = (a: EditionHeading | undefined, b: EditionHeading | undefined): boolean =>
    a?.sha256 === b?.sha256 &&
    a?.label === b?.label &&
    a?.depth === b?.depth &&
    (isRenumbered || a?.before === b?.before);
  const first = edition.headings.find((heading, at) => !isSameHeading(heading, now[at]));
  return first ?? (now.length > edition.headings.length ? 'end' : undefined);
}

function notes(
  source: SourceText,
  edition: Edition,
): Pick<EditionDifferences, 'changedNotes' | 'missingNotes' | 'addedNotes'> {
  const now = new Map(source.notes.map((note) => [note.number, note.fingerprint]));
  const own = new Map(edition.notes.map((note) => [note.number, note.sha256]));
  const numbers = [...own.keys()];
  return {
    changedNotes: numbers.filter((number) => now.has(number) && now.get(number) !== own.get(number)),
    missingNotes: numbers.filter((number) => !now.has(number)),
    addedNotes: [...now.keys()].filter((number) => !own.has(number)),
  };
}

function abstractOf(source: SourceText, edition: Edition): EditionDifferences['abstract'] {
  if (!edition.abstract) return undefined;
  const now = frozenAbstract(source);
  if (!now) return 'missing';
  return now.sha256 === edition.abstract.sha256 ? undefined : 'changed';
}
