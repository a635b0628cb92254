import type { CitationToFormat } from './formattedWorks.ts';
import { mapText, type RichText } from './richText.ts';
import type { StyleLocale } from './styleLocale.ts';

/** Puts a no-break space between the words of a locator and its number, so that no line ends after “para.” or “¶”. */
export function keptTogether(
  text: RichText,
  citations: readonly CitationToFormat[],
  locale: StyleLocale,
): RichText {
  const labels = new Set(citations.flatMap(({ locator }) => (locator ? [locator.label] : [])));
  return [...labels].reduce((kept, label) => {
    const words = locale.wordsBeforeNumber(label);
    return words ? mapText(kept, (printed) => printed.replace(words, '$1\u00a0')) : kept;
  }, text);
}
