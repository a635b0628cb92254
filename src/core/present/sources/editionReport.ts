import { differencesFrom, type Edition, type EditionDifferences, type SourceText } from '../../source.ts';
import { plural } from '../wording.ts';
import { passageNumbers } from '../passages.ts';

/** How a source differs from an edition, one sentence for each difference. Empty if it does not differ. */
export function compareEdition(source: SourceText, edition: Edition): readonly string[] {
  const differences = differencesFrom(source, edition);
  const { recognition, moved } = differences;
  if (!recognition)
    return [
      `This is another text: fewer than half of the edition's ${plural(edition.passages.length, 'paragraph')} stand in it.`,
    ];
  return [
    ...recognition.changed.map(({ passage, edition: number }) =>
      passage === number
        ? `¶ ${String(passage)} has other words.`
        : `¶ ${String(passage)} has other words than ¶ ${String(number)} of the edition.`,
    ),
    ...listed('is not in the edition.', 'are not in the edition.', recognition.added),
    ...listed('of the edition is missing.', 'of the edition are missing.', recognition.missing),
    ...(moved > 0 ? [`${plural(moved, 'paragraph')} moved: their numbers are not the edition's.`] : []),
    ...differentHeadings(differences),
    ...differentNotes(differences),
    ...differentAbstract(differences),
  ];
}

function listed(one: string, many: string, numbers: readonly number[]): string[] {
  return numbers.length === 0 ? [] : [`${passageNumbers(numbers)} ${numbers.length === 1 ? one : many}`];
}

function differentHeadings({ heading }: EditionDifferences): string[] {
  if (!heading) return [];
  const name =
    heading === 'end'
      ? 'the last of the edition'
      : `“${[heading.label, heading.title].filter(Boolean).join(' ')}”`;
  return [`The headings differ, first at ${name}.`];
}

function differentNotes({ changedNotes, missingNotes, addedNotes }: EditionDifferences): string[] {
  return [
    ...changedNotes.map((number) => `Note ${String(number)} has other words.`),
    ...missingNotes.map((number) => `Note ${String(number)} of the edition is missing.`),
    ...addedNotes.map((number) => `Note ${String(number)} is not in the edition.`),
  ];
}

function differentAbstract({ abstract }: EditionDifferences): string[] {
  if (!abstract) return [];
  return [
    abstract === 'changed' ? 'The abstract has other words.' : 'The abstract of the edition is missing.',
  ];
}
