import type { BibliographyFile } from './work.ts';

/** Being written. */
export function readCslYaml(_text: string): BibliographyFile {
  return { works: [], problems: [] };
}

export function readReferences(_yaml: string, _offset: number): BibliographyFile {
  return { works: [], problems: [] };
}
