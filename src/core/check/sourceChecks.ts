import type { Source, SourceFile, StudyContext } from '../study.ts';
import { differencesFrom, type Edition, type EditionDifferences } from '../source.ts';
import type { Range } from '../text.ts';
import { defineCheck, rivalsOf, type Problem, type Related } from './defineCheck.ts';
import { frontMatterProblems } from './fileChecks.ts';

/** Sources whose front matter gives no id. */
export const sourceIds = defineCheck({
  ids: ['source/front-matter'],
  looksAt: 'source',
  check: ({ source }) => missingId(source),
});

function missingId(file: SourceFile): Problem<'source/front-matter'>[] {
  const { frontMatter } = file.source;
  const check = 'source/front-matter';
  if (frontMatterProblems(check, file.document).length > 0) return [];
  const start = frontMatter.range ?? { start: 0, end: 0 };
  const id = frontMatter.data['id'];
  if ((typeof id !== 'string' && typeof id !== 'number') || String(id).trim() === '') {
    const message = `The source has no id: it is cited as @${file.key}, after its file. Write “id: ${file.key}” into the front matter to settle it.`;
    return [{ check, range: { start: start.start, end: start.start }, message }];
  }
  return [];
}

/** Sources with the same key. */
export const sourceKeys = defineCheck({
  ids: ['source/duplicate-key'],
  looksAt: 'source',
  check: ({ source }, study) => duplicateKey(source, study),
});

function duplicateKey(file: SourceFile, study: StudyContext): Problem<'source/duplicate-key'>[] {
  const range = file.keyRange ?? { start: 0, end: 0 };
  const all = study.sourceFiles.get(file.key) ?? [];
  const rivals = rivalsOf(all, (other) => other === file);
  if (rivals.length === 0) return [];
  const others = rivals.map((other): Related => ({
    uri: other.file.uri,
    range: other.keyRange ?? { start: 0, end: 0 },
    message: `@${file.key} is also this file`,
  }));
  const counts = study.sources.get(file.key)?.file === file;
  const paths = rivals.map((other) => other.file.path);
  const message = `The key “${file.key}” also names ${paths.join(', ')}${all.length - 1 > rivals.length ? ' …' : ''}. ${
    counts ? 'Citations lead here.' : 'Citations lead there, not here.'
  } Give one of them another id.`;
  return [{ check: 'source/duplicate-key', range, message, related: others }];
}

const check = 'source/changed';
type ChangedSource = Problem<typeof check>;

/**
 * Where a source is no longer what its edition has frozen. It says whatever `pilcrow edition verify` says; what has a place
 * in the text is said there, the rest at the key.
 */
export const changedSources = defineCheck({
  ids: [check],
  looksAt: 'source',
  check: ({ source }, study) => changesFromEdition(source, study),
});

function changesFromEdition(file: SourceFile, study: StudyContext): ChangedSource[] {
  const source = study.sources.get(file.key);
  if (source?.file !== file) return [];
  const edition = editionOf(source, study);
  if (!edition) return [];
  const at = file.keyRange ?? { start: 0, end: 0 };
  const differences = differencesFrom(file.source, edition);
  if (!differences.recognition) return [{ check, range: at, message: anotherText(edition) }];
  return [
    ...changedPassages(source, differences, at),
    ...changesOfNotes(source, differences, at),
    ...otherChanges(differences, at),
  ];
}

/** The edition with the source's own key, the study folder's before one that ships; else the one that it was recognised as. */
export function editionOf(source: Source, study: StudyContext): Edition | undefined {
  return study.editions.find(({ key }) => key === source.key) ?? source.recognition?.edition;
}

function anotherText({ key, passages }: Edition): string {
  return `This is not the text of its edition, @${key}: fewer than half of the edition's ${paragraphCount(passages.length)} stand in it. ${takeOver(key)}`;
}

/** What a person can do about a source that has changed. */
function takeOver(key: string): string {
  return `Undo the change, or take it over with “pilcrow edition freeze ${key}” where it is meant.`;
}

function changedPassages(
  source: Source,
  { recognition, moved }: EditionDifferences,
  at: Range,
): ChangedSource[] {
  if (!recognition) return [];
  const { changed, added, missing } = recognition;
  const rangeOf = (passage: number): Range => source.passages[passage - 1]?.words?.range ?? at;
  const count = moved === 0 ? '' : `: ${paragraphCount(moved)} moved`;
  const renumbered = `${count}. ${takeOver(source.key)}`;
  return [
    ...changed.map(({ passage, edition }): ChangedSource => {
      const number = passage === edition ? '' : ` (¶ ${String(edition)} there)`;
      const message = `¶ ${String(passage)} has other words than the edition${number}.`;
      return { check, range: rangeOf(passage), message };
    }),
    ...added.map((passage, index): ChangedSource => {
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

function changesOfNotes(
  source: Source,
  { changedNotes, missingNotes, addedNotes }: EditionDifferences,
  at: Range,
): ChangedSource[] {
  const rangeOf = (number: number): Range =>
    source.notes.find((note) => note.number === number)?.words?.range ?? at;
  return [
    ...changedNotes.map((number): ChangedSource => ({
      check,
      range: rangeOf(number),
      message: `Note ${String(number)} has other words than the edition.`,
    })),
    ...addedNotes.map((number): ChangedSource => ({
      check,
      range: rangeOf(number),
      message: `The edition has no note ${String(number)}.`,
    })),
    ...missingNotes.map((number): ChangedSource => ({
      check,
      range: at,
      message: `The copy lacks note ${String(number)} of the edition.`,
    })),
  ];
}

function otherChanges({ heading, abstract }: EditionDifferences, at: Range): ChangedSource[] {
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

function paragraphCount(paragraphs: number): string {
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
