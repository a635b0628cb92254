import type { BibtexEntry } from './bibtexSyntax.ts';

/** The fields of an entry, with those that it inherits. */
export type EntryFields = ReadonlyMap<string, string>;

const never = new Set(
  (
    'ids crossref xref xdata entryset entrysubtype execute label options presort related relatedoptions relatedstring ' +
    'relatedtype shorthand shorthandintro sortkey'
  ).split(' '),
);
const ownTitles = new Set(['shorttitle', 'sorttitle', 'indextitle', 'indexsorttitle']);
const booksInMultivolume = new Set(['book', 'inbook', 'bookinbook', 'suppbook']);
const partsOfBook = new Set(['inbook', 'bookinbook', 'suppbook']);
const partsOfCollection = new Set(['incollection', 'inreference', 'suppcollection']);
/** Ancestors beyond this depth are ignored. Real chains of parents have two or three. */
const maxAncestors = 8;
/** An entry has one parent, and a few `@xdata` entries. */
const maxParents = 16;

/** Indexes entries by key. Of duplicates the first counts. */
export function entriesByKey(entries: readonly BibtexEntry[]): ReadonlyMap<string, BibtexEntry> {
  const byKey = new Map<string, BibtexEntry>();
  for (const entry of entries) if (!byKey.has(entry.key)) byKey.set(entry.key, entry);
  return byKey;
}

/**
 * Returns the fields of an entry with those inherited through `crossref` and `xdata`. They are renamed by BibLaTeX's
 * default rules (manual, appendix B): the title of a book becomes the booktitle of its chapters. A circle is followed only
 * once.
 */
export function inheritedFields(entry: BibtexEntry, byKey: ReadonlyMap<string, BibtexEntry>): EntryFields {
  if (!entry.fields.has('crossref') && !entry.fields.has('xdata')) return entry.fields;
  return collectFields(entry, byKey, new Set([entry.key]), 0);
}

function collectFields(
  entry: BibtexEntry,
  byKey: ReadonlyMap<string, BibtexEntry>,
  seen: Set<string>,
  depth: number,
): Map<string, string> {
  const fields = new Map(entry.fields);
  for (const link of ['xdata', 'crossref']) {
    for (const key of parentKeys(entry.fields.get(link))) {
      const parent = byKey.get(key);
      if (parent === undefined || seen.has(key) || depth >= maxAncestors) continue;
      seen.add(key);
      const inherited = collectFields(parent, byKey, seen, depth + 1);
      for (const [name, value] of inherited) {
        for (const own of link === 'xdata' ? [name] : inheritedNames(parent.type, entry.type, name))
          if (!never.has(own) && !fields.has(own)) fields.set(own, value);
      }
    }
  }
  return fields;
}

function parentKeys(value: string | undefined): readonly string[] {
  if (value === undefined) return [];
  return value
    .split(',', maxParents)
    .map((key) => key.trim())
    .filter((key) => key !== '');
}

/**
 * Returns the field names under which a child of one type inherits a field of a parent of another type; empty where it does
 * not inherit it.
 */
function inheritedNames(parent: string, child: string, field: string): readonly string[] {
  if (field === 'author' && (parent === 'book' || parent === 'mvbook'))
    return partsOfBook.has(child) ? ['bookauthor', 'author'] : ['author'];
  if (parent === 'periodical' && (child === 'article' || child === 'suppperiodical'))
    return renamedTitle(field, 'journal');
  if (isVolume(parent, child)) return renamedTitle(field, 'main');
  if (isPartOfParent(parent, child)) return renamedTitle(field, 'book');
  return [field];
}

function isVolume(parent: string, child: string): boolean {
  if (parent === 'mvbook') return booksInMultivolume.has(child);
  if (parent === 'mvcollection' || parent === 'mvreference')
    return child === 'collection' || child === 'reference' || partsOfCollection.has(child);
  return parent === 'mvproceedings' && (child === 'proceedings' || child === 'inproceedings');
}

function isPartOfParent(parent: string, child: string): boolean {
  if (parent === 'book') return partsOfBook.has(child);
  if (parent === 'collection' || parent === 'reference') return partsOfCollection.has(child);
  return parent === 'proceedings' && child === 'inproceedings';
}

function renamedTitle(field: string, prefix: string): readonly string[] {
  if (ownTitles.has(field)) return [];
  return [field === 'title' || field === 'subtitle' || field === 'titleaddon' ? prefix + field : field];
}
