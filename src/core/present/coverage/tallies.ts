import { type Paper, type Source, type Study, studyQueries } from '../../study.ts';
import { numbersOf, type Resolution, resolveCitation, type ResolvedPart } from '../../resolve.ts';
import { type QuotationResult, quotationsIn } from '../../quotations.ts';
import type { Section } from '../../source.ts';
import { numbersFromTo } from '../../text.ts';

/** How often something is cited, quoted and annotated. */
export interface Counts {
  /** Citations that name it or a section around it. */
  readonly citations: number;
  /** Those of the citations that name only a section around it, or a larger paragraph of another text. */
  readonly bySection: number;
  /** Those that name a larger paragraph. */
  readonly larger?: number;
  readonly quotations: number;
  readonly notes: number;
}

export const zeroCounts: Counts = { citations: 0, bySection: 0, quotations: 0, notes: 0 };

export function sum(a: Counts, b: Counts): Counts {
  const larger = (a.larger ?? 0) + (b.larger ?? 0);
  return {
    ...(larger > 0 && { larger }),
    citations: a.citations + b.citations,
    bySection: a.bySection + b.bySection,
    quotations: a.quotations + b.quotations,
    notes: a.notes + b.notes,
  };
}

/** Whether it was itself discussed. A citation of the whole section around it does not count. */
export function isDiscussed({ citations, bySection, quotations, notes }: Counts): boolean {
  return citations > bySection || quotations > 0 || notes > 0;
}

/** Counts by item: `p12` is passage 12, `n1` is note 1 of the source, and `s…` a section (see `sectionKey`). */
export type Tally = ReadonlyMap<string, Counts>;

/** The key of a passage in a tally. */
export function passageKey(number: number): string {
  return `p${String(number)}`;
}

/** The key of a source's footnote in a tally. */
export function noteKey(number: number): string {
  return `n${String(number)}`;
}

/** The key of a section. It includes the first passage, because labels may repeat. */
export function sectionKey({ label, first }: Pick<Section, 'label' | 'first'>): string {
  return `s${label}:${String(first)}`;
}

/** Tallies by the key of the source. */
type Tallies = ReadonlyMap<string, Tally>;

class Counter {
  readonly bySource = new Map<string, Map<string, Counts>>();

  add(source: string, key: string, counts: Partial<Counts>): void {
    const tally = this.bySource.get(source) ?? new Map<string, Counts>();
    this.bySource.set(source, tally);
    tally.set(key, sum(tally.get(key) ?? zeroCounts, { ...zeroCounts, ...counts }));
  }
}

/** What a paper adds, by source. Cached until the paper or a source that it cites or quotes changes. */
export const talliesOf = studyQueries.query('tallies of a paper', (paper: Paper, study: Study): Tallies => {
  const counter = new Counter();
  for (const citation of paper.citations) addCitation(resolveCitation(citation, study), counter);
  for (const result of quotationsIn(paper, study)) addQuotation(result, counter);
  return counter.bySource;
});

function addCitation({ source, target, parts }: Resolution, counter: Counter): void {
  if (!source || !target) return;
  const itself = new Set(parts.flatMap((part) => (part.section ? [] : part.passages)));
  for (const passage of target.passages)
    counter.add(source.key, passageKey(passage), { citations: 1, bySection: itself.has(passage) ? 0 : 1 });
  for (const key of otherKeys(parts, source)) counter.add(source.key, key, { citations: 1 });
}

/** The keys of the notes and sections that a citation names. */
function otherKeys(parts: readonly ResolvedPart[], source: Source): ReadonlySet<string> {
  return new Set(parts.flatMap((part) => [...notesIn(part), ...sectionsIn(part, source)]));
}

/** The keys in a tally of what a citation names itself: passages, notes, and sections as wholes. */
export function citedItself({ source, parts }: Resolution): readonly string[] {
  if (!source) return [];
  const passages = parts.flatMap((part) => (part.section ? [] : part.passages));
  return [...new Set(passages.map(passageKey)), ...otherKeys(parts, source)];
}

function notesIn({ note, part }: ResolvedPart): string[] {
  if (note === undefined) return [];
  const { last } = numbersOf(part) ?? { last: note };
  return numbersFromTo(note, Math.max(note, last)).map(noteKey);
}

/**
 * The keys of the sections that a part names. `secs. 2-4` names the second, third and fourth, without their
 * subsections.
 */
function sectionsIn({ section, passages }: ResolvedPart, source: Source): string[] {
  if (!section) return [];
  const last = passages.at(-1) ?? section.last;
  const others = source.sections
    .slice(source.sections.indexOf(section) + 1)
    .filter((each) => each.parent === section.parent && each.first <= last && each.last <= last);
  return [section, ...others].map(sectionKey);
}

/**
 * Adds a quotation once for each place where its words are. If that is not known, it counts where its citation says,
 * unless the words are known not to be there.
 */
function addQuotation(result: QuotationResult, counter: Counter): void {
  const { source, keys } = quotedPlaces(result);
  if (source) for (const key of keys) counter.add(source.key, key, { quotations: 1 });
}

/** The source whose words a quotation has, and the keys in a tally of the places where it counts. */
export function quotedPlaces(result: QuotationResult): {
  readonly source: Source | undefined;
  readonly keys: ReadonlySet<string>;
} {
  const source = result.matches[0]?.source ?? result.source;
  const labels = source ? quotedLabels(result) : [];
  return { source, keys: new Set(labels.flatMap((label) => keysOfLabel(label, source?.sections ?? []))) };
}

function quotedLabels({
  status,
  found,
  cited: named,
  matches,
}: QuotationResult): readonly (number | string)[] {
  switch (status) {
    case 'verbatim':
    case 'altered':
    case 'elsewhere':
      return found;
    case 'not-verified':
      return named;
    case 'uncited':
      // With several places it is not known which one is meant.
      return matches.length === 1 ? (matches[0]?.labels ?? []) : [];
    case 'ambiguous':
    case 'translated':
    case 'not-found':
      return [];
  }
}

function keysOfLabel(label: number | string, sections: readonly Section[]): string[] {
  if (typeof label === 'number') return [passageKey(label)];
  const note = /^n(\d+)$/.exec(label)?.[1];
  if (note !== undefined) return [noteKey(Number(note))];
  const section = sections.find((each) => label === `sec. ${each.label}`);
  return section ? [sectionKey(section)] : [];
}
