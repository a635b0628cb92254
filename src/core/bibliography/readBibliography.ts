import { messageOf } from '../messages.ts';
import { readBiblatex } from './biblatex.ts';
import { readCslJson } from './cslJson.ts';
import { readCslYaml } from './cslYaml.ts';
import type { BibliographyFile, WorkFormat } from './work.ts';

/** Extensions of bibliography files, without the dot, in lower case. */
const bibliographyExtensions: ReadonlyMap<string, WorkFormat> = new Map([
  ['bib', 'biblatex'],
  ['bibtex', 'biblatex'],
  ['biblatex', 'biblatex'],
  ['json', 'csl-json'],
  ['yaml', 'csl-yaml'],
  ['yml', 'csl-yaml'],
]);

/** Returns the format of a bibliography by the extension of a file name, path or URI; undefined for other files. */
export function bibliographyFormat(fileName: string): WorkFormat | undefined {
  const dot = fileName.lastIndexOf('.');
  return dot < 0 ? undefined : bibliographyExtensions.get(fileName.slice(dot + 1).toLowerCase());
}

/**
 * Reads a bibliography: BibLaTeX (`.bib`), CSL-JSON (`.json`) or CSL-YAML (`.yaml`, `.yml`), by the extension of its name.
 * A mistake is reported where it stands and hides no other entry. Never throws.
 */
export function readBibliography(fileName: string, text: string): BibliographyFile {
  switch (bibliographyFormat(fileName)) {
    case 'biblatex':
      return readBiblatex(text);
    case 'csl-json':
      return readCslJson(text);
    case 'csl-yaml':
      return readCslYaml(text);
    case undefined:
      return {
        works: [],
        problems: [{ message: messageOf('bibliography.unknownFormat'), range: { start: 0, end: 0 } }],
      };
  }
}

export type { BibliographyFile } from './work.ts';
