import { inEnglish } from '../../messages.ts';
import { differencesFrom, type Edition, type EditionDifferences, readingOfEdition } from '../../source.ts';
import type { SourceFile } from '../../study.ts';
import { passageNumbers } from '../passages.ts';

/** How a source differs from an edition, one sentence for each difference. Empty if it does not differ. */
export function compareEdition(
  { source, document }: Pick<SourceFile, 'source' | 'document'>,
  edition: Edition,
): readonly string[] {
  const differences = differencesFrom(readingOfEdition(document, source, edition), edition);
  const { recognition, moved } = differences;
  if (!recognition) return [inEnglish('edition.anotherText', { paragraphs: edition.passages.length })];
  return [
    ...recognition.changed.map(({ passage, edition: number }) =>
      inEnglish('edition.otherWords', { paragraph: passage, edition: number }),
    ),
    ...listedNumbers('edition.added', recognition.added),
    ...listedNumbers('edition.missing', recognition.missing),
    ...(moved > 0 ? [inEnglish('edition.moved', { count: moved })] : []),
    ...differentHeadings(differences),
    ...differentNotes(differences),
    ...differentAbstract(differences),
  ];
}

function listedNumbers(id: 'edition.added' | 'edition.missing', numbers: readonly number[]): string[] {
  const count = numbers.length;
  return count === 0 ? [] : [inEnglish(id, { places: passageNumbers(numbers), count })];
}

function differentHeadings({ heading }: EditionDifferences): string[] {
  if (!heading) return [];
  const name = heading === 'end' ? undefined : [heading.label, heading.title].filter(Boolean).join(' ');
  return [inEnglish('edition.headings', { heading: name })];
}

function differentNotes({ changedNotes, missingNotes, addedNotes }: EditionDifferences): string[] {
  return [
    ...changedNotes.map((number) => inEnglish('edition.noteDiffers', { note: number })),
    ...missingNotes.map((number) => inEnglish('edition.noteMissing', { note: number })),
    ...addedNotes.map((number) => inEnglish('edition.noteAdded', { note: number })),
  ];
}

function differentAbstract({ abstract }: EditionDifferences): string[] {
  if (!abstract) return [];
  return [inEnglish(abstract === 'changed' ? 'edition.abstractDiffers' : 'edition.abstractMissing')];
}
