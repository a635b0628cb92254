import { type Message, messageOf } from '../messages.ts';
import type { Source, SourceFile, StudyContext } from '../study.ts';
import { openFrontMatter } from '../blocks.ts';
import { memo } from '../memo.ts';
import { fatesByFingerprints } from '../printings.ts';
import {
  differencesFrom,
  type Edition,
  type EditionDifferences,
  readingOfEdition,
  type Recognition,
  statedRelation,
  structureOfEdition,
} from '../source.ts';
import type { Range } from '../text.ts';
import { defineCheck, type Problem, type Related } from './defineCheck.ts';
import { rivalsOf } from './rivals.ts';

/** Sources whose front matter gives no id. */
export const sourceIds = defineCheck({
  ids: ['source/front-matter'],
  looksAt: 'source',
  check: ({ source }) => missingSourceId(source),
});

function missingSourceId(file: SourceFile): Problem<'source/front-matter'>[] {
  const { frontMatter } = file.source;
  const check = 'source/front-matter';
  if (frontMatter.problems.length > 0 || openFrontMatter(file.document)) return [];
  const start = frontMatter.range ?? { start: 0, end: 0 };
  const id = frontMatter.data['id'];
  if ((typeof id !== 'string' && typeof id !== 'number') || String(id).trim() === '') {
    const message = messageOf('sources.noId', { key: file.key });
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
    message: messageOf('sources.alsoThisFile', { key: file.key }),
  }));
  const counts = study.sources.get(file.key)?.file === file;
  const files = rivals.map((other) => other.file.path);
  const isCut = all.length - 1 > rivals.length;
  const message = messageOf('sources.sameKey', { key: file.key, files, isCut, counts });
  return [{ check: 'source/duplicate-key', range, message, related: others }];
}

const changedCheck = 'source/changed';
type ChangedSource = Problem<typeof changedCheck>;

/**
 * Where a source is no longer what its edition has frozen. It says whatever `pilcrow edition verify` says; what has a place
 * in the text is said there, the rest at the key.
 */
export const changedSources = defineCheck({
  ids: [changedCheck],
  looksAt: 'source',
  check: ({ source }, study) => changesFromEdition(source, study),
});

function changesFromEdition(file: SourceFile, study: StudyContext): ChangedSource[] {
  const source = study.sources.get(file.key);
  if (source?.file !== file) return [];
  const edition = editionOf(source, study);
  if (!edition) return [];
  const at = file.keyRange ?? { start: 0, end: 0 };
  const differences = differencesFrom(readingOfEdition(file.document, file.source, edition), edition);
  if (!differences.recognition) return [{ check: changedCheck, range: at, message: anotherText(edition) }];
  return [
    ...changedPassages(source, differences, at),
    ...changesOfNotes(source, differences, at),
    ...otherChanges(differences, at),
  ];
}

/**
 * The edition with the source's own key, the study folder's before one that ships; else the one that it was recognised as, of which a text that
 * says that it is another printing is no copy.
 */
export function editionOf(source: Source, study: StudyContext): Edition | undefined {
  const own = study.editions.find(({ key }) => key === source.key);
  return own ?? (statedRelation(source.csl) ? undefined : source.recognition?.edition);
}

function anotherText({ key, passages }: Edition): Message {
  return messageOf('sources.anotherText', { key, paragraphs: passages.length });
}

