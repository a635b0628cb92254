import { asMapping, scalarText } from './values.ts';
import type { Work } from './work.ts';

type Aliases = Pick<Work, 'aliases' | 'unresolvedAliases'>;

/**
 * Returns the further names that BibLaTeX's `ids` gives an entry. Pandoc (2.17 to 3.10) cuts the field at white space only, so
 * that of `ids = {a, b}` it resolves `b`, and `a` only under the name `a,`.
 */
export function aliasesOfIds(ids: string | undefined): Aliases {
  if (ids === undefined) return {};
  const names = ids.split(/\s+/u).filter((name) => name !== '');
  const unresolvedAliases = names
    .filter((name) => name.includes(','))
    .flatMap((name) => name.split(','))
    .filter((name) => name !== '');
  return { aliases: names.filter((name) => !name.includes(',')), unresolvedAliases };
}

/** Returns the `citation-key` that Zotero and Citation.js write beside the `id` by which Pandoc cites the entry. */
export function aliasesOfCsl(data: unknown, key: string): Aliases {
  const name = scalarText(asMapping(data)?.['citation-key']);
  return name === undefined || name === key ? {} : { unresolvedAliases: [name] };
}
