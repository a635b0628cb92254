import type { Analysis } from '../../study.ts';
import { languageOf, parseMarkdown } from '../../blocks.ts';
import { locatorFor, readCitations } from '../../citations.ts';
import { locatorInWords, locatorTerms } from '../../locators.ts';
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

/**
 * Returns the Markdown of a paper with the locators of its citations as another language writes them, where that reads them as something else or not at
 * all; the text itself where there is nothing to change.
 * @param from the language of the paper that it comes from
 */
export function textInLanguage(text: string, from: string | undefined, to: string | undefined): string {
  return withLocators(text, from, to, (read, label) => read === label);
}

/**
 * As `textInLanguage`, of a text whose own language nobody knows, as that of notes: what the other language reads stays, as `§ 3` in
 * French, and the rest is read as English.
 */
export function unknownTextInLanguage(text: string, to: string | undefined): string {
  return withLocators(text, undefined, to, (read) => read !== undefined);
}

function withLocators(
  text: string,
  from: string | undefined,
  to: string | undefined,
  stays: (read: string | undefined, label: string) => boolean,
): string {
  const [own, wanted] = [locatorTerms(from), locatorTerms(to)];
  if (own === wanted || !text.includes('@')) return text;
  let result = '';
  let at = 0;
  for (const { locator } of readCitations(parseMarkdown(text), from === undefined ? {} : { lang: from })) {
    if (!locator || locator.term === '' || locator.range.start < at) continue;
    const { label, term, value, range } = locator;
    if (stays(locatorInWords(`${term} ${value}`, wanted)?.label, label)) continue;
    result += text.slice(at, range.start) + locatorFor(label, value, to);
    at = range.end;
  }
  return result + text.slice(at);
}
