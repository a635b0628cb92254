import { languageOf } from '../blocks.ts';
import type { Source } from '../study.ts';

/** Returns the tag of the language that a source names; undefined where it names none. */
export function sourceLanguage({ file, csl }: Source): string | undefined {
  const lang = (file && languageOf(file.document)) ?? csl['language'];
  return typeof lang === 'string' ? lang : undefined;
}
