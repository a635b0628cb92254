import {
  comparable,
  type Comparable,
  decodeShingles,
  type Gap,
  otherCase,
  type Pattern,
  type PointsForm,
  selfMapped,
  ShingleIndex,
  shinglesOf,
  shingleWidth,
  shingleWords,
  type Token,
} from '../match.ts';
import { inAnyLanguage } from '../languages.ts';
import { memo } from '../memo.ts';
import { type Found, labelOfPlace, type QuotablePlace, type Scope } from '../resolve.ts';
import type { EditionShingles } from '../source.ts';
import type { Source } from '../study.ts';
import { appendTo } from '../text.ts';
import { RunFinder, type ShingleRun } from './shingleRuns.ts';

/** An edition's shingles, prepared for finding quotations. */
export interface SourceFingerprints {
  readonly source: Source;
  readonly index: ShingleIndex;
  /** The place of each unit of the index. */
  readonly places: readonly QuotablePlace[];
  /** For each paragraph, by its number, its units: the first is its own, the others have its other readings. */
  readonly unitsOfPassage: ReadonlyMap<number, readonly number[]>;
  /** The form of the words that were hashed. */
  readonly points: PointsForm;
}

/** Returns the shingles of a source's edition; undefined where it has none. */
export const fingerprintsOf = memo(
  'fingerprints of a source',
  (source: Source): SourceFingerprints | undefined => {
    const shingles = source.edition?.shingles;
    if (!shingles) return undefined;
    const units = encodedUnits(source, shingles);
    const title = titleWords(source);
    const unitsOfPassage = new Map<number, number[]>();
    units.forEach(({ place }, unit) => {
      if (place.kind === 'passage') appendTo(unitsOfPassage, place.number, unit);
    });
    return {
      source,
      unitsOfPassage,
      index: new ShingleIndex(shingles.salt, [
        ...units.map((unit) => decodeShingles(unit.encoded)),
        shinglesOf(shingles.salt, title),
      ]),
      places: [...units.map((unit) => unit.place), { kind: 'title' }],
      points: shingles.form === 2 ? 'dropped' : 'kept',
    };
  },
);

interface EncodedUnit {
  readonly place: QuotablePlace;
  readonly encoded: string;
}

function encodedUnits(source: Source, shingles: EditionShingles): EncodedUnit[] {
  const headings = source.headings.flatMap((heading, i): EncodedUnit[] => {
    const section = source.sections.find(
      (candidate) =>
        candidate.depth === heading.depth &&
        candidate.first === heading.before &&
        heading.text.endsWith(candidate.title),
    );
    return section ? [{ place: { kind: 'heading', section }, encoded: shingles.headings[i] ?? '' }] : [];
  });
  const passages = (kind: 'passage' | 'attribution', list: readonly string[]): EncodedUnit[] =>
    source.passages.map(({ number }, i) => ({ place: { kind, number }, encoded: list[i] ?? '' }));
  return [
    ...passages('passage', shingles.passages),
    ...headings,
    ...passages('attribution', shingles.attributions ?? []).filter(({ encoded }) => encoded !== ''),
    ...source.notes.map(({ number }, i) => ({
      place: { kind: 'note' as const, number },
      encoded: shingles.notes[i] ?? '',
    })),
    { place: { kind: 'abstract' }, encoded: shingles.abstract ?? '' },
    ...(shingles.readings ?? []).map(({ passage, windows }) => ({
      place: { kind: 'passage' as const, number: passage },
      encoded: windows,
    })),
  ];
}

/** The words of the title, which an edition has in full. */
function titleWords({ csl }: Source): string[] {
  const title = typeof csl['title'] === 'string' ? csl['title'] : '';
  return shingleWords(comparable(selfMapped(title)).text).map(({ text }) => text);
}

/** A run of words that must stand together. Token offsets are into the comparable text. */
export interface FingerprintedPart {
  readonly words: readonly Token[];
  /** Whether the first letter may differ in case. */
  readonly capital: boolean;
}

/** The words of a quotation, in comparable form and as written. */
interface FingerprintedWords {
  readonly words: Comparable;
  readonly pattern: Pattern | undefined;
}

/** Returns the quotation as one run of words and, if it has gaps, as its parts. */
export function fingerprintedParts(wanted: FingerprintedWords): {
  readonly whole: FingerprintedPart;
  readonly parts: readonly FingerprintedPart[];
} {
  const whole = { words: shingleWords(wanted.words.text), capital: true };
  const { pattern } = wanted;
  if (!pattern) return { whole, parts: [whole] };
  const parts = pattern.parts.map((part, i): FingerprintedPart => {
    const offset = part.start;
    const words = shingleWords(part.text).map((word) => ({
      ...word,
      start: word.start + offset,
      end: word.end + offset,
    }));
    return openBrackets(words, pattern.gaps[i], pattern.gaps[i + 1], i === 0);
  });
  return { whole, parts };
}

