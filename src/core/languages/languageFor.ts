import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { italian } from './italian.ts';
import { primaryLanguage } from './primaryLanguage.ts';
import { spanish } from './spanish.ts';
import type { WrittenLanguage } from './writtenLanguage.ts';

/** The languages that Pilcrow writes in. Terms of locators are those of CSL, which has more of them (core/locators). */
const writtenLanguages: readonly WrittenLanguage[] = [english, french, german, spanish, italian];

/** Headings over the works cited, in all languages. */
export const worksHeadings: readonly string[] = writtenLanguages.flatMap(
  ({ listHeadings }) => listHeadings?.works ?? [],
);

/**
 * Returns the language of a tag such as `fr` or `fr-CA`; undefined for a language that Pilcrow does not write in, and where the
 * tag is undefined.
 */
export function languageFor(tag: string | undefined): WrittenLanguage | undefined {
  const primary = primaryLanguage(tag);
  return writtenLanguages.find((language) => language.tag === primary);
}
