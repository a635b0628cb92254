import type { BibliographyFile } from './work.ts';

/** Being written. */
export function readBiblatex(_text: string): BibliographyFile {
  return { works: [], problems: [] };
}