/** Joins a word with the bracket that cuts it if the bracket holds one letter, and drops the word otherwise. */
function openBrackets(
  words: readonly Token[],
  before: Gap | undefined,
  behind: Gap | undefined,
  first: boolean,
): FingerprintedPart {
  const [head, ...rest] = words;
  const end = behind?.joinsBefore ? -1 : undefined;
  if (!before?.joinsBehind || !head) return { words: words.slice(0, end), capital: first };
  const letter = [...before.inside].length === 1 ? before.inside : undefined;
  if (letter === undefined) return { words: rest.slice(0, end), capital: false };
  return { words: [{ ...head, text: letter + head.text }, ...rest].slice(0, end), capital: true };
}

/** Returns the words of a part, and those with the other case of the first letter if it may differ. */
function variants(part: FingerprintedPart): string[][] {
  const words = part.words.map((word) => word.text);
  const [first = '', ...rest] = words;
  const other = otherCase(first.charAt(0)) + first.slice(1);
  return part.capital && other !== first ? [words, [other, ...rest]] : [words];
}

/** Returns all places of a run of five or more words. */
export function findPart(prints: SourceFingerprints, part: FingerprintedPart): ShingleRun[] {
  const placesOf = (words: readonly string[]): ShingleRun[] => new RunFinder(prints, words).find();
  const found = variants(part).flatMap(placesOf);
  return found.length > 0
    ? found
    : variants(part).flatMap((words) => elidedVariants(prints, words).flatMap(placesOf));
}

/** Returns the words with each elided word before them whose first window stands somewhere: `l'homme` is one word of a window. */
function elidedVariants({ index }: SourceFingerprints, [first = '', ...rest]: readonly string[]): string[][] {
  if (!mayFollowElision.test(first) || rest.length < shingleWidth - 1) return [];
  return elidedWords
    .map((elided) => [`${elided}'${first}`, ...rest])
    .filter((words) =>
      shinglesOf(index.salt, words.slice(0, shingleWidth)).some((window) => index.find(window).length > 0),
    );
}

const mayFollowElision = /^[aeiouyhœæàâäáéèêëîïíìôöóòùûüúÿ]/iu;
const elidedWords = inAnyLanguage('eliding')
  .split('|')
  .flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1)]);

/** Finds the parts in order. Of several chains with the same end, only the tightest is returned. */
export function findParts(
  prints: SourceFingerprints,
  parts: readonly FingerprintedPart[],
  mostUnits: number,
): ShingleRun[][] {
  let chains: ShingleRun[][] | undefined;
  for (const part of parts) {
    const runs = findPart(prints, part);
    chains =
      chains === undefined
        ? runs.map((run) => [run])
        : runs.flatMap((run) => extendChains(prints, chains ?? [], run));
  }
  return (chains ?? []).filter(
    (chain) => orderOf(prints, lastUnit(chain.at(-1))) - orderOf(prints, chain[0]?.units[0] ?? 0) < mostUnits,
  );
}

function lastUnit(run: ShingleRun | undefined): number {
  return run?.units.at(-1) ?? 0;
}

/** Returns the place of a unit in the text: another reading of a paragraph stands where the paragraph does. */
function orderOf({ places, unitsOfPassage }: SourceFingerprints, unit: number): number {
  const place = places[unit];
  return (place?.kind === 'passage' ? unitsOfPassage.get(place.number)?.[0] : undefined) ?? unit;
}

/** By how many words the readings of one paragraph may be apart. */
const maxReadingShift = 4;

function extendChains(
  prints: SourceFingerprints,
  chains: readonly ShingleRun[][],
  run: ShingleRun,
): ShingleRun[][] {
  const [unit = 0] = run.units;
  const before = chains.findLast((chain) => {
    const last = chain.at(-1);
    if (!last) return false;
    const by = orderOf(prints, unit) - orderOf(prints, lastUnit(last));
    return by > 0 || (by === 0 && last.end <= run.at + (lastUnit(last) === unit ? 0 : maxReadingShift));
  });
  return before ? [[...before, run]] : [];
}

/** Returns the places of units. */
export function foundByFingerprints(prints: SourceFingerprints, units: readonly number[]): Found {
  const places = [...new Set(units)].flatMap((unit) => {
    const place = prints.places[unit];
    return place ? [{ place, range: undefined }] : [];
  });
  return {
    source: prints.source,
    places,
    labels: [...new Set(places.map(({ place }) => labelOfPlace(place)))],
  };
}

/** The windows of a quotation that stand in one unit, in order. */
export interface PartialFingerprint {
  readonly unit: number;
  /** Pairs of a window of the quotation and a window of the unit. */
  readonly hits: readonly { readonly window: number; readonly at: number }[];
  /** Number of words of the quotation that are inside a found window. */
  readonly covered: number;
}

