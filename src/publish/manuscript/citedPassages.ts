import { sectionExtent, sectionName, type Share, shareOf } from '../../core/present/passages.ts';
import type { ResolvedPart } from '../../core/resolve.ts';
import {
  enclosingSections,
  type Note,
  paragraphLabel,
  type Passage,
  type Section,
} from '../../core/source.ts';
import type { Source, Study } from '../../core/study.ts';
import type { PassageEntry, PassagesOfSource } from './manuscriptTypes.ts';

/** What a citation leads to in a source. */
export interface CitedParts {
  readonly source: Source;
  readonly parts: readonly ResolvedPart[];
}

/** A section, passage or note of a source. */
type Place =
  | { readonly kind: 'section'; readonly section: Section }
  | { readonly kind: 'passage'; readonly passage: Passage }
  | { readonly kind: 'note'; readonly note: Note };

interface Cited {
  readonly id: string;
  readonly place: Place;
  readonly citedBy: number[];
}

interface SourceDraft {
  readonly source: Source;
  readonly id: string;
  readonly cited: Map<string, Cited>;
}

/** Collects the passages that a paper cites, citation by citation. */
export class PassageCollector {
  private readonly drafts = new Map<string, SourceDraft>();

  /** @param takeId returns an identifier that nothing else has */
  constructor(
    private readonly study: Study,
    private readonly takeId: (id: string) => string,
  ) {}

  /**
   * Adds what an item of a citation leads to.
   * @param citation its index
   * @returns the identifier of the first entry, or of the source where it names no place
   */
  add({ source, parts }: CitedParts, citation: number): string {
    const draft = this.draftOf(source);
    const ids = parts
      .flatMap((part) => placesOf(part, source))
      .map((place) => this.cite(draft, place, citation));
    return ids[0] ?? draft.id;
  }

  private draftOf(source: Source): SourceDraft {
    const known = this.drafts.get(source.key);
    if (known) return known;
    const draft = { source, id: this.takeId(`source-${source.key}`), cited: new Map<string, Cited>() };
    this.drafts.set(source.key, draft);
    return draft;
  }

  private cite({ cited, source }: SourceDraft, place: Place, citation: number): string {
    const name = nameOfPlace(place);
    const known = cited.get(name);
    if (known) {
      if (known.citedBy.at(-1) !== citation) known.citedBy.push(citation);
      return known.id;
    }
    const id = this.takeId(`${source.key}-${name}`);
    cited.set(name, { id, place, citedBy: [citation] });
    return id;
  }

  finish(): readonly PassagesOfSource[] {
    return [...this.drafts.values()].map(({ source, id, cited }) => {
      const share = shareOf(source, this.study);
      const ordered = [...cited.values()].sort((a, b) =>
        compareKeys(orderOf(a.place, source), orderOf(b.place, source)),
      );
      const entries = ordered.map(({ id: own, place, citedBy }) => ({
        id: own,
        place: nameOfPlace(place),
        ...describePlace(place, source, share),
        citedBy,
      }));
      const { key, title, author } = source;
      return { key, id, title, author, share, entries };
    });
  }
}

function placesOf({ section, note, passages }: ResolvedPart, source: Source): readonly Place[] {
  if (section) return [{ kind: 'section', section }];
  if (note !== undefined) {
    const found = source.notes.find(({ number }) => number === note);
    return found ? [{ kind: 'note', note: found }] : [];
  }
  return passages.flatMap((number): Place[] => {
    const passage = source.passages[number - 1];
    return passage ? [{ kind: 'passage', passage }] : [];
  });
}

/** The name of a place in identifiers: `p12`, `n3`, `s1-iii`. */
function nameOfPlace(place: Place): string {
  switch (place.kind) {
    case 'section':
      return nameOfSection(place.section);
    case 'passage':
      return `p${String(place.passage.number)}`;
    case 'note':
      return `n${String(place.note.number)}`;
  }
}

/** The name of a section in identifiers: `s1-iii-8`, with the number of its first passage. */
export function nameOfSection({ label, first }: Pick<Section, 'label' | 'first'>): string {
  return `s${label.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/-$/u, '')}-${String(first)}`;
}

/** Orders places: a section before its passages, a note after the passage that has its mark. */
function orderOf(place: Place, source: Source): readonly number[] {
  switch (place.kind) {
    case 'section':
      return [place.section.first, 0, place.section.depth];
    case 'passage':
      return [place.passage.number, 1, 0];
    case 'note':
      return [place.note.anchor ?? source.passages.length + 1, 2, place.note.number];
  }
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((number, index) => number !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

type Described = Pick<PassageEntry, 'label' | 'sections' | 'shown' | 'kind'>;

function describePlace(place: Place, source: Source, share: Share): Described {
  if (place.kind === 'section') {
    const { section } = place;
    const sections = trailOf(section.parent);
    return {
      label: withTies(`${sectionName(section)} (${sectionExtent(section, source)})`),
      sections,
      shown: '',
      kind: 'none',
    };
  }
  const item = place.kind === 'note' ? place.note : place.passage;
  const label = place.kind === 'note' ? `n. ${String(place.note.number)}` : paragraphLabel(place.passage);
  const anchor = place.kind === 'note' ? place.note.anchor : place.passage.number;
  const sections = anchor === undefined ? [] : enclosingSections(source.sections, anchor).map(sectionName);
  return { label: withTies(label), sections, ...shownOf(item, share) };
}

function trailOf(section: Section | undefined): readonly string[] {
  return section ? [...trailOf(section.parent), sectionName(section)] : [];
}

function shownOf(item: Passage | Note, share: Share): Pick<PassageEntry, 'shown' | 'kind'> {
  const words = item.words?.plain.text.trim() ?? '';
  if (share === 'words' && words !== '') return { shown: words, kind: 'words' };
  const gist = share === 'numbers' ? '' : (item.gist ?? '');
  return { shown: gist, kind: gist === '' ? 'none' : 'gist' };
}

/** Ties signs to their numbers. */
function withTies(label: string): string {
  return label.replace(/(¶+|§+|\bn\.) /gu, '$1\u00a0');
}
