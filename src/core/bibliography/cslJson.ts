import type { BibliographyFile } from './work.ts';

/** Being written. */
export function readCslJson(_text: string): BibliographyFile {
  return { works: [], problems: [] };
}
