import { memo } from '../memo.ts';
import type { Nodes } from 'mdast';
import type { Source } from '../study.ts';
import type { Locator } from '../locators.ts';
import { inlineNotesOf, type PlacedChunk, plainTextOf, topBlocksOf } from '../blocks.ts';
import { buildPassageIndex, originals, type PassageIndex, selfMapped, type Unit, unitsOf } from '../match.ts';
import { appendAll, appendTo, firstIndex, type MappedText, numbersFromTo, type Range } from '../text.ts';
import type { Section } from '../source.ts';
import { resolveLocator } from './citation.ts';
import { citingRanges, withoutOwnCitations } from './citedWords.ts';

/** A place of a source that can be quoted. */
export type QuotablePlace =
  | { readonly kind: 'passage' | 'attribution' | 'note'; readonly number: number }
  /** A note within a passage, `^[…]`, which has no number of its own: it is cited by that of the passage. */
  | { readonly kind: 'inlineNote'; readonly number: number; readonly plain: MappedText }
  | { readonly kind: 'heading'; readonly section: Section }
  | { readonly kind: 'abstract' | 'title' };

/** The name of a place in lists and messages: a paragraph's number, `n1`, `sec. 2`, `abstract`, `title`. */
export type PlaceLabel = number | string;

/** Returns the name of a place in lists and messages. */
export function labelOfPlace(place: QuotablePlace): PlaceLabel {
  switch (place.kind) {
    case 'passage':
    case 'attribution':
    case 'inlineNote':
      return place.number;
    case 'note':
      return `n${String(place.number)}`;
    case 'heading':
      return `sec. ${place.section.label}`;
    case 'abstract':
    case 'title':
      return place.kind;
  }
}

/** A source's words, prepared for finding quotations. */
export interface Quotable {
  readonly source: Source;
  readonly index: PassageIndex;
  /** The place of each unit of the index. */
  readonly places: readonly QuotablePlace[];
  /** The words of each unit, as the source writes them. */
  readonly plains: readonly MappedText[];
  /** Whether ranges in the originals of the unit are ranges in the source file. */
  readonly inFile: readonly boolean[];
}

/** Returns the index of a source; undefined where its text is missing. */
export const quotableOf = memo(
  'quotable words of a source',
  (source: Source): Quotable | undefined => source.file && indexSource(source),
);

interface PlacedUnit extends Unit {
  readonly place: QuotablePlace;
  readonly inFile: boolean;
}

function indexSource(source: Source): Quotable {
  const passages = source.passages.flatMap((passage): PlacedUnit[] =>
    passage.words
      ? [
          {
            text: passage.words.plain,
            continues: true,
            place: { kind: 'passage', number: passage.number },
            inFile: true,
          },
        ]
      : [],
  );
  const cited = citingRanges(source);
  const units = [...passages, ...otherUnits(source)]
    .map((unit) =>
      unit.inFile && cited.length > 0 ? { ...unit, text: withoutOwnCitations(unit.text, cited) } : unit,
    )
    .filter((unit) => /\S/u.test(unit.text.text));
  return {
    source,
    index: buildPassageIndex(units),
    places: units.map((unit) => unit.place),
    plains: units.map((unit) => unit.text),
    inFile: units.map((unit) => unit.inFile),
  };
}

/** Returns headings, attributions, notes, abstract and title. No quotation continues from one of them into the next. */
function otherUnits(source: Source): PlacedUnit[] {
  const unit = (text: MappedText, place: QuotablePlace, inFile = true): PlacedUnit => ({
    text,
    continues: false,
    place,
    inFile,
  });
  const title = typeof source.csl['title'] === 'string' ? source.csl['title'] : '';
  return [
    ...headingUnits(source),
    ...source.passages.flatMap((passage) =>
      passage.attribution ? [unit(passage.attribution, { kind: 'attribution', number: passage.number })] : [],
    ),
    ...inlineNotesIn(source).map((place) => unit(place.plain, place)),
    ...source.notes.flatMap((note) =>
      note.words ? [unit(note.words.plain, { kind: 'note', number: note.number })] : [],
    ),
    unit(selfMapped(source.abstract ?? ''), { kind: 'abstract' }, false),
    unit(selfMapped(title), { kind: 'title' }, false),
  ];
}

