import type { Edition, EditionHeading, EditionPrint } from '../source/edition.ts';
import { freezeEdition } from '../source/editionSource.ts';
import { recognise } from '../source/recognise.ts';
import type { SourceText } from '../source/source.ts';
import { passageNumbers } from './passages.ts';

/** In which ways a source differs from an edition of it, one sentence each; empty where it does not. */
export function compareEdition(source: SourceText, edition: Edition): readonly string[] {
  const recognition = recognise(source, edition);
  if (!recognition && edition.passages.length > 0)
    return [
      `This is another text: fewer than half of the edition's ${String(edition.passages.length)} paragraphs stand in it.`,
    ];
  const now = freezeEdition(edition.key, source);
  return [
    ...(recognition?.changed ?? []).map(({ passage, edition: number }) =>
      passage === number
        ? `¶ ${String(passage)} has other words.`
        : `¶ ${String(passage)} has other words than ¶ ${String(number)} of the edition.`,
    ),
    ...listed('is not in the edition.', 'are not in the edition.', recognition?.added ?? []),
    ...listed('of the edition is missing.', 'of the edition are missing.', recognition?.missing ?? []),
    ...differentHeadings(now.headings, edition.headings),
    ...differentNotes(now, edition),
    ...differentAbstract(now.abstract, edition.abstract),
  ];
}

function listed(one: string, many: string, numbers: readonly number[]): string[] {
  return numbers.length === 0 ? [] : [`${passageNumbers(numbers)} ${numbers.length === 1 ? one : many}`];
}

function differentHeadings(now: readonly EditionHeading[], edition: readonly EditionHeading[]): string[] {
  const same = (a: EditionHeading | undefined, b: EditionHeading | undefined): boolean =>
    a?.sha256 === b?.sha256 && a?.label === b?.label && a?.before === b?.before && a?.depth === b?.depth;
  const at = edition.findIndex((heading, index) => !same(heading, now[index]));
  if (at < 0 && now.length <= edition.length) return [];
  const first = edition[at];
  const name = first
    ? `“${[first.label, first.title].filter(Boolean).join(' ')}”`
    : 'the last of the edition';
  return [`The headings differ, first at ${name}.`];
}

function differentNotes(now: Edition, edition: Edition): string[] {
  const known = new Map(now.notes.map((note) => [note.number, note]));
  const own = new Set(edition.notes.map((note) => note.number));
  return [
    ...edition.notes.flatMap(({ number, sha256 }) => {
      const note = known.get(number);
      if (note?.sha256 === sha256) return [];
      return [
        note
          ? `Note ${String(number)} has other words.`
          : `Note ${String(number)} of the edition is missing.`,
      ];
    }),
    ...now.notes
      .filter(({ number }) => !own.has(number))
      .map(({ number }) => `Note ${String(number)} is not in the edition.`),
  ];
}

function differentAbstract(now: EditionPrint | undefined, edition: EditionPrint | undefined): string[] {
  if (!edition || now?.sha256 === edition.sha256) return [];
  return [now ? 'The abstract has other words.' : 'The abstract of the edition is missing.'];
}
