import type { CitationToFormat } from './formattedWorks.ts';
import { mapText, type RichText } from './richText.ts';
import type { StyleLocale } from './styleLocale.ts';
import type { LocaleForm } from './parsedStyle.ts';

const labelForms: readonly LocaleForm[] = ['long', 'short', 'symbol'];

/** Puts a no-break space between the words of a locator and its number, so that no line ends after “para.” or “¶”. */
export function keptTogether(
  text: RichText,
  citations: readonly CitationToFormat[],
  locale: StyleLocale,
): RichText {
  const labels = new Set(citations.flatMap(({ locator }) => (locator ? [locator.label] : [])));
  if (labels.size === 0) return text;
  const terms = [...labels].flatMap((name) =>
    labelForms.flatMap((form) => [false, true].map((isPlural) => locale.term({ name, form, isPlural }) ?? '')),
  );
  const words = [...new Set(terms)].filter((term) => term !== '').map(literally);
  if (words.length === 0) return text;
  const beforeNumber = new RegExp(`(?<![\\p{L}\\p{N}])(${words.join('|')}) (?=[\\p{N}ivxlcdm])`, 'giu');
  return mapText(text, (printed) => printed.replace(beforeNumber, '$1\u00a0'));
}

function literally(term: string): string {
  return term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
