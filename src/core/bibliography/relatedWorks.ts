import type { RelationKind, StatedRelation } from '../source.ts';
import { statedRelation } from '../source.ts';
import { tableOf } from '../text.ts';
import type { BibtexEntry } from './bibtexSyntax.ts';
import { asMapping } from './values.ts';

/** The values of `relatedtype` by which an entry says whose translation or reprint it is (BibLaTeX 4.5.1). */
const ofRelated = tableOf<RelationKind>({
  translationof: 'translation',
  translationfrom: 'translation',
  reprintof: 'printing',
  reprintfrom: 'printing',
});

/** Those by which an entry names its translations and reprints. */
const asRelated = tableOf<RelationKind>({
  translationas: 'translation',
  bytranslator: 'translation',
  reprintas: 'printing',
});

/** The value that says each kind, where Pilcrow writes an entry. */
export const relatedTypes: Readonly<Record<RelationKind, string>> = {
  translation: 'translationof',
  printing: 'reprintof',
};

interface RelatedEntry {
  readonly relation?: StatedRelation;
}

/** Returns the relations that entries state of themselves and, where these say nothing, that others state of them, by key. */
export function relationsOfEntries(entries: readonly BibtexEntry[]): ReadonlyMap<string, RelatedEntry> {
  const byKey = new Map<string, RelatedEntry>();
  const state = (key: string, kind: RelationKind | undefined, of: string | undefined): void => {
    if (kind && of !== undefined && of !== key && !byKey.has(key)) byKey.set(key, { relation: { kind, of } });
  };
  const related = entries.filter(({ fields }) => fields.has('related'));
  for (const { key, fields } of related) state(key, ofRelated[typeOf(fields)], keysIn(fields)[0]);
  for (const { key, fields } of related)
    for (const other of keysIn(fields)) state(other, asRelated[typeOf(fields)], key);
  return byKey;
}

type Fields = BibtexEntry['fields'];

function typeOf(fields: Fields): string {
  return (fields.get('relatedtype') ?? '').trim().toLowerCase();
}

function keysIn(fields: Fields): string[] {
  return (fields.get('related') ?? '').split(',').flatMap((key) => key.trim() || []);
}

/** Returns what an item of CSL-JSON or CSL-YAML says, by the fields that front matter has. */
export function relationOfCsl(value: unknown): RelatedEntry {
  const relation = statedRelation(asMapping(value) ?? {});
  return relation ? { relation } : {};
}