function changedPassages(
  source: Source,
  { recognition, moved }: EditionDifferences,
  at: Range,
): ChangedSource[] {
  if (!recognition) return [];
  const { joined, parted, changed, added, missing } = changesTold(source, recognition);
  const rangeOf = (passage = 0): Range => source.passages[passage - 1]?.words?.range ?? at;
  const reported = (range: Range, message: Message): ChangedSource => ({
    check: changedCheck,
    range,
    message,
  });
  // How far that reaches is said once.
  let rest: Message | '.' = messageOf('sources.moved', { moved, key: source.key });
  const restOnce = (): Message | '.' => {
    const once = rest;
    rest = '.';
    return once;
  };
  const lacking =
    missing.length === 0
      ? []
      : [reported(at, messageOf('sources.missing', { paragraphs: missing, rest: restOnce() }))];
  return [
    ...changed.map(({ passage, edition }) =>
      reported(rangeOf(passage), messageOf('sources.otherWords', { paragraph: passage, edition })),
    ),
    ...joined.map(({ now, old }) =>
      reported(
        rangeOf(now[0]),
        messageOf('sources.putTogether', { paragraph: now[0] ?? 0, edition: old, rest: restOnce() }),
      ),
    ),
    ...parted.map(({ now, old }) =>
      reported(
        rangeOf(now[0]),
        messageOf('sources.parted', { paragraphs: now, edition: old[0] ?? 0, rest: restOnce() }),
      ),
    ),
    ...added.map((passage) =>
      reported(
        rangeOf(passage),
        messageOf('sources.noSuchParagraph', { paragraph: passage, rest: restOnce() }),
      ),
    ),
    ...lacking,
  ];
}

/** Passages of an edition that are others in the source: several that are one, or one that is several. */
interface Regrouped {
  readonly old: readonly number[];
  readonly now: readonly number[];
}

/** What is told of changed passages: what was put together or parted is not changed, lacking or added. */
function changesTold(source: Source, { edition, changed, added, missing }: Recognition) {
  const isRegrouped = missing.length + added.length > 0;
  const fates = isRegrouped ? fatesByFingerprints(passagesOfEdition(edition), source.passages) : [];
  const joined = new Map<number, Regrouped>();
  const parted: Regrouped[] = [];
  for (const { number, state, to, joinedWith } of fates) {
    const old = [number, ...joinedWith].sort((a, b) => a - b);
    if (state === 'joined') joined.set(to[0] ?? 0, { old, now: to });
    if (state === 'split') parted.push({ old, now: to });
  }
  const all = [...joined.values(), ...parted];
  const isOld = (number: number): boolean => all.some(({ old }) => old.includes(number));
  const isNow = (number: number): boolean => all.some(({ now }) => now.includes(number));
  return {
    joined: [...joined.values()],
    parted,
    changed: changed.filter((pair) => !isNow(pair.passage) && !isOld(pair.edition)),
    added: added.filter((number) => !isNow(number)),
    missing: missing.filter((number) => !isOld(number)),
  };
}

const passagesOfEdition = memo(
  'passages of an edition',
  (edition: Edition) => structureOfEdition(edition).passages,
);

function changesOfNotes(
  source: Source,
  { changedNotes, missingNotes, addedNotes }: EditionDifferences,
  at: Range,
): ChangedSource[] {
  const rangeOf = (number: number): Range =>
    source.notes.find((note) => note.number === number)?.words?.range ?? at;
  return [
    ...changedNotes.map((number): ChangedSource => ({
      check: changedCheck,
      range: rangeOf(number),
      message: messageOf('sources.noteDiffers', { note: number }),
    })),
    ...addedNotes.map((number): ChangedSource => ({
      check: changedCheck,
      range: rangeOf(number),
      message: messageOf('sources.noteAdded', { note: number }),
    })),
    ...missingNotes.map((number): ChangedSource => ({
      check: changedCheck,
      range: at,
      message: messageOf('sources.noteMissing', { note: number }),
    })),
  ];
}

function otherChanges({ heading, abstract }: EditionDifferences, at: Range): ChangedSource[] {
  const messages: Message[] = [];
  if (heading === 'end') messages.push(messageOf('sources.moreHeadings'));
  else if (heading)
    messages.push(
      messageOf('sources.headingsDiffer', {
        heading: [heading.label, heading.title].filter(Boolean).join(' '),
      }),
    );
  if (abstract === 'changed') messages.push(messageOf('sources.abstractDiffers'));
  if (abstract === 'missing') messages.push(messageOf('sources.abstractMissing'));
  return messages.map((message) => ({ check: changedCheck, range: at, message }));
}