function inlineNotesIn({ file, passages }: Source): Extract<QuotablePlace, { kind: 'inlineNote' }>[] {
  const { document } = file ?? {};
  if (!document?.text.includes('^[')) return [];
  const placed = passages.filter(({ words }) => words !== undefined);
  const starts = placed.map(({ words }) => words?.range.start ?? 0);
  return [...topBlocksOf(document, ({ chunk }) => chunk.text.includes('^['))].flatMap((block) => {
    if (block.type === 'plainParagraph') return [];
    return inlineNotesOf([block], document.text).flatMap((plain) => {
      const at = plain.startAt(0) ?? 0;
      const behind = firstIndex(starts, (start) => start > at);
      const passage = placed[behind - 1];
      const isWithin = passage?.words && at < passage.words.range.end;
      return isWithin ? [{ kind: 'inlineNote' as const, number: passage.number, plain }] : [];
    });
  });
}

function headingUnits(source: Source): PlacedUnit[] {
  const { document } = source.file ?? {};
  if (!document) return [];
  const nodes = new Map<number, Nodes>();
  const starts = source.sections.flatMap(({ range }) => range?.start ?? []);
  const holds = ({ start, chunk }: PlacedChunk): boolean =>
    (starts[firstIndex(starts, (each) => each >= start)] ?? Infinity) < start + chunk.text.length;
  for (const node of topBlocksOf(document, holds))
    if (node.type === 'heading') nodes.set(node.position?.start.offset ?? 0, node);
  return source.sections.flatMap((section): PlacedUnit[] => {
    const node = section.range && nodes.get(section.range.start);
    if (!node) return [];
    return [
      {
        text: plainTextOf([node], document.text),
        continues: false,
        place: { kind: 'heading', section },
        inFile: true,
      },
    ];
  });
}

/** Where a cited quotation may stand: in the whole source, or in the units of the cited places. */
export interface Scope {
  readonly whole: boolean;
  readonly units: ReadonlySet<number>;
  /** The units as stretches of the index. Units that continue one another form one stretch. */
  readonly stretches: readonly Range[];
  readonly labels: readonly PlaceLabel[];
}

/** The units of a source, by place. */
class UnitsByPlace {
  private readonly passages = new Map<number, number[]>();
  private readonly notes = new Map<number, number[]>();
  private readonly headings = new Map<Section, number[]>();
  /** Scopes by locator. Cached, because papers cite the same places again and again. */
  readonly scopes = new Map<string, Scope>();

  constructor(places: readonly QuotablePlace[]) {
    places.forEach((place, unit) => {
      if (place.kind === 'passage' || place.kind === 'attribution' || place.kind === 'inlineNote')
        appendTo(this.passages, place.number, unit);
      else if (place.kind === 'note') appendTo(this.notes, place.number, unit);
      else if (place.kind === 'heading') appendTo(this.headings, place.section, unit);
    });
  }

  of(passages: Iterable<number>, notes: Iterable<number>, sections: Iterable<Section>): Set<number> {
    const units: number[] = [];
    for (const passage of passages) appendAll(units, this.passages.get(passage) ?? []);
    for (const note of notes) appendAll(units, this.notes.get(note) ?? []);
    for (const section of sections) appendAll(units, this.headings.get(section) ?? []);
    return new Set(units);
  }
}

const unitsByPlace = memo(
  'units of a source by place',
  (places: readonly QuotablePlace[]) => new UnitsByPlace(places),
);
/** More different locators than a group writes for one source. */
const maxScopes = 5000;

/** Returns a name for a locator. Locators with the same name mean the same places. */
function locatorName(locator: Locator | undefined): string {
  if (!locator) return '';
  let name = `${locator.label}\n${locator.value}`;
  for (const { first, last = '', following = '' } of locator.parts)
    name += `\n${first}\t${last}\t${String(following)}`;
  return name;
}

