import type { Say } from '../../core/messages.ts';
import { type Note, type Passage, type Section, structureOfEdition } from '../../core/source.ts';
import { paragraphLabel, passageWords } from '../../core/present/passages.ts';
import type { SiteSource } from './siteModel.ts';

const tie = '\u00A0';

/** A passage or a note of a source. */
export type PlacedItem =
  { readonly kind: 'passage'; readonly passage: Passage } | { readonly kind: 'note'; readonly note: Note };

/** `¶ 12`, `n. 1`, with a no-break space. */
export function labelOfItem(item: PlacedItem): string {
  const label = item.kind === 'passage' ? paragraphLabel(item.passage) : `n. ${String(item.note.number)}`;
  return label.replace(' ', tie);
}

/** The id of a passage or note on the page of its source. */
export function idOfItem(item: PlacedItem): string {
  return item.kind === 'passage' ? `p${String(item.passage.number)}` : `n${String(item.note.number)}`;
}

/** What of a passage may be shown: its words, what it is about, or nothing. Never its first words in place of what it is about. */
export function sharedText(item: PlacedItem, { share }: Pick<SiteSource, 'share'>): string | undefined {
  const passage = item.kind === 'passage' ? item.passage : item.note;
  if (share === 'numbers') return undefined;
  return share === 'words' ? passageWords(passage) : passage.gist;
}

/**
 * The heading of a section as far as its source shares it: that of the edition where the words are not shared, as it has other words
 * for headings that are sentences of the text; where only numbers are shared, its label.
 */
export function sharedHeading(shared: SiteSource, section: Section, say: Say): string {
  const { source, share } = shared;
  if (share === 'numbers') return say('site.section', { label: section.label });
  const edition = share === 'gist' && source.edition ? structureOfEdition(source.edition).sections : [];
  const known =
    edition.length === source.sections.length ? edition[source.sections.indexOf(section)] : undefined;
  const { printed, title } = known ?? section;
  return printed === undefined ? title : `${printed} ${title}`.trim();
}
