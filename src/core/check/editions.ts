import type { Source, SourceFile, Study } from '../study.ts';
import { differencesFrom, type Edition, type EditionDifferences } from '../source.ts';
import type { Range } from '../text.ts';
import type { Problem } from './check.ts';

const check = 'source/changed';

/**
 * `source/changed`: where a source is no longer what its edition has frozen. It says whatever `pilcrow edition verify` says;
 * what has a place in the text is said there, the rest at the key.
 */
export function checkEdition(file: SourceFile, study: Study): Problem[] {
  const source = study.sources.get(file.key);
  if (source?.file !== file) return [];
  const edition = editionOf(source, study);
  if (!edition) return [];
  const at = file.keyRange ?? { start: 0, end: 0 };
  const differences = differencesFrom(file.source, edition);
  if (!differences.recognition) return [{ check, range: at, message: anotherText(edition) }];
  return [
    ...passages(source, differences, at),
    ...notes(source, differences, at),
    ...others(differences, at),
  ];
}

/** The edition with the source's own key, the study folder's before one that ships; else the one that it was recognised as. */
export function editionOf(source: Source, study: Study): Edition | undefined {
  return study.editions.find(({ key }) => key === source.key) ?? source.recognition?.edition;
}

function anotherText({ key, passages }: Edition): string {
  return `This is not the text of its edition, @${key}: fewer than half of the edition's ${numberOf(passages.length)} stand in it. ${takeOver(key)}`;
}

/** What a person can do about a source that has changed. */
function takeOver(key: string): string {
  return `Undo the change, or take it over with “pilcrow edition freeze ${key}” where it is meant.`;
}

function passages(source: Source, { recognition, moved }: EditionDifferences, at: Range): Problem[] {
  if (!recognition) return [];
  const { changed, added, missing } = recognition;
  const rangeOf = (passage: number): Range => source.passages[passage - 1]?.words?.range ?? at;
  const count = moved === 0 ? '' : `: ${numberOf(moved)} moved`;
  const renumbered = `${count}. ${takeOver(source.key)}`;
  return [
    ...changed.map(({ passage, edition }): Problem => {
      const number = passage === edition ? '' : ` (¶ ${String(edition)} there)`;
      const message = `¶ ${String(passage)} has other words than the edition${number}.`;
      return { check, range: rangeOf(passage), message };
    }),
    ...added.map((passage, index): Problem => {
      // How far that reaches is said once.
      const rest = index === 0 && missing.length === 0 ? renumbered : '.';
      const message = `The edition has no such paragraph: from ¶ ${String(passage)} on, numbers differ from the edition's${rest}`;
      return { check, range: rangeOf(passage), message };
    }),
    ...(missing.length === 0
      ? []
      : [
          {
            check,
            range: at,
            message: `The copy lacks ${listed(missing)} of the edition: from ¶ ${String(missing[0] ?? 1)} on, numbers differ from the edition's${renumbered}`,
          } as const,
        ]),
  ];
}

function notes(
  source: Source,
  { changedNotes, missingNotes, addedNotes }: EditionDifferences,
  at: Range,
): Problem[] {
  const rangeOf = (number: number): Range =>
    source.notes.find((note) => note.number === number)?.words?.range ?? at;
  return [
    ...changedNotes.map((number): Problem => ({
      check,
      range: rangeOf(number),
      message: `Note ${String(number)} has other words than the edition.`,
    })),
    ...addedNotes.map((number): Problem => ({
      check,
      range: rangeOf(number),
      message: `The edition has no note ${String(number)}.`,
    })),
    ...missingNotes.map((number): Problem => ({
      check,
      range: at,
      message: `The copy lacks note ${String(number)} of the edition.`,
    })),
  ];
}

function others({ heading, abstract }: EditionDifferences, at: Range): Problem[] {
  const messages: string[] = [];
  if (heading === 'end') messages.push('The copy has more headings than the edition.');
  else if (heading)
    messages.push(
      `The headings differ from the edition's, first at “${[heading.label, heading.title].filter(Boolean).join(' ')}”.`,
    );
  if (abstract === 'changed') messages.push('The abstract has other words than the edition.');
  if (abstract === 'missing') messages.push('The copy lacks the abstract of the edition.');
  return messages.map((message) => ({ check, range: at, message }));
}

function numberOf(paragraphs: number): string {
  return `${String(paragraphs)} ${paragraphs === 1 ? 'paragraph' : 'paragraphs'}`;
}

/** `¶ 3, ¶ 5–9`. */
function listed(numbers: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.last === number - 1) run.last = number;
    else runs.push({ first: number, last: number });
  }
  return runs
    .map(({ first, last }) => `¶ ${String(first)}${last > first ? `–${String(last)}` : ''}`)
    .join(', ');
}
