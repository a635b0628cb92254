import type { Note, Passage } from '../../core/source.ts';
import { paragraphLabel, sharedWords } from '../../core/present/passages.ts';
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

/** What of a passage may be shown: its words, what it is about, or nothing. */
export function sharedText(item: PlacedItem, { share }: Pick<SiteSource, 'share'>): string | undefined {
  return sharedWords(item.kind === 'passage' ? item.passage : item.note, share);
}
