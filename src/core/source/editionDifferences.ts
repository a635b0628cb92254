import { fingerprint } from '../text.ts';
import type { Heading } from './sections.ts';
import type { Edition, EditionHeading } from './edition.ts';
import { frozenAbstract, frozenHeadings } from './editionSource.ts';
import { recognise, type Recognition } from './recognise.ts';
import type { SourceText } from './readSource.ts';

/** How a source differs from an edition of it. `check` and `edition verify` both report these differences. */
export interface EditionDifferences {
  /** The differences of the numbered paragraphs; undefined where fewer than half of the edition's stand in the source. */
  readonly recognition: Recognition | undefined;
  /** How many paragraphs have another number in the edition, whether their words are the same or not. */
  readonly moved: number;
  /**
   * The first heading of the edition that differs in the source; `end` where the source has further headings. Paragraphs
   * added or removed before a heading do not count as a difference of the heading.
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
    ...noteDifferences(source, edition),
    abstract: abstractOf(source, edition),
  };
}

/** For an edition without paragraphs, every paragraph of the source counts as added. Undefined for other editions. */
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
  const isSameHeading = (a: EditionHeading, b: EditionHeading | undefined, at: number): boolean =>
    (hasSameWords(a, b) || isUnlabelledForm(a, source.headings[at])) &&
    a.depth === b?.depth &&
    (isRenumbered || a.before === b.before);
  const first = edition.headings.find((heading, at) => !isSameHeading(heading, now[at], at));
  return first ?? (now.length > edition.headings.length ? 'end' : undefined);
}

function hasSameWords(a: EditionHeading, b: EditionHeading | undefined): boolean {
  return a.sha256 === b?.sha256 && a.label === b.label;
}

/** Whether an edition froze a heading when its label was not read as one yet: its fingerprint is that of the whole heading. */
function isUnlabelledForm({ label, sha256 }: EditionHeading, heading: Heading | undefined): boolean {
  return label === undefined && heading !== undefined && fingerprint(heading.text.trim()) === sha256;
}

function noteDifferences(
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
