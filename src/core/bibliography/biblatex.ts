import { aliasesOfIds } from './workAliases.ts';
import { biblatexItem } from './biblatexItem.ts';
import { readBibtex } from './bibtexSyntax.ts';
import { entriesByKey, inheritedFields } from './inheritance.ts';
import { relationsOfEntries } from './relatedWorks.ts';
import type { BibliographyFile } from './work.ts';

/** Entry types that are not works: fields for others to inherit, and settings of BibTeX styles. */
const noWorks = new Set(['xdata', 'bibnote', 'control', 'ieeetranbstctl', 'set']);

/**
 * Reads BibLaTeX and BibTeX, as written by Zotero's Better BibTeX, by JabRef and by hand. A mistake in an entry is reported
 * where it stands. The entry is still a work if its key can be read, with the fields that can be read. Never throws.
 */
export function readBiblatex(text: string): BibliographyFile {
  const { entries, problems } = readBibtex(text);
  const byKey = entriesByKey(entries);
  const relations = relationsOfEntries(entries);
  const works = entries
    .filter((entry) => !noWorks.has(entry.type))
    .map((entry) => ({
      key: entry.key,
      format: 'biblatex' as const,
      range: entry.range,
      keyRange: entry.keyRange,
      data: biblatexItem(entry.type, inheritedFields(entry, byKey)),
      ...aliasesOfIds(entry.fields.get('ids')),
      ...relations.get(entry.key),
    }));
  return { works, problems };
}