/** Returns the units that contain most windows of a run of words, best first. */
export function partialFingerprints(
  prints: SourceFingerprints,
  part: FingerprintedPart,
): PartialFingerprint[] {
  const byUnit = new Map<number, { window: number; at: number }[]>();
  const [words = [], capital] = variants(part);
  const shingles = shinglesOf(prints.index.salt, words);
  const firsts = capital ? shinglesOf(prints.index.salt, capital.slice(0, shingleWidth)) : [];
  shingles.forEach((shingle, window) => {
    const places = [
      ...prints.index.find(shingle),
      ...(window === 0 ? firsts.flatMap((one) => [...prints.index.find(one)]) : []),
    ];
    for (const { unit, at } of places) appendTo(byUnit, unit, { window, at });
  });
  return [...byUnit]
    .map(([unit, list]) => partialOf(unit, list))
    .sort((a, b) => b.covered - a.covered || a.unit - b.unit);
}

/**
 * Returns the longest run of hits that ascends in both texts. To bound the time, a hit may follow only one of the 50 before
 * it.
 */
function partialOf(unit: number, list: readonly { window: number; at: number }[]): PartialFingerprint {
  const sorted = [...list].sort((a, b) => a.window - b.window || a.at - b.at).slice(0, 2000);
  const best: number[] = [];
  const before: number[] = [];
  let end = 0;
  sorted.forEach((hit, i) => {
    best[i] = 1;
    before[i] = -1;
    for (let j = Math.max(0, i - 50); j < i; j++) {
      const other = sorted[j];
      if (!other || other.window >= hit.window || other.at >= hit.at) continue;
      if ((best[j] ?? 0) + 1 > (best[i] ?? 0)) {
        best[i] = (best[j] ?? 0) + 1;
        before[i] = j;
      }
    }
    if ((best[i] ?? 0) > (best[end] ?? 0)) end = i;
  });
  const hits: { window: number; at: number }[] = [];
  for (let i = end; i >= 0; i = before[i] ?? -1) {
    const hit = sorted[i];
    if (hit) hits.unshift(hit);
  }
  const words = new Set(
    hits.flatMap(({ window }) => Array.from({ length: shingleWidth }, (_, i) => window + i)),
  );
  return { unit, hits, covered: words.size };
}

/** A single change that turns the words of a short quotation into those of the source. */
export interface WordVariant {
  readonly part: FingerprintedPart;
  readonly unit: number;
  /** Index of the changed word. The source has `source` in place of `removed` words there. */
  readonly word: number;
  readonly removed: number;
  readonly source: string;
}

/** Words that are easily lost or added, and whose loss or addition changes the meaning of a sentence. */
const small = ['not', 'the', 'a', 'an', 'and', 'of', 'to', 'in', 'is', 'are', 'no', 'only', 'never'];
/** Maximum length in words. A longer quotation with one change still has an unchanged window, and is found by that. */
const maxVariantWords = 14;

/**
 * Tries common slips in a short quotation one by one: an extra word, a missing small word, two swapped words, a plural, a
 * capital, an ending. A change in a short quotation may leave no window of five words unchanged, so it cannot be found by
 * windows.
 */
export function findVariant(
  prints: SourceFingerprints,
  part: FingerprintedPart,
  scope: Scope,
): WordVariant | undefined {
  if (part.words.length > maxVariantWords) return undefined;
  const words = part.words.map((word) => word.text);
  let elsewhere: WordVariant | undefined;
  for (const { word, removed, source } of wordSlips(words)) {
    const changed = [
      ...words.slice(0, word),
      ...(source === '' ? [] : source.split(' ')),
      ...words.slice(word + removed),
    ];
    for (const { unit } of prints.index.findRun(shinglesOf(prints.index.salt, changed))) {
      const found = { part, unit, word, removed, source };
      if (scope.whole || scope.units.has(unit)) return found;
      elsewhere ??= found;
    }
  }
  return elsewhere;
}

function* wordSlips(words: readonly string[]): Generator<{ word: number; removed: number; source: string }> {
  for (const [word, text] of words.entries()) {
    yield { word, removed: 1, source: '' };
    for (const source of endings(text)) yield { word, removed: 1, source };
    const next = words[word + 1];
    if (next !== undefined) yield { word, removed: 2, source: `${next} ${text}` };
  }
  for (let word = 1; word < words.length; word++)
    for (const source of small) yield { word, removed: 0, source };
}

function* endings(text: string): Generator<string> {
  yield otherCase(text.charAt(0)) + text.slice(1);
  yield text.endsWith('s') ? text.slice(0, -1) : `${text}s`;
  if (text.endsWith('ed') || text.endsWith('es')) yield text.slice(0, -2);
  if (text.endsWith('d')) yield text.slice(0, -1);
  if (/[a-z]$/.test(text)) {
    yield `${text}ed`;
    yield `${text}es`;
  }
  if (/[a-z]e$/.test(text)) yield `${text}d`;
}
