import type { Analysis } from '../../study.ts';
import { languageOf } from '../../blocks.ts';
import { readWanted, writtenCitation } from './wantedCitation.ts';

/** The language of the locators in a file. Undefined for files that contain no citations. */
export function citingLanguage(analysis: Analysis | undefined): string | undefined {
  return analysis?.role === 'paper' || analysis?.role === 'glossary'
    ? languageOf(analysis.document)
    : undefined;
}

/** Translates citations from their English form, with the places of one source in one locator. */
export function inLanguage(written: string, lang: string | undefined): string {
  const wanted = readWanted(written);
  if (wanted.length === 0) return written;
  return `[${wanted.map((one) => writtenCitation(one, lang).slice(1, -1)).join('; ')}]`;
}
