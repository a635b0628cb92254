import { inWords } from '../../messages.ts';
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
  if (!recognition) return [inWords('edition.anotherText', { paragraphs: edition.passages.length })];
  return [
    ...recognition.changed.map(({ passage, edition: number }) =>
      inWords('edition.otherWords', { paragraph: passage, edition: number }),
    ),
    ...listedNumbers('edition.added', recognition.added),
    ...listedNumbers('edition.missing', recognition.missing),
    ...(moved > 0 ? [inWords('edition.moved', { count: moved })] : []),
    ...differentHeadings(differences),
    ...differentNotes(differences),
    ...differentAbstract(differences),
  ];
}

function listedNumbers(id: 'edition.added' | 'edition.missing', numbers: readonly number[]): string[] {
  const count = numbers.length;
  return count === 0 ? [] : [inWords(id, { places: passageNumbers(numbers), count })];
}

function differentHeadings({ heading }: EditionDifferences): string[] {
  if (!heading) return [];
  const name = heading === 'end' ? undefined : [heading.label, heading.title].filter(Boolean).join(' ');
  return [inWords('edition.headings', { heading: name })];
}

function differentNotes({ changedNotes, missingNotes, addedNotes }: EditionDifferences): string[] {
  return [
    ...changedNotes.map((number) => inWords('edition.noteDiffers', { note: number })),
    ...missingNotes.map((number) => inWords('edition.noteMissing', { note: number })),
    ...addedNotes.map((number) => inWords('edition.noteAdded', { note: number })),
  ];
}

function differentAbstract({ abstract }: EditionDifferences): string[] {
  if (!abstract) return [];
  return [inWords(abstract === 'changed' ? 'edition.abstractDiffers' : 'edition.abstractMissing')];
}