/**
 * Returns where the quotation of a citation should stand. A locator without a target gives an empty scope.
 * @param places the places of the citation's source
 */
export function scopeOf(
  locator: Locator | undefined,
  source: Source,
  places: readonly QuotablePlace[],
  index?: PassageIndex,
): Scope {
  if (!locator) return everywhere;
  const units = unitsByPlace(places);
  const name = locatorName(locator);
  const known = units.scopes.get(name);
  if (known) return known;
  const scope = scopeOfParts(resolveLocator(locator, source), units, places, index);
  if (units.scopes.size >= maxScopes) units.scopes.clear();
  units.scopes.set(name, scope);
  return scope;
}

/** The scope of a citation without a locator: the whole source. */
export const everywhere: Scope = { whole: true, units: new Set(), stretches: [], labels: [] };

function scopeOfParts(
  { parts, problems }: ReturnType<typeof resolveLocator>,
  byPlace: UnitsByPlace,
  places: readonly QuotablePlace[],
  index: PassageIndex | undefined,
): Scope {
  // The words tell which of several paragraphs with one number is meant.
  const meant = problems.flatMap((problem) => ('passages' in problem ? (problem.passages ?? []) : []));
  const passages = [...new Set([...parts.flatMap((part) => part.passages), ...meant])].sort((a, b) => a - b);
  const sections = new Set(parts.flatMap((part) => (part.section ? [...withDescendants(part.section)] : [])));
  const notes = new Set(parts.flatMap((part) => noteNumbers(part.note, part.lastNote)));
  const units = byPlace.of(passages, notes, sections);
  const labels = [...passages, ...[...notes].map((note) => `n${String(note)}`)];
  const stretches = index ? stretchesOf(units, places, index) : [];
  return {
    whole: false,
    units,
    stretches,
    labels: labels.length > 0 ? labels : [...sections].slice(0, 1).map((section) => `sec. ${section.label}`),
  };
}

function* withDescendants(section: Section): Generator<Section> {
  yield section;
  for (const child of section.children) yield* withDescendants(child);
}

function noteNumbers(first: number | undefined, last = first): number[] {
  return first === undefined || last === undefined ? [] : numbersFromTo(first, last);
}

function stretchesOf(
  units: ReadonlySet<number>,
  places: readonly QuotablePlace[],
  index: PassageIndex,
): Range[] {
  const out: Range[] = [];
  let lastUnit = -2;
  for (const unit of [...units].sort((a, b) => a - b)) {
    const range = index.ranges[unit];
    if (!range) continue;
    const last = out.at(-1);
    const runsOn =
      unit === lastUnit + 1 && places[unit]?.kind === 'passage' && places[lastUnit]?.kind === 'passage';
    if (last && runsOn) out[out.length - 1] = { start: last.start, end: range.end };
    else out.push(range);
    lastUnit = unit;
  }
  return out;
}

/** A place in a source where a quotation was found. */
export interface Found {
  readonly source: Source;
  /** Without repeats, in reading order. */
  readonly labels: readonly PlaceLabel[];
  readonly places: readonly FoundPlace[];
}

/** A place of a source, with the words that were found there. */
export interface FoundPlace {
  readonly place: QuotablePlace;
  /** The range of the words in the source file; undefined where the text is missing, and for abstract and title. */
  readonly range: Range | undefined;
}

/** Returns the places of a stretch of the index. */
export function foundAt(quotable: Quotable, range: Range): Found {
  const places = originals(quotable.index, range).flatMap(({ unit, original }): FoundPlace[] => {
    const place = quotable.places[unit];
    return place ? [{ place, range: quotable.inFile[unit] ? original : undefined }] : [];
  });
  return {
    source: quotable.source,
    places,
    labels: [...new Set(places.map(({ place }) => labelOfPlace(place)))],
  };
}

/** Whether a stretch is entirely inside the cited places. */
export function isCited(quotable: Quotable, scope: Scope, range: Range): boolean {
  return scope.whole || unitsOf(quotable.index, range).every((unit) => scope.units.has(unit));
}
